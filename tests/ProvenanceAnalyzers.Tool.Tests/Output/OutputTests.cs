using System.Text;
using System.Text.Json;
using ProvenanceAnalyzers.Tool.Due;
using ProvenanceAnalyzers.Tool.Output;
using ProvenanceAnalyzers.Tool.Tests.Due;
using Spectre.Console;

namespace ProvenanceAnalyzers.Tool.Tests.Output;

/// <summary>The forms of a list, held against what their readers ask for.</summary>
public sealed class OutputTests
{
    private static readonly DueList List = new(
        [
            DueItems.Of("Shop", "src/Shop/A b.cs", 12, "PROV1001", "Order<T>", "100 %: a, b\nand |c|", isError: true),
            DueItems.Of("Shop", "src/Shop/Long.cs", 3, "PROV2001", "OrderParserWithANameThatNoTerminalHasRoomFor", lines: 1200),
            DueItems.Of("Data", "", 0, "PROV0006", "Data", "It weakens."),
        ],
        ["Legacy"]);

    [Fact]
    public void Workflow_commands_of_GitHub_escape_what_would_end_them() => Assert.Equal(
        """
        ::warning title=PROV0006 configuration::It weakens.
        ::error file=src/Shop/A b.cs,line=12,col=5,title=PROV1001 undeclared::100 %25: a, b%0Aand |c|
        ::warning file=src/Shop/Long.cs,line=3,col=5,title=PROV2001 unreviewed::It is due.

        """.ReplaceLineEndings("\n"),
        GitHubOutput.Write(List));

    [Fact]
    public void A_code_quality_report_of_GitLab_has_the_fields_that_GitLab_asks_for()
    {
        using var report = JsonDocument.Parse(GitLabOutput.Write(List));
        var first = report.RootElement.EnumerateArray().ElementAt(1);
        Assert.Equal("PROV1001", first.GetProperty("check_name").GetString());
        Assert.Equal("100 %: a, b\nand |c|", first.GetProperty("description").GetString());
        Assert.Equal("major", first.GetProperty("severity").GetString());
        Assert.Equal("src/Shop/A b.cs", first.GetProperty("location").GetProperty("path").GetString());
        Assert.Equal(12, first.GetProperty("location").GetProperty("lines").GetProperty("begin").GetInt32());
        Assert.Equal(
            3, report.RootElement.EnumerateArray().Select(item => item.GetProperty("fingerprint").GetString()).Distinct().Count());
    }

    [Fact]
    public void A_fingerprint_stays_when_code_moves_to_another_line()
    {
        Assert.Equal(FingerprintAt(3), FingerprintAt(300));

        static string? FingerprintAt(int line)
        {
            using var report = JsonDocument.Parse(GitLabOutput.Write(new DueList([DueItems.Of("A", "a.cs", line, "PROV1001")], [])));
            return report.RootElement[0].GetProperty("fingerprint").GetString();
        }
    }

