using ProvenanceAnalyzers.Tool.Declare;
using ProvenanceAnalyzers.Tool.Infrastructure;

namespace ProvenanceAnalyzers.Tool.Init;

/// <summary>The files of a repository with what is planned so far. Nothing is written before the plan is whole and agreed to.</summary>
/// <param name="place">Where they are.</param>
internal sealed class InitFiles(InitPlace place)
{
    private readonly Dictionary<string, PlannedChange> _files = new(StringComparer.Ordinal);
    private readonly List<string> _notes = [];

    /// <summary>What is to be written, in the order in which it was planned.</summary>
    public IEnumerable<PlannedChange> Changes => _files.Values.Where(file => file.IsChange);

    /// <summary>What somebody should know or do.</summary>
    public IReadOnlyList<string> Notes => _notes;

    /// <summary>Whether a file is there, or is going to be.</summary>
    public bool Exists(string path) => File.Exists(path) || (_files.TryGetValue(path, out var file) && file.IsChange);

    /// <summary>The text that a file has, or is going to have; null where it is not there.</summary>
    /// <exception cref="ToolException">It cannot be read, or lies outside of the repository.</exception>
    public string? Read(string path) => Exists(path) ? Of(path).Text : null;

    /// <summary>Plans the text of a file.</summary>
    /// <exception cref="ToolException">It cannot be read, or lies outside of the repository.</exception>
    public void Write(string path, string text) => Of(path).Text = text;

    /// <summary>Plans a section that is marked, so that it is known again; one that is there is left as it is.</summary>
    /// <param name="path">The file.</param>
    /// <param name="form">How sections are marked in it.</param>
    /// <param name="content">The section without its marks, with LF.</param>
    public void WriteSection(string path, MarkedSection form, string content)
    {
        var text = Read(path) ?? string.Empty;
        if (form.In(text) is not { } there)
        {
            Write(path, form.Append(text, content));
        }
        else if (there != content)
        {
            Note($"'{place.NameOf(path)}' has a section of provenance that differs from what would be written now. It is left as it is; "
                + "to have it written anew, remove it with its marks.");
        }
    }

    /// <summary>Notes what somebody should know or do.</summary>
    public void Note(string sentence)
    {
        if (!_notes.Contains(sentence))
        {
            _notes.Add(sentence);
        }
    }

    private PlannedChange Of(string path)
    {
        if (!_files.TryGetValue(path, out var file))
        {
            var real = RealPath.Of(path);
            file = RealPath.IsBelow(real, place.Root)
                ? PlannedChange.Read(real, place.NameOf(path))
                : throw new ToolException($"'{place.NameOf(path)}' leads out of '{place.Root}', so it is left as it is.");
            _files.Add(path, file);
        }

        return file;
    }
}
