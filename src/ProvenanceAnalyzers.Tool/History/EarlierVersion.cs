using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using ProvenanceAnalyzers.Model;
using ProvenanceAnalyzers.Shared.Digests;
using ProvenanceAnalyzers.Shared.Text;
using ProvenanceAnalyzers.Symbols;
using ProvenanceAnalyzers.Tool.Infrastructure;

namespace ProvenanceAnalyzers.Tool.History;

/// <summary>Code as it was in a commit, when somebody reviewed it.</summary>
/// <param name="Commit">The id of the newest commit that has it so.</param>
/// <param name="Text">The text of the declaration or the file.</param>
internal sealed record EarlierVersion(string Commit, string Text)
{
    /// <summary>Whoever signed code that has changed in more commits than this reads it anew.</summary>
    private const int MostCommits = 500;

    private const char CommitMark = '\u0001';

    /// <summary>
    /// Finds the code that a marker's digest is of, in the history of the file that the code is in now, whatever it was called then; null
    /// where history does not have it, as in a shallow clone.
    /// </summary>
    /// <param name="repository">The repository.</param>
    /// <param name="code">The declaration as it is now, or the root of a file.</param>
    /// <param name="isRest">Whether the marker is of what is left of the type without its members.</param>
    /// <param name="digest">The marker's digest.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<EarlierVersion?> FindAsync(
        GitRepository repository, SyntaxNode code, bool isRest, string digest, CancellationToken cancellationToken)
    {
        var path = Paths.Normalize(Path.GetRelativePath(repository.Folder, code.SyntaxTree.FilePath));
        var asked = repository.TryAskAsync(
            cancellationToken,
            "log", "--follow", "-z", $"--format={CommitMark}%H", "--name-only", $"--max-count={MostCommits}", "--", path);
        if (await asked.ConfigureAwait(false) is not { } log)
        {
            return null;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in log.Split(CommitMark, StringSplitOptions.RemoveEmptyEntries))
        {
            if (entry.Split(['\0', '\n'], StringSplitOptions.RemoveEmptyEntries) is [var commit, var name]
                && await repository.TryAskAsync(cancellationToken, "cat-file", "blob", $"{commit}:{name}").ConfigureAwait(false)
                    is { } text
                && seen.Add(text)
                && Find(text, code, isRest, digest, cancellationToken) is { } found)
            {
                return new EarlierVersion(commit, found);
            }
        }

        return null;
    }

    private static string? Find(string file, SyntaxNode code, bool isRest, string digest, CancellationToken cancellationToken)
    {
        var text = SourceText.From(file.TrimStart('\uFEFF'));
        var options = (CSharpParseOptions)code.SyntaxTree.Options;
        var root = (CompilationUnitSyntax)CSharpSyntaxTree.ParseText(text, options, cancellationToken: cancellationToken)
            .GetRoot(cancellationToken);
        if (code is CompilationUnitSyntax)
        {
            return CodeDigest.Compute(text.ToString(root.FullSpan)) == digest ? text.ToString() : null;
        }

        // What has its name is looked at first, but it may have had another.
        var name = Declarations.Identifier(code).ValueText;
        return UnitWalker.Walk(root)
            .Where(unit => unit.Node is not CompilationUnitSyntax)
            .Select(unit => unit.AttributeOwner)
            .Where(declaration => declaration.RawKind == code.RawKind)
            .OrderByDescending(declaration => Declarations.Identifier(declaration).ValueText == name)
            .FirstOrDefault(declaration => DigestOf(declaration, text, isRest) == digest) is { } found
                ? text.ToString(WithIndentation(found, text))
                : null;
    }

    private static string DigestOf(SyntaxNode declaration, SourceText text, bool isRest) => isRest
        ? Digests.ComputeRest(text, declaration, declaration.SpanStart)
        : CodeDigest.Compute(text.ToString(Declarations.DigestedSpan(declaration)));

    /// <summary>The declaration from the beginning of its first line, so that its lines can be held against those of today.</summary>
    public static TextSpan WithIndentation(SyntaxNode declaration, SourceText text)
    {
        var line = text.Lines.GetLineFromPosition(declaration.SpanStart);
        var before = text.ToString(TextSpan.FromBounds(line.Start, declaration.SpanStart));
        return TextSpan.FromBounds(string.IsNullOrWhiteSpace(before) ? line.Start : declaration.SpanStart, declaration.Span.End);
    }
}
