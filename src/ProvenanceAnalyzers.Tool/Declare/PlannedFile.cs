using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using ProvenanceAnalyzers.CodeFixes.Rules;
using ProvenanceAnalyzers.Tool.Infrastructure;

namespace ProvenanceAnalyzers.Tool.Declare;

/// <summary>A source file and what is to be changed in it.</summary>
internal sealed class PlannedFile
{
    private readonly byte[]? _bytes;
    private readonly EncodedText _text;
    private readonly List<TextChange> _changes = [];

    private PlannedFile(string path, byte[]? bytes, EncodedText text, SyntaxTree tree)
    {
        _bytes = bytes;
        _text = text;
        Path = path;
        Tree = tree;
    }

    /// <summary>The file, with links followed.</summary>
    public string Path { get; }

    /// <summary>The file, parsed.</summary>
    public SyntaxTree Tree { get; }

    /// <summary>Its text.</summary>
    public string Text => _text.Text;

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file, with links followed.</param>
    /// <param name="project">The project that it is in; null: none.</param>
    /// <exception cref="ToolException">It is no text, or no C#.</exception>
    public static PlannedFile Read(string path, ProjectFolder? project)
    {
        var bytes = FileContent.Read(path);
        if (EncodedText.Read(bytes) is not { } text)
        {
            throw new ToolException($"'{path}' is no text of the encoding that it says, or of UTF-8, so nothing is declared in it.");
        }

        var tree = ParsedFile.Parse(text.Text, path, ParsedFile.OptionsOf(project));
        return ParsedFile.FirstErrorOf(tree) is { } error
            ? throw new ToolException($"'{path}' is no C# yet, so nothing is declared in it. {error}")
            : new PlannedFile(path, bytes, text, tree);
    }

    /// <summary>A file that is not there yet, and is once something is declared in it.</summary>
    public static PlannedFile Create(string path, ProjectFolder project) => new(
        path, null, EncodedText.Read("\n"u8.ToArray())!, ParsedFile.Parse("\n", path, ParsedFile.OptionsOf(project)));

    /// <summary>Plans changes.</summary>
    public void Add(IEnumerable<TextChange> changes) => _changes.AddRange(changes);

    /// <summary>Writes what is planned, unless it would change anything but annotations.</summary>
    /// <exception cref="ToolException">It cannot be written.</exception>
    public void Write()
    {
        if (_changes.Count == 0)
        {
            return;
        }

        var changed = ProvenanceCodeFixProvider.Apply(Tree.GetText(), _changes).ToString();
        changed = _bytes == null ? changed.TrimEnd('\n') + "\n" : changed;
        var tree = ParsedFile.Parse(changed, Path, (Microsoft.CodeAnalysis.CSharp.CSharpParseOptions)Tree.Options);
        var (before, after) = (ParsedFile.RootOf(Tree), ParsedFile.RootOf(tree));
        if (ParsedFile.FirstErrorOf(tree) != null
            || UnitContent.OfAll(before) != UnitContent.OfAll(after)
            || !UnitContent.MarkersOf(before).SequenceEqual(UnitContent.MarkersOf(after)))
        {
            throw new ToolException($"Nothing can be declared in '{Path}' without changing its code. Declare it by hand.");
        }

        ReplacedFile.Write(Path, _bytes, _text.Write(changed));
    }
}
