using System.Text.Json;
using ProvenanceAnalyzers.Rules;
using ProvenanceAnalyzers.Shared.Text;
using ProvenanceAnalyzers.Tool.Infrastructure;
using ProvenanceAnalyzers.Tool.Manifests;
using ProvenanceAnalyzers.Tool.Tables;

namespace ProvenanceAnalyzers.Tool.Report;

/// <summary>What a report says: the rows of each query below <c>Report/Sql</c>, by its name.</summary>
internal sealed class ReportData : IDisposable
{
    /// <summary>So many units a page lists at most; those that wait for somebody come first.</summary>
    public const int MostUnits = 50_000;

    private const string UnitsQuery = "units";

    private static readonly string[] Queries =
    [
        "totals", "origins", "makers", "providers", "reviews", "reviewers", "projects", "folders", "rules", "policies", "training", "trend",
        "changes",
    ];

    private readonly Lazy<IReadOnlyCollection<string>> _files;

    private ReportData(ManifestTables tables, IEnumerable<string> files)
    {
        Tables = tables;
        _files = new Lazy<IReadOnlyCollection<string>>(() => files.Select(RealPath.Of).ToHashSet(Paths.Comparer));
        Rows = Queries.ToDictionary(name => name, name => tables.Query(Sql.Read($"Report/{name}.sql")), StringComparer.Ordinal);
    }

    /// <summary>The rows of each query but that of the units.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyDictionary<string, object?>>> Rows { get; }

    /// <summary>The one row of totals.</summary>
    public IReadOnlyDictionary<string, object?> Totals => Rows["totals"][0];

    /// <summary>The words for what manifests have in one word, by what they are of.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Words { get; } = ReadWords();

    /// <summary>What each rule is about, by its id.</summary>
    public static IReadOnlyDictionary<string, string> RuleTitles { get; } = Descriptors.All
        .ToDictionary(descriptor => descriptor.Id, descriptor => descriptor.Title.ToString(null), StringComparer.Ordinal);

    /// <summary>The tables that the rows come from.</summary>
    public ManifestTables Tables { get; }

    /// <summary>The manifests that were read: full paths, with links followed.</summary>
    public IReadOnlyCollection<string> Files => _files.Value;

    /// <summary>Reads manifests and asks of them what a report says.</summary>
    /// <param name="request">What is wanted.</param>
    /// <param name="cancellationToken">Ends that, and all that is asked of the tables later.</param>
    /// <exception cref="ToolException">There is none, or one cannot be understood.</exception>
    public static ReportData Read(ReportRequest request, CancellationToken cancellationToken)
    {
        var current = ManifestReader.FilesAt(request.Manifests).ToList();
        var earlierTables = PartitionedTables.Below(request.History);
        var earlier = ManifestReader.FilesAt(request.History, mayHaveNone: place =>
                earlierTables.AreBelow(place)
                || (request.GrowingTables is { } growing && FolderOf(growing) == FolderOf(place)))
            .Except(current, StringComparer.Ordinal)
            .ToList();
        var tables = ManifestTables.Read(
            [
                .. current.Select(path => PlacedManifest.Of(path, request.Repository, request.Day, isCurrent: true)),
                .. earlier.Select(path => Earlier(PlacedManifest.Of(path, request.Repository, string.Empty, isCurrent: false))),
            ],
            earlierTables,
            cancellationToken);
        try
        {
            return new ReportData(tables, [
                .. current, .. earlier, .. earlierTables.Manifests.Concat(earlierTables.Units).Select(file => file.Path),
            ]);
        }
        catch
        {
            tables.Dispose();
            throw;
        }
    }

    private static string FolderOf(string path) => RealPath.Of(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)));

    private static PlacedManifest Earlier(PlacedManifest manifest) => manifest.Day.Length > 0
        ? manifest
        : throw new ToolException(
            $"Of '{manifest.Path}' nobody says of which day it is: put earlier manifests into folders called day=2026-11-01.");

    /// <summary>The units, those that wait for somebody first; each with its details as JSON.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, object?>> Units() =>
        Tables.Query(Sql.Read($"Report/{UnitsQuery}.sql"), ("limit", MostUnits));

    /// <inheritdoc/>
    public void Dispose() => Tables.Dispose();

    private static Dictionary<string, IReadOnlyDictionary<string, string>> ReadWords() =>
        JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string>>>(Sql.Read("Report/words.json"))!
            .ToDictionary(pair => pair.Key, pair => (IReadOnlyDictionary<string, string>)pair.Value, StringComparer.Ordinal);
}
