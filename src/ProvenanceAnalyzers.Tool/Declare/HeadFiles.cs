using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ProvenanceAnalyzers.Tool.Infrastructure;
using ProvenanceAnalyzers.Tool.Units;

namespace ProvenanceAnalyzers.Tool.Declare;

/// <summary>The files of a repository as they are in HEAD.</summary>
/// <param name="repository">The repository.</param>
/// <param name="cancellationToken">Ends the work.</param>
internal sealed class HeadFiles(GitRepository repository, CancellationToken cancellationToken)
{
    /// <summary>So many changed files are looked into for a type that moved; a rewrite of everything takes no longer than that.</summary>
    private const int MostFiles = 40;

    /// <summary>The bytes of a file; null where HEAD has no such file.</summary>
    /// <param name="path">The file, a full path with links followed.</param>
    public Task<byte[]?> ReadAsync(string path) => repository.ReadHeadAsync(RelativePath(path), cancellationToken);

    /// <summary>A source file, parsed; null where HEAD has no such file, or none that is text.</summary>
    /// <inheritdoc cref="ReadAsync"/>
    /// <param name="path">The file, a full path with links followed.</param>
    /// <param name="options">How it is parsed.</param>
    public async Task<CompilationUnitSyntax?> ParseAsync(string path, CSharpParseOptions options) =>
        await ReadAsync(path).ConfigureAwait(false) is { } bytes && EncodedText.Read(bytes) is { Text: var text }
            ? ParsedFile.RootOf(ParsedFile.Parse(text, path, options))
            : null;

    /// <summary>
    /// The types of some names that are gone from files that changed, and all types that are gone with their file.
    /// </summary>
    /// <param name="names">The names.</param>
    /// <param name="except">The file that they are looked for in vain.</param>
    /// <param name="options">How files are parsed.</param>
    public async Task<IReadOnlyList<MemberDeclarationSyntax>> GoneTypesAsync(
        IReadOnlyCollection<string> names, string except, CSharpParseOptions options)
    {
        if (!await repository.HasCommitAsync(cancellationToken).ConfigureAwait(false))
        {
            return [];
        }

        var changed = await repository.ChangedFromAsync("HEAD", "DM", cancellationToken).ConfigureAwait(false);
        var paths = changed
            .Where(path => path.EndsWith(".cs", StringComparison.OrdinalIgnoreCase) && path != except)
            .Order(StringComparer.Ordinal)
            .Take(MostFiles);
        var gone = new List<MemberDeclarationSyntax>();
        foreach (var path in paths)
        {
            if (await ParseAsync(path, options).ConfigureAwait(false) is not { } before)
            {
                continue;
            }

            var types = HeadTypes.TypesIn(before);
            if (File.Exists(path))
            {
                var there = HeadTypes.TypesIn(ParsedFile.RootOf(ParsedFile.Parse(ProjectFolder.ReadOrEmpty(path), path, options)))
                    .Select(UnitName.WithNamespace)
                    .ToHashSet(StringComparer.Ordinal);
                types = types.Where(type => names.Contains(UnitName.Simple(type)) && !there.Contains(UnitName.WithNamespace(type)));
            }

            gone.AddRange(types);
        }

        return gone;
    }

    private string RelativePath(string path) => Path.GetRelativePath(repository.Folder, path).Replace(Path.DirectorySeparatorChar, '/');
}
