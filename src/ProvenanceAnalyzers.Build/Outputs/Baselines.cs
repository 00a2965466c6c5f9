using ProvenanceAnalyzers.Build.Infrastructure;
using ProvenanceAnalyzers.Build.Record;
using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.Build.Outputs;

/// <summary>The baseline files of a project: <c>Provenance.Baseline.txt</c>, and others if there are any.</summary>
internal sealed class Baselines
{
    private const string Header =
        "# Code whose provenance was unknown when the project began to ask for it; that is not \"human\". One line a unit: id and digest.\n"
        + "# Written by: dotnet build -p:ProvenanceBaseline=update\n";

    private readonly string _mainPath;
    private readonly List<(string Path, List<BaselineLine> Lines)> _files;

    /// <summary>Reads the files.</summary>
    /// <param name="place">The project's folder; or the one file that is its own, where the folder holds several projects.</param>
    public Baselines(string place)
    {
        var hasOneFile = BaselineFile.IsNameOf(place);
        _mainPath = hasOneFile ? place : Path.Combine(place, BaselineFile.NamePrefix + BaselineFile.NameEnding);
        var paths = hasOneFile
            ? new[] { place }.Where(File.Exists)
            : Directory.EnumerateFiles(place, $"{BaselineFile.NamePrefix}*{BaselineFile.NameEnding}");
        _files = [.. paths.OrderBy(path => path, StringComparer.Ordinal).Select(path => (path, Read(path)))];
    }

    /// <summary>All lines of all files.</summary>
    public IEnumerable<(string Path, BaselineLine Line)> Lines => _files.SelectMany(file => file.Lines.Select(line => (file.Path, line)));

    /// <summary>The lines that a baseline of these units has.</summary>
    public static HashSet<string> LinesFor(IEnumerable<UnitRecord> units) => new(
        units.Where(unit => unit.BelongsInBaseline).Select(unit => new BaselineEntry(unit.Id, unit.Digest!).ToString()),
        StringComparer.Ordinal);

    /// <summary>
    /// Makes the files hold these lines and no others, and returns the files. A line that a file has stays there; new ones go into the main
    /// file.
    /// </summary>
    public IReadOnlyList<string> Update(HashSet<string> lines)
    {
        ThrowIfAny(problem => problem is BaselineProblem.Malformed or BaselineProblem.ConflictMark);
        var rest = new HashSet<string>(lines, StringComparer.Ordinal);
        foreach (var (path, known) in _files.Where(file => file.Path != _mainPath))
        {
            var kept = known.Select(line => line.Text).Where(rest.Remove).ToList();
            AtomicFile.Write(path, CommentsOf(path) + Text(kept));
        }

        if (rest.Count > 0 || File.Exists(_mainPath))
        {
            AtomicFile.Write(_mainPath, Header + Text(rest));
        }

        return [.. _files.Select(file => file.Path).Append(_mainPath).Distinct().Where(File.Exists)];
    }

    /// <summary>Fails when an update would add a line, or when a line is wrong.</summary>
    public void Check(HashSet<string> lines)
    {
        ThrowIfAny(problem => problem != BaselineProblem.None);
        var added = lines.Except(Lines.Select(entry => entry.Line.Text)).OrderBy(line => line, StringComparer.Ordinal).ToList();
        if (added.Count > 0)
        {
            var names = string.Join(", ", added.Take(5).Select(line => $"'{line.Substring(0, line.LastIndexOf(' '))}'"));
            var more = added.Count > 5 ? ", ..." : string.Empty;
            throw new RecordException(
                ErrorCodes.BaselineWouldGrow,
                $"The baseline would grow by {added.Count}: {names}{more}. Code that is new or was changed must "
                + "declare its provenance; a baseline only shrinks.",
                _mainPath);
        }
    }

    private static List<BaselineLine> Read(string path)
    {
        try
        {
            return [.. BaselineFile.Read(File.ReadAllText(path))];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new RecordException(ErrorCodes.MalformedBaseline, $"The baseline cannot be read: {exception.Message}", path);
        }
    }

    private static string Text(IEnumerable<string> lines) =>
        string.Concat(lines.OrderBy(line => line, StringComparer.Ordinal).Select(line => line + "\n"));

    private static string CommentsOf(string path) => string.Concat(
        File.ReadAllText(path).Split('\n')
            .Select(line => line.TrimEnd('\r'))
            .TakeWhile(line => line.StartsWith("#", StringComparison.Ordinal))
            .Select(line => line + "\n"));

    private void ThrowIfAny(Func<BaselineProblem, bool> isWrong)
    {
        foreach (var (path, lines) in _files)
        {
            if (lines.Find(line => isWrong(line.Problem)) is { } wrong)
            {
                throw new RecordException(
                    ErrorCodes.MalformedBaseline, $"The baseline line '{wrong.Text}' {wrong.Explanation}.", path, wrong.Number);
            }
        }
    }
}
