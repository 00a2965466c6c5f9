using System.Reflection;

namespace ProvenanceAnalyzers.Tool.Infrastructure;

/// <summary>The version of the tool, which is that of the package that it judges by.</summary>
internal static class ToolVersion
{
    /// <summary>The version: <c>1.2.0</c>.</summary>
    public static string Current { get; } = typeof(ToolVersion).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
