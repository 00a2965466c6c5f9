using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using ProvenanceAnalyzers.Model;
using ProvenanceAnalyzers.Shared.Digests;
using ProvenanceAnalyzers.Symbols;

namespace ProvenanceAnalyzers.Tool.History;

/// <summary>A file as it was in a commit. It is parsed once, whatever is looked for in it.</summary>
/// <param name="file">Its text.</param>
/// <param name="options">How the file is parsed now.</param>
internal sealed class FileVersion(string file, CSharpParseOptions options)
{
    private readonly SourceText _text = SourceText.From(file.TrimStart('\uFEFF'));
    private readonly Dictionary<bool, ILookup<string, Declared>> _byDigest = [];
    private string? _digest;

    /// <summary>The text of what a digest is of; null where it is of nothing here.</summary>
    /// <param name="code">The declaration as it is now, or the root of a file.</param>
    /// <param name="isRest">Whether the digest is of what is left of the type without its members.</param>
    /// <param name="digest">The digest.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public string? Find(SyntaxNode code, bool isRest, string digest, CancellationToken cancellationToken)
    {
        if (code is CompilationUnitSyntax)
        {
            _digest ??= CodeDigest.Compute(_text.ToString());
            return _digest == digest ? _text.ToString() : null;
        }

        if (!_byDigest.TryGetValue(isRest, out var byDigest))
        {
            _byDigest.Add(isRest, byDigest = Declarations(isRest, cancellationToken).ToLookup(one => one.Digest, StringComparer.Ordinal));
        }

        // What has its name is looked at first, but it may have had another.
        var name = Symbols.Declarations.Identifier(code).ValueText;
        return byDigest[digest]
            .Where(declared => declared.Kind == code.RawKind)
            .OrderByDescending(declared => declared.Name == name)
            .FirstOrDefault() is { } found
                ? _text.ToString(found.Span)
                : null;
    }

    /// <summary>The declaration from the beginning of its first line, so that its lines can be held against those of today.</summary>
    public static TextSpan WithIndentation(SyntaxNode declaration, SourceText text)
    {
        var line = text.Lines.GetLineFromPosition(declaration.SpanStart);
        var before = text.ToString(TextSpan.FromBounds(line.Start, declaration.SpanStart));
        return TextSpan.FromBounds(string.IsNullOrWhiteSpace(before) ? line.Start : declaration.SpanStart, declaration.Span.End);
    }

    private IEnumerable<Declared> Declarations(bool isRest, CancellationToken cancellationToken)
    {
        var root = (CompilationUnitSyntax)CSharpSyntaxTree.ParseText(_text, options, cancellationToken: cancellationToken)
            .GetRoot(cancellationToken);
        return UnitWalker.Walk(root)
            .Where(unit => unit.Node is not CompilationUnitSyntax)
            .Select(unit => unit.AttributeOwner)
            .Select(declaration => new Declared(
                declaration.RawKind,
                Symbols.Declarations.Identifier(declaration).ValueText,
                WithIndentation(declaration, _text),
                isRest
                    ? Digests.ComputeRest(_text, declaration, declaration.SpanStart)
                    : CodeDigest.Compute(_text.ToString(Symbols.Declarations.DigestedSpan(declaration)))));
    }

    private sealed record Declared(int Kind, string Name, TextSpan Span, string Digest);
}
