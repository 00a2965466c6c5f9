using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ProvenanceAnalyzers.Annotations;
using ProvenanceAnalyzers.Shared.Text;

namespace ProvenanceAnalyzers.Model;

/// <summary>
/// Where in C# it is said what is due for fixture files, which are no C# themselves: at an assembly annotation that has a <c>Target</c>;
/// else in a file that is meant for such things; else in the hand-written one with the shortest path; there where an attribute of the
/// assembly can be written, below the <c>using</c> directives. In a file of the project alone, where it has one: what stands in a linked
/// file holds for each project that compiles it. Where an option excludes every file, a policy may ask all the same; and where none is
/// hand-written, it is said without a place.
/// </summary>
/// <param name="File">The file, whose options hold.</param>
/// <param name="Location">The place in it.</param>
/// <param name="IsOfProjectAlone">Whether no other project is known to have the file.</param>
internal sealed record FixtureAnchor(SourceFile File, Location Location, bool IsOfProjectAlone)
{
    private const string Properties = "Properties/";

    private static readonly string[] UsualPaths = ["Provenance.cs", "Properties/AssemblyInfo.cs", "GlobalUsings.cs", "Usings.cs"];

    /// <summary>Finds the place; null where there is no file at all.</summary>
    public static FixtureAnchor? Find(SourceFiles files, AssemblyAnnotations annotations)
    {
        var annotation = annotations.All
            .Where(annotation => annotation is { IsAlias: false, HasTarget: true })
            .Select(annotation => annotation.Syntax)
            .OfType<SyntaxReference>()
            .Where(syntax => CanHold(files.Of(syntax.SyntaxTree)) && IsOwn(files.Of(syntax.SyntaxTree)))
            .OrderBy(syntax => files.Of(syntax.SyntaxTree).Path, StringComparer.Ordinal)
            .ThenByDescending(syntax => syntax.Span.Start)
            .FirstOrDefault();
        if (annotation != null)
        {
            return new FixtureAnchor(
                files.Of(annotation.SyntaxTree), Location.Create(annotation.SyntaxTree, annotation.Span), IsOfProjectAlone: true);
        }

        if ((FirstOf(files, CanHold) ?? FirstOf(files, IsWritten)) is { } file)
        {
            return new FixtureAnchor(file, FirstBelowUsings(file.Tree).GetLocation(), IsOwn(file));
        }

        return files.All.FirstOrDefault() is { } any ? new FixtureAnchor(any, Location.None, IsOfProjectAlone: false) : null;
    }

    private static SyntaxToken FirstBelowUsings(SyntaxTree tree)
    {
        var unit = (CompilationUnitSyntax)tree.GetRoot();
        return unit.AttributeLists.FirstOrDefault()?.GetFirstToken(includeZeroWidth: true)
            ?? unit.Members.FirstOrDefault()?.GetFirstToken(includeZeroWidth: true)
            ?? unit.EndOfFileToken;
    }

    private static SourceFile? FirstOf(SourceFiles files, Func<SourceFile, bool> condition) => files.All
        .OrderBy(file => IsOwn(file) ? RankOf(file.Path) : int.MaxValue)
        .ThenBy(file => file.Path.Length)
        .ThenBy(file => file.Path, StringComparer.Ordinal)
        .FirstOrDefault(condition);

    private static int RankOf(string path) =>
        Array.IndexOf(UsualPaths, path) is >= 0 and var rank ? rank
        : path.StartsWith(Properties, StringComparison.Ordinal) && path.IndexOf('/', Properties.Length) < 0 ? UsualPaths.Length
        : UsualPaths.Length + 1;

    private static bool IsOwn(SourceFile file) => !Paths.LeadsOut(file.PhysicalPath);

    private static bool CanHold(SourceFile file) => !file.Options.Exclude && IsWritten(file);

    private static bool IsWritten(SourceFile file) => !file.IsGenerated(CancellationToken.None);
}
