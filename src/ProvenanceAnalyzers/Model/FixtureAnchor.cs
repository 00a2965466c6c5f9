using Microsoft.CodeAnalysis;
using ProvenanceAnalyzers.Annotations;

namespace ProvenanceAnalyzers.Model;

/// <summary>
/// Where in C# it is said what is due for fixture files, which are no C# themselves: at an assembly annotation that has a <c>Target</c>;
/// else at the beginning of a file that is meant for such things; else of the ordinally first hand-written one.
/// </summary>
/// <param name="File">The file, whose options hold.</param>
/// <param name="Location">The place in it.</param>
internal sealed record FixtureAnchor(SourceFile File, Location Location)
{
    private static readonly string[] UsualPaths = ["Provenance.cs", "Properties/AssemblyInfo.cs", "GlobalUsings.cs"];

    /// <summary>Finds the place; null where no file is hand-written.</summary>
    public static FixtureAnchor? Find(SourceFiles files, AssemblyAnnotations annotations)
    {
        var annotation = annotations.All
            .Where(annotation => annotation is { IsAlias: false, HasTarget: true })
            .Select(annotation => annotation.Syntax)
            .OfType<SyntaxReference>()
            .Where(syntax => CanHold(files.Of(syntax.SyntaxTree)))
            .OrderBy(syntax => files.Of(syntax.SyntaxTree).Path, StringComparer.Ordinal)
            .ThenByDescending(syntax => syntax.Span.Start)
            .FirstOrDefault();
        if (annotation != null)
        {
            return new FixtureAnchor(files.Of(annotation.SyntaxTree), Location.Create(annotation.SyntaxTree, annotation.Span));
        }

        var file = files.All
            .OrderBy(file => Array.IndexOf(UsualPaths, file.Path) is >= 0 and var rank ? rank : UsualPaths.Length)
            .ThenBy(file => file.Path, StringComparer.Ordinal)
            .FirstOrDefault(CanHold);
        return file != null ? new FixtureAnchor(file, file.Tree.GetRoot().GetFirstToken(includeZeroWidth: true).GetLocation()) : null;
    }

    private static bool CanHold(SourceFile file) => !file.Options.Exclude && !file.IsGenerated(CancellationToken.None);
}
