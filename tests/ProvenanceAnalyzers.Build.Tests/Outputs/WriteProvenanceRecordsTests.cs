using Microsoft.Build.Framework;
using ProvenanceAnalyzers.Build.Infrastructure;
using ProvenanceAnalyzers.Build.Outputs;
using ProvenanceAnalyzers.Build.Record;

namespace ProvenanceAnalyzers.Build.Tests.Outputs;

/// <summary>The task that makes all outputs of the records of a project.</summary>
public sealed class WriteProvenanceRecordsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly RecordingEngine _engine = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>And each file is a line of the build.</summary>
    [Trait("Case", "H12")]
    [Fact]
    public void Each_item_is_an_output_of_its_kind()
    {
        Assert.True(Run(
            Item("", "baseline-update"),
            Item("out/Lib.provenance.json", "manifest"),
            Item("copy/Lib.provenance.json", "manifest"),
            Item("out/Lib.provenance.jsonl", "jsonl"),
            Item("out/Lib.training", "training"),
            Item("copy/Lib.training", "training")));

        Assert.EndsWith($"\nT:A {Sample.Digest}\n", _folder.Read("Provenance.Baseline.txt"), StringComparison.Ordinal);
        Assert.StartsWith("{\n  \"schemaVersion\": \"1\",\n", _folder.Read("out/Lib.provenance.json"), StringComparison.Ordinal);
        Assert.Contains("\"baseline\": true", _folder.Read("out/Lib.provenance.json"), StringComparison.Ordinal);
        Assert.Equal(_folder.Read("out/Lib.provenance.json"), _folder.Read("copy/Lib.provenance.json"));
        Assert.StartsWith("{\"record\":\"project\",", _folder.Read("out/Lib.provenance.jsonl"), StringComparison.Ordinal);
        Assert.Equal(string.Empty, _folder.Read("copy/Lib.training/include.txt"));
        Assert.Equal("A.cs\t1-5\tbaseline\tT:A\n", _folder.Read("copy/Lib.training/exclude.txt"));
        Assert.Equal(
            [
                "message Provenance: 1 unit, 1 undeclared (1 in the baseline), 0 AI-made, 0 unreviewed, 0 stale (Lib)",
                $"message Provenance: the baseline has 1 line: {_folder.PathOf("Provenance.Baseline.txt")}",
                $"message Provenance: the manifest is written: {_folder.PathOf("out/Lib.provenance.json")}",
                $"message Provenance: the manifest is written: {_folder.PathOf("copy/Lib.provenance.json")}",
                $"message Provenance: the manifest is written: {_folder.PathOf("out/Lib.provenance.jsonl")}",
                $"message Provenance: 0 files may go into a training set: {_folder.PathOf("out/Lib.training/include.txt")}",
                $"message Provenance: 0 files may go into a training set: {_folder.PathOf("copy/Lib.training/include.txt")}",
                $"message Provenance: 1 reason against other files is listed: {_folder.PathOf("out/Lib.training/exclude.txt")}",
                $"message Provenance: 1 reason against other files is listed: {_folder.PathOf("copy/Lib.training/exclude.txt")}",
            ],
            _engine.Lines);
    }

    [Fact]
    public void What_a_check_finds_in_order_and_an_update_without_a_line_say_nothing_of_a_file()
    {
        _folder.Write("Provenance.Baseline.txt", $"T:A {Sample.Digest}\n");
        Assert.True(Run(Item("", "baseline-check")));
        Assert.Single(_engine.Lines);

        File.Delete(_folder.PathOf("Provenance.Baseline.txt"));
        Assert.True(Run(Sample.Unit("T:A"), Item("", "baseline-update")));
        Assert.Equal(2, _engine.Lines.Count);
        Assert.Equal(["record.json"], _folder.Names);
    }

    [FactOnUnix]
    public void Training_lists_have_the_place_that_a_link_leads_to()
    {
        File.CreateSymbolicLink(_folder.PathOf("link.cs"), "Real.cs");
        _folder.Write("Real.cs", string.Empty);

        Assert.True(Run(Sample.Unit("T:A") with { Parts = [Sample.Part("link.cs", 1, 5)] }, Item("out", "training")));

        Assert.Equal("Real.cs\n", _folder.Read("out/include.txt"));
        Assert.Equal(string.Empty, _folder.Read("out/exclude.txt"));
    }

    [Fact]
    public void Where_the_baseline_would_grow_nothing_is_written()
    {
        Assert.False(Run(Item("", "baseline-check"), Item("Lib.provenance.json", "manifest")));

        Assert.Contains("error PROVMSB0009 ", _engine.Lines[1], StringComparison.Ordinal);
        Assert.Equal(["record.json"], _folder.Names);
    }

    [Fact]
    public void Without_outputs_there_is_one_line()
    {
        Assert.True(Run());

        Assert.Equal(["message Provenance: 1 unit, 1 undeclared, 0 AI-made, 0 unreviewed, 0 stale (Lib)"], _engine.Lines);
        Assert.Equal(["record.json"], _folder.Names);
    }

    [Theory]
    [InlineData("pdf")]
    [InlineData("baseline-")]
    [InlineData("")]
    public void An_unknown_kind_is_an_error_that_says_what_is_allowed(string kind)
    {
        Assert.False(Run(Item("Lib.provenance.json", "manifest"), Item("Lib.report", kind)));

        Assert.Equal(
            [
                $"error PROVMSB0016 {_folder.PathOf("Lib.csproj")}: The output '{_folder.PathOf("Lib.report")}' is of the kind '{kind}'. "
                    + "Allowed are baseline-update, baseline-check, manifest, jsonl, training.",
            ],
            _engine.Lines);
        Assert.Equal(["record.json"], _folder.Names);
    }

    private bool Run(params ITaskItem[] outputs) => Run(Sample.Unit("T:A") with { Due = "PROV1001", IsDeclared = false }, outputs);

    private bool Run(UnitRecord unit, params ITaskItem[] outputs)
    {
        var task = new WriteProvenanceRecords
        {
            BuildEngine = _engine,
            Records = [_folder.Write("record.json", Json.OneLine(Sample.Framework("net10.0", unit)))],
            Project = _folder.PathOf("Lib.csproj"),
            Outputs = outputs,
        };
        return task.Execute();
    }

    private InMemoryItem Item(string path, string kind) => new(_folder.PathOf(path), ("Kind", kind));
}
