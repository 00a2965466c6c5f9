using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;

namespace ProvenanceAnalyzers.Tests.Infrastructure;

/// <summary>
/// What the projects of the tests refer to: of .NET the assemblies that code in tests uses, since the compiler asks each of all 170 of
/// them for each type that it looks for.
/// </summary>
internal static class TestReferences
{
    private static readonly string[] Names =
    [
        "Microsoft.CSharp.dll",
        "System.Collections.dll",
        "System.Collections.Immutable.dll",
        "System.ComponentModel.dll",
        "System.ComponentModel.Primitives.dll",
        "System.Console.dll",
        "System.Linq.dll",
        "System.Linq.Expressions.dll",
        "System.Memory.dll",
        "System.Net.Http.dll",
        "System.Net.Primitives.dll",
        "System.ObjectModel.dll",
        "System.Runtime.dll",
        "System.Runtime.InteropServices.dll",
        "System.Runtime.Loader.dll",
        "System.Text.Json.dll",
        "System.Text.RegularExpressions.dll",
        "System.Threading.dll",
        "System.Xml.ReaderWriter.dll",
        "mscorlib.dll",
        "netstandard.dll",
    ];

    public static IReadOnlyList<PortableExecutableReference> Net { get; } = [.. Names.Select(Find)];

    private static PortableExecutableReference Find(string name) =>
        Net100.References.All.FirstOrDefault(reference => reference.FilePath == name)
        ?? throw new InvalidOperationException($".NET has no assembly '{name}'.");
}