    [Fact]
    public void Sarif_names_the_rules_once_and_each_result_its_own()
    {
        using var log = JsonDocument.Parse(SarifOutput.Write(List));
        Assert.Equal("2.1.0", log.RootElement.GetProperty("version").GetString());
        Assert.Equal("https://json.schemastore.org/sarif-2.1.0.json", log.RootElement.GetProperty("$schema").GetString());
        var run = log.RootElement.GetProperty("runs")[0];
        var rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray().ToList();
        Assert.Equal(["PROV0006", "PROV1001", "PROV2001"], rules.Select(rule => rule.GetProperty("id").GetString()));
        Assert.Equal(
            ["provenance", "declaration"],
            rules[1].GetProperty("properties").GetProperty("tags").EnumerateArray().Select(tag => tag.GetString()));
        var result = run.GetProperty("results")[1];
        Assert.Equal("PROV1001", rules[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString());
        Assert.Equal("error", result.GetProperty("level").GetString());
        var place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
        Assert.Equal("src/Shop/A%20b.cs", place.GetProperty("artifactLocation").GetProperty("uri").GetString());
        Assert.Equal(12, place.GetProperty("region").GetProperty("startLine").GetInt32());
        Assert.Equal(
            ["provenance", "configuration"],
            rules[0].GetProperty("properties").GetProperty("tags").EnumerateArray().Select(tag => tag.GetString()));
        var withoutFile = run.GetProperty("results")[0].GetProperty("locations")[0].GetProperty("physicalLocation");
        Assert.Equal("Data", withoutFile.GetProperty("artifactLocation").GetProperty("uri").GetString());
        Assert.Equal(1, withoutFile.GetProperty("region").GetProperty("startLine").GetInt32());
    }

    [Fact]
    public void Markdown_shows_names_as_they_are_and_links_lines() => Assert.Equal(
        """
        ### Provenance: 3 due in 2 projects: 1 undeclared, 1 unreviewed, 1 configuration; 1,200 lines to read

        <details><summary>Data: 1 due</summary>

        | Where | What | Code | To read |
        |---|---|---|---|
        |  | configuration (PROV0006) | Data |  |

        </details>

        <details><summary>Shop: 2 due</summary>

        | Where | What | Code | To read |
        |---|---|---|---|
        | [src/Shop/A b.cs:12](<src/Shop/A%20b.cs#L12>) | undeclared (PROV1001) | Order&lt;T&gt; |  |
        | [src/Shop/Long.cs:3](<src/Shop/Long.cs#L3>) | unreviewed (PROV2001) | OrderParserWithANameThatNoTerminalHasRoomFor | 1,200 lines |

        </details>

        """.ReplaceLineEndings("\n"),
        MarkdownOutput.Write(List, (path, line) => FileLinks.Of(path, line, _ => null)));

    [Theory]
    [InlineData(1)]
    [InlineData(400)]
    public void Markdown_is_never_longer_than_a_summary_may_be_and_says_what_it_leaves_out(int projects)
    {
        var items = Enumerable.Range(0, 4000).Select(index => DueItems.Of(
            $"Project{index % projects}", $"src/Ärger/File{index}.cs", index + 1, "PROV1001", new string('ü', 40)));
        var text = MarkdownOutput.Write(new DueList(items, []), (path, line) => FileLinks.Of(path, line, _ => null));

        Assert.InRange(Encoding.UTF8.GetByteCount(text), 50_000, 60 * 1024);
        var shown = text.Split('\n').Count(line => line.StartsWith("| [", StringComparison.Ordinal));
        Assert.Contains($"\n{4000 - shown:N0} more: `provenance due` lists all.\n", text, StringComparison.Ordinal);
        Assert.Equal(text.Split("<details>").Length, text.Split("</details>").Length);
    }

    [Fact]
    public void Links_lead_to_the_host_that_runs_the_job()
    {
        Assert.Equal("https://github.com/o/r/blob/abc/a%20b/c.cs#L7", Link(("GITHUB_SERVER_URL", "https://github.com"),
            ("GITHUB_REPOSITORY", "o/r"), ("GITHUB_SHA", "abc")));
        Assert.Equal(
            "https://gitlab.example.com/g/p/-/blob/abc/a%20b/c.cs#L7",
            Link(("CI_PROJECT_URL", "https://gitlab.example.com/g/p"), ("CI_COMMIT_SHA", "abc")));
        Assert.Equal("a%20b/c.cs#L7", Link());

        static string Link(params (string Name, string Value)[] variables) => FileLinks.Of(
            "a b/c.cs", 7, name => variables.FirstOrDefault(variable => variable.Name == name).Value);
    }

    [Fact]
    public void Text_gives_names_all_the_room_that_is_left()
    {
        var name = new string('n', 80 - "     3  undeclared     PROV1001".Length);

        Assert.Contains($"     3  undeclared    {name} PROV1001\n", TextOf(name, 0, 80), StringComparison.Ordinal);
        Assert.Contains($"     3  undeclared    …{name[1..]} PROV1001\n", TextOf($"{name}n", 0, 80), StringComparison.Ordinal);
        var shorter = name["  7 lines".Length..];
        Assert.Contains($"    {shorter} PROV1001  7 lines\n", TextOf(shorter, 7, 80), StringComparison.Ordinal);

        static string TextOf(string name, int lines, int width)
        {
            var written = new StringWriter();
            var console = AnsiConsole.Create(new AnsiConsoleSettings
            {
                Ansi = AnsiSupport.No,
                ColorSystem = ColorSystemSupport.NoColors,
                Out = new AnsiConsoleOutput(written),
            });
            console.Profile.Width = width;
            TextOutput.Write(new DueList([DueItems.Of("Shop", "a.cs", 3, "PROV1001", name, lines: lines)], []), console);
            return written.ToString().ReplaceLineEndings("\n");
        }
    }

    [Theory]
    [InlineData(60)]
    [InlineData(80)]
    [InlineData(200)]
    public void Text_keeps_to_the_width_of_the_terminal(int width)
    {
        var written = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Out = new AnsiConsoleOutput(written),
        });
        console.Profile.Width = width;

        TextOutput.Write(List, console);

        var lines = written.ToString().ReplaceLineEndings("\n").Split('\n');
        Assert.All(
            lines.Where(line => line.Contains("PROV", StringComparison.Ordinal)), line => Assert.True(line.Length <= width, line));
        Assert.Contains(lines, line => line.TrimStart().StartsWith("12  undeclared    Order<T>", StringComparison.Ordinal));
        var cut = lines.Single(line => line.Contains("RoomFor", StringComparison.Ordinal));
        Assert.EndsWith("1,200 lines", cut, StringComparison.Ordinal);
        var words = string.Join(' ', string.Join(' ', lines).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("Not judged, since they do not use ProvenanceAnalyzers: Legacy", words, StringComparison.Ordinal);
    }
}
