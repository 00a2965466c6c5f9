using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ProvenanceAnalyzers.Tool.Declare;

/// <summary>Parses C# as it is compiled, as far as that can be known without a build.</summary>
internal static class ParsedFile
{
    private const int OldestModernFramework = 5;
    private const int NewestFramework = 11;

    private static readonly string[] UsualSymbols =
    [
        "DEBUG", "TRACE", "NET", "NETCOREAPP",
        .. Enumerable.Range(OldestModernFramework, NewestFramework - OldestModernFramework).Select(version => $"NET{version}_0_OR_GREATER"),
        "NETCOREAPP3_1_OR_GREATER", $"NET{NewestFramework - 1}_0",
    ];

    /// <summary>How the files of a project are parsed; null: one that is in no project.</summary>
    public static CSharpParseOptions OptionsOf(ProjectFolder? project)
    {
        var options = new CSharpParseOptions(
            LanguageVersion.Preview, preprocessorSymbols: UsualSymbols.Concat(project?.DefinedSymbols ?? []).Distinct());

        // A program that is one file has directives for what a project file would say.
        return project == null ? options.WithFeatures([new("FileBasedProgram", "true")]) : options;
    }

    /// <summary>Parses a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="path">The file that has it.</param>
    /// <param name="options">How it is parsed.</param>
    public static SyntaxTree Parse(string text, string path, CSharpParseOptions options) =>
        CSharpSyntaxTree.ParseText(SourceText.From(text), options, path);

    /// <summary>The first thing that is no C#, as a message with its line; null: all of it is.</summary>
    public static string? FirstErrorOf(SyntaxTree tree) =>
        tree.GetDiagnostics().FirstOrDefault(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) is { } error
            ? $"Line {error.Location.GetLineSpan().StartLinePosition.Line + 1}: {error.GetMessage(CultureInfo.InvariantCulture)}."
            : null;

    /// <summary>The root of a tree.</summary>
    public static CompilationUnitSyntax RootOf(SyntaxTree tree) => (CompilationUnitSyntax)tree.GetRoot();
}
