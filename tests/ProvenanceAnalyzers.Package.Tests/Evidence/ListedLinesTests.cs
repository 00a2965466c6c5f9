using ProvenanceAnalyzers.Build.Evidence;
using ProvenanceAnalyzers.Build.Tests;
using ProvenanceAnalyzers.Package.Tests.Infrastructure;
using ProvenanceAnalyzers.Shared.Exchange;
using Xunit.Abstractions;

namespace ProvenanceAnalyzers.Package.Tests.Evidence;

/// <summary>What the task lists, held line by line against who typed each.</summary>
public sealed class ListedLinesTests(ITestOutputHelper output)
{
    public static TheoryData<int> Seeds => LabelledHistory.Seeds;

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task No_line_of_a_human_is_listed_as_an_AIs_and_no_line_of_an_AI_is_missing(int seed)
    {
        using var folder = new TemporaryFolder("history");
        using var other = new TemporaryFolder("evidence");
        var history = await LabelledHistory.CreateAsync(folder.Path, seed);

        var evidence = List(history, other.Path);

        foreach (var gap in evidence.Gaps)
        {
            output.WriteLine(gap);
        }

        var listed = evidence.Files.ToDictionary(file => $"{LabelledHistory.Project}/{file.Path}");
        var wrong = history.CodeFiles
            .SelectMany(file => file.Value.Index()
                .Where(line => line.Item.Unit != null)
                .Select(line => Mistake(
                    line.Item, SourceOf(listed.GetValueOrDefault(file.Key), line.Index + 1), $"{file.Key}({line.Index + 1})")))
            .OfType<string>()
            .ToList();
        Assert.True(wrong.Count == 0, $"{wrong.Count} lines:\n{string.Join('\n', wrong)}");
        Assert.Empty(listed.Keys.Except(history.CodeFiles.Select(file => file.Key)));
    }

    private static ListedEvidence List(LabelledHistory history, string folder)
    {
        var engine = new RecordingEngine();
        var project = Path.Combine(history.Repository.Root, LabelledHistory.Project);
        var sources = history.CodeFiles
            .Select(file => new Microsoft.Build.Utilities.TaskItem(Path.Combine(history.Repository.Root, file.Key)));
        var task = new ListProvenanceEvidence
        {
            BuildEngine = engine,
            Sources = [.. sources],
            ProjectDirectory = project,
            Cache = Path.Combine(folder, "cache"),
            List = Path.Combine(folder, EvidenceFile.FileName),
        };
        Assert.True(task.Execute(), string.Join('\n', engine.Lines));
        var evidence = EvidenceFile.Read(File.ReadAllText(task.List), out var problem);
        Assert.Null(problem);
        return evidence;
    }

    private static EvidenceSource? SourceOf(FileEvidence? file, int line) =>
        file?.Runs.Find(run => run.First <= line && line <= run.Last)?.Source;

    /// <summary>What is wrong with what is listed of a line; null where nothing is.</summary>
    private static string? Mistake(LabelledLine line, EvidenceSource? source, string where) =>
        line.IsCounted ? MistakeOfCode(line, source, where)
        : line.IsMarker && line.Unit!.HumanSigned != (source?.HasHuman ?? true) ? $"{line.Unit.Scenario} {where}, of a marker, is "
            + $"{(line.Unit.HumanSigned ? "" : "not ")}signed by a human ({line.Unit.Plan.Marker}); commit {source?.Commit}: {line.Text}"
        : null;

    private static string? MistakeOfCode(LabelledLine line, EvidenceSource? source, string where)
    {
        var label = line.Label;
        var strength = Enum.Parse<KeptEvidence>((source?.Strength ?? EvidenceStrength.None).ToString());
        var wrong = strength > label.Most ? $"is listed as {strength}, and at most {label.Most} is right"
            : strength < label.Least ? $"is listed as {strength}, and at least {label.Least} is right"
            : strength >= KeptEvidence.Commit && !source!.Tools.SequenceEqual([label.Tool!])
                ? $"is listed as {string.Join(" and ", source.Tools)}'s, and is {label.Tool}'s"
            : strength >= KeptEvidence.Trailer && MissingPerson(label, source!) is { } person ? $"does not name {person}"
            : null;
        return wrong == null ? null
            : $"{line.Unit!.Scenario} {where}, of {label.Typist}, {wrong}; commit {source?.Commit}: {line.Text.Trim()}";
    }

    private static string? MissingPerson(LineLabel label, EvidenceSource source) => label.People.FirstOrDefault(person =>
        !source.Requesters.Concat(source.Authors).Any(named => named.Contains(person, StringComparison.Ordinal)));
}
