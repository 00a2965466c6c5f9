using System.Security.Cryptography;
using System.Text;

namespace ProvenanceAnalyzers.Package.Tests.Infrastructure;

/// <summary>
/// What the packages of the projects below a folder were last restored from, and what that wrote. Restoring again what is restored takes
/// nearly half of the time of a small build, and the tests build most projects more than once.
/// </summary>
/// <param name="root">The folder.</param>
internal sealed class RestoredState(string root)
{
    private const string Written = "project.assets.json";

    /// <summary>What restoring reads; what it writes into <c>obj</c> is there too, by the same names.</summary>
    private static readonly string[] Files =
    [
        "*.*proj", "*.projitems", "*.nupkg", "*.sln*", "*.props", "*.targets", "*.config", "*.rsp", "global.json", "packages.lock.json",
        Written,
    ];

    private readonly Dictionary<string, string> _states = new(StringComparer.Ordinal);

    /// <summary>Whether nothing of it has changed since a command that restores has ended.</summary>
    /// <param name="command">The command with its arguments, which may set properties.</param>
    public bool IsAsAfter(IEnumerable<string> command) => _states.TryGetValue(KeyOf(command), out var state) && state == Read();

    /// <summary>Keeps what is there after a command that restores.</summary>
    /// <param name="command">The command.</param>
    public void KeepAfter(IEnumerable<string> command)
    {
        if (Directory.EnumerateFiles(root, Written, SearchOption.AllDirectories).Any())
        {
            _states[KeyOf(command)] = Read();
        }
    }

    private static string KeyOf(IEnumerable<string> command) => string.Join('\n', command);

    private string Read()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Files
            .SelectMany(name => Directory.EnumerateFiles(root, name, SearchOption.AllDirectories))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(file + "\n"));
            hash.AppendData(File.ReadAllBytes(file));
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
