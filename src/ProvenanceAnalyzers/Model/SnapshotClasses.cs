using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ProvenanceAnalyzers.Shared.Exchange;
using ProvenanceAnalyzers.Shared.Text;
using ProvenanceAnalyzers.Symbols;

namespace ProvenanceAnalyzers.Model;

/// <summary>
/// Finds the test class that a snapshot has its name from, as the snapshot libraries make it: <c>OrderTests.Parses.verified.txt</c>,
/// <c>OrderTests_Parses.json</c>, or a folder of such a name.
/// </summary>
/// <param name="units">The types of the compilation.</param>
/// <param name="files">The source files, for the folders that they are in.</param>
/// <param name="testClasses">Tells which types are test classes.</param>
internal sealed class SnapshotClasses(Units units, SourceFiles files, Func<TestClasses> testClasses)
{
    private static readonly char[] Ends = ['.', '_'];

    private readonly ConcurrentDictionary<string, SnapshotClass?> _byPath = new(StringComparer.Ordinal);
    private readonly Lazy<Dictionary<string, List<INamedTypeSymbol>>> _byName = new(() => FindByName(units, testClasses()));

    /// <summary>The class whose name a fixture file bears; null where it is no snapshot, or no class or several have that name.</summary>
    /// <param name="path">The file's path relative to the project.</param>
    public SnapshotClass? Of(string path)
    {
        if (!FixtureFile.IsSnapshot(path))
        {
            return null;
        }

        return _byPath.TryGetValue(path, out var known) ? known : _byPath.GetOrAdd(path, Find(path));
    }

    private static Dictionary<string, List<INamedTypeSymbol>> FindByName(Units units, TestClasses testClasses)
    {
        var byName = new Dictionary<string, List<INamedTypeSymbol>>(StringComparer.Ordinal);
        foreach (var type in units.Types)
        {
            Add(type, type.Name);
        }

        return byName;

        void Add(INamedTypeSymbol type, string name)
        {
            if (!testClasses.Contains(type))
            {
                return;
            }

            if (!byName.TryGetValue(name, out var types))
            {
                byName.Add(name, types = []);
            }

            types.Add(type);
            foreach (var nested in type.GetTypeMembers())
            {
                Add(nested, $"{name}.{nested.Name}");
            }
        }
    }

    private SnapshotClass? Find(string path)
    {
        var folder = Paths.FolderOf(path);
        return FindNamed(Paths.NameOf(path), folder)
            ?? (folder.Length > 0 ? FindNamed(Paths.NameOf(folder.TrimEnd('/')), folder) : null);
    }

    /// <summary>The class of the longest name that a text begins with.</summary>
    private SnapshotClass? FindNamed(string text, string folder)
    {
        for (var end = text.LastIndexOfAny(Ends); end > 0; end = text.LastIndexOfAny(Ends, end - 1))
        {
            if (_byName.Value.TryGetValue(text.Substring(0, end), out var types))
            {
                return (types.Count == 1 ? types[0] : Nearest(types, folder)) is { } type
                    ? new SnapshotClass(type, MembersNamed(text.Substring(end + 1), type))
                    : null;
            }
        }

        return null;
    }

    /// <summary>The members of a class, or of one that it derives from, of the longest name that a text begins with.</summary>
    private static ImmutableArray<ISymbol> MembersNamed(string text, INamedTypeSymbol type)
    {
        for (var end = text.Length; end > 0; end = text.LastIndexOfAny(Ends, end - 1))
        {
            var name = text.Substring(0, end);
            for (var current = type; current is { DeclaringSyntaxReferences.IsEmpty: false }; current = current.BaseType)
            {
                if (current.GetMembers(name) is { IsEmpty: false } members)
                {
                    return members;
                }
            }
        }

        return [];
    }

    /// <summary>Of several classes of one name the one whose file is in the folder or the nearest above it; null where two are.</summary>
    private INamedTypeSymbol? Nearest(List<INamedTypeSymbol> types, string folder)
    {
        INamedTypeSymbol? nearest = null;
        var length = -1;
        foreach (var type in types)
        {
            foreach (var part in type.DeclaringSyntaxReferences)
            {
                var place = Paths.FolderOf(files.Of(part.SyntaxTree).Path);
                if (!folder.StartsWith(place, StringComparison.Ordinal) || place.Length < length)
                {
                    continue;
                }

                var isOther = place.Length == length && !SymbolEqualityComparer.Default.Equals(type, nearest);
                nearest = isOther ? null : type;
                length = place.Length;
            }
        }

        return nearest;
    }
}

/// <summary>Where a snapshot has its name from.</summary>
/// <param name="Type">The test class.</param>
/// <param name="Members">The members that have made it, where its name says which; they may be those of a base class.</param>
internal sealed record SnapshotClass(INamedTypeSymbol Type, ImmutableArray<ISymbol> Members);
