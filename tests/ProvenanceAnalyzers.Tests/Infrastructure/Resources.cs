using System.Reflection;

namespace ProvenanceAnalyzers.Tests.Infrastructure;

/// <summary>Files that are embedded into the test assembly.</summary>
internal static class Resources
{
    public static IEnumerable<string> Names(string folder) => Assembly.GetExecutingAssembly().GetManifestResourceNames()
        .Where(name => name.StartsWith(folder + "/", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);

    public static byte[] ReadBytes(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"There is no resource {name}.");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    public static string ReadText(string name)
    {
        using var reader = new StreamReader(new MemoryStream(ReadBytes(name)));
        return reader.ReadToEnd();
    }
}
