using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ProvenanceAnalyzers.Package.Tests.Infrastructure;
using ProvenanceAnalyzers.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Package.Tests.Tool;

/// <summary><c>provenance review</c>, installed from its package, in a terminal.</summary>
public sealed partial class ReviewCommandTests(InstalledTool tool) : IClassFixture<InstalledTool>
{
    private const string Sign = "s";
    private const string Space = " ";
    private const string ControlC = "\u0003";

    private static readonly Dictionary<string, string?> AsBob = new() { ["PROVENANCE_REVIEWER"] = "bob@example.com", ["TERM"] = "xterm" };

    [FactNeeding(Needs.Linux)]
    public async Task Of_fifty_classes_in_twelve_files_forty_are_signed_and_the_build_reports_the_other_ten()
    {
        using var workspace = await NewSolutionAsync(files: 12, classes: 50);
        var keysASigned = new List<int>();

        // Somebody presses Ctrl+C, the next time the machine goes down as a key is pressed, and then it is done.
        await using (var interrupted = StartReview(workspace))
        {
            await ReviewAsync(interrupted, keysASigned, most: 13);
            interrupted.Press(ControlC);
            var (exitCode, drawn) = await interrupted.WaitForExitAsync();
            Assert.Equal(1, exitCode);
            Assert.Contains("13 reviews signed by bob@example.com", drawn, StringComparison.Ordinal);
        }

        await using (var killed = StartReview(workspace))
        {
            await ReviewAsync(killed, keysASigned, most: 18);
            killed.Press(Space);
            await killed.WaitForAsync("n: skip");
            killed.Press("n");
            killed.Press(Sign);
            await killed.KillAsync();
        }

        await using (var finished = StartReview(workspace))
        {
            await ReviewAsync(finished, keysASigned, most: int.MaxValue);
            var (exitCode, drawn) = await finished.WaitForExitAsync();
            Assert.Equal(1, exitCode);
            Assert.Contains("10 skipped; 10 still due.", drawn, StringComparison.Ordinal);
        }

        var build = (await workspace.BuildAsync()).MustSucceed();
        Assert.Equal(10, build.OurOwn.Count());
        Assert.All(build.OurOwn, diagnostic => Assert.Equal("PROV2001", diagnostic.Id));
        Assert.Equal(
            Enumerable.Range(0, 50).Where(IsSkipped).Select(index => $"Class{index}").Order(StringComparer.Ordinal),
            build.OurOwn.Select(diagnostic => diagnostic.Message.Split('\'')[1]).Order(StringComparer.Ordinal));
        var changed = await workspace.ChangedLinesAsync();
        Assert.Equal(40, changed.Count);
        Assert.All(changed, line => Assert.StartsWith("+[HumanReviewed(\"bob@example.com\", \"", line, StringComparison.Ordinal));
        Assert.True(keysASigned.Order().ElementAt(keysASigned.Count / 2) <= 3, string.Join(", ", keysASigned));
    }

    [FactNeeding(Needs.Linux)]
    public async Task A_key_that_is_held_down_signs_one_and_typing_ahead_signs_none()
    {
        using var workspace = await NewSolutionAsync(files: 1, classes: 5);
        await using var terminal = StartReview(workspace);
        await terminal.WaitForAsync("s: sign");

        terminal.Press("ssssssssssssssssssss");
        await terminal.WaitForAsync("Signed by bob@example.com.");
        terminal.Press(" s s s s ");
        await terminal.WaitForAsync("2 of 5, as ");
        await terminal.WaitForAsync("s: sign");
        await Task.Delay(TimeSpan.FromSeconds(1));
        terminal.Press("q");
        var (exitCode, drawn) = await terminal.WaitForExitAsync();

        Assert.Equal(1, exitCode);
        Assert.Contains("1 review signed by bob@example.com, 4 not looked at; 4 still due.", drawn, StringComparison.Ordinal);
        Assert.Single(await workspace.ChangedLinesAsync());
    }

    [FactNeeding(Needs.Linux)]
    public async Task What_is_longer_than_the_screen_is_signed_at_its_end_alone()
    {
        using var workspace = InstalledTool.NewWorkspace();
        workspace.Add("Shop", new TestProject(), ("Long.cs", $"namespace Shop;\n{Class(7)}"));
        await workspace.CommitAsync();
        await using var terminal = StartReview(workspace, restore: true);
        Assert.DoesNotContain("s: sign", await terminal.WaitForAsync("n: skip"), StringComparison.Ordinal);

        terminal.Press(Sign);
        await terminal.WaitForAsync("Read all of it first");
        terminal.Press(Space);
        Assert.DoesNotContain("s: sign", await terminal.WaitForAsync("n: skip"), StringComparison.Ordinal);
        terminal.Press(Space);
        await terminal.WaitForAsync("s: sign");
        terminal.Press(Sign);
        await terminal.WaitForAsync("Signed by");
        terminal.Press(Space);

        Assert.Equal(0, (await terminal.WaitForExitAsync()).ExitCode);
        Assert.Single(await workspace.ChangedLinesAsync());
    }

    [FactNeeding(Needs.Linux)]
    public async Task A_file_that_changes_between_showing_and_signing_is_read_anew()
    {
        using var workspace = await NewSolutionAsync(files: 1, classes: 1);
        await using var terminal = StartReview(workspace);
        await terminal.WaitForAsync("s: sign");
        workspace.Write("Shop/File0.cs", workspace.Read("Shop/File0.cs").Replace("number + 0", "number + 99", StringComparison.Ordinal));

        terminal.Press(Sign);
        Assert.Contains("number + 99", await terminal.WaitForAsync("It was changed meanwhile"), StringComparison.Ordinal);
        terminal.Press(Sign);
        await terminal.WaitForAsync("Signed by");
        terminal.Press(Space);

        Assert.Equal(0, (await terminal.WaitForExitAsync()).ExitCode);
        Assert.Empty((await workspace.BuildAsync()).MustSucceed().OurOwn);
    }

    [FactNeeding(Needs.Linux)]
    public async Task Of_a_stale_review_the_lines_that_changed_are_shown_whatever_the_file_was_called_then()
    {
        using var workspace = await NewSolutionAsync(files: 1, classes: 1);
        await using (var first = StartReview(workspace))
        {
            await SignTheOnlyOneAsync(first);
        }

        await workspace.CommitAsync();
        foreach (var member in new[] { 1, 2, 3 })
        {
            workspace.Write("Shop/File0.cs", workspace.Read("Shop/File0.cs").Replace(
                $"number + {member}", $"number + {member}{member}", StringComparison.Ordinal));
            await workspace.CommitAsync();
        }

        (await ChildProcess.GitAsync(workspace.Root, "mv", "Shop/File0.cs", "Shop/Renamed.cs")).MustSucceed();
        await workspace.CommitAsync();
        Assert.Contains(
            "6 changed", (await tool.RunAsync(workspace.Root, "due", "All.slnx", "--no-restore")).Text, StringComparison.Ordinal);
        await AssertShownAsync(
            "Read: 6 lines changed since commit",
            ["-     public int Member2(int number) => number + 2;", "+     public int Member2(int number) => number + 22;"],
            ["[AIProvenance("]);

        // In a clone that has the last commit alone, all of it has to be read.
        Directory.Delete(workspace.PathOf(".git"), recursive: true);
        await workspace.CommitAsync();
        await AssertShownAsync("Read: 9 lines", ["public int Member0(int number) => number + 0;"], []);

        async Task AssertShownAsync(string toRead, string[] shown, string[] hidden)
        {
            await using var terminal = StartReview(workspace);
            var screen = await terminal.WaitForAsync("s: sign");
            Assert.Contains(toRead, screen, StringComparison.Ordinal);
            Assert.All(shown, line => Assert.Contains(line, screen, StringComparison.Ordinal));
            Assert.All(hidden, line => Assert.DoesNotContain(line, screen, StringComparison.Ordinal));
            terminal.Press("q");
            await terminal.WaitForExitAsync();
        }
    }

    [FactNeeding(Needs.Linux)]
    public async Task Nobody_signs_what_they_requested_and_no_agent_signs()
    {
        using var workspace = InstalledTool.NewWorkspace();
        workspace.Add("Shop", new TestProject(), ("Code.cs", """
            namespace Shop;

            [AIProvenance(AIOrigin.Generated, Tool = "claude-code", RequestedBy = "Bob <bob@example.com>")]
            public class Code;

            """));
        await workspace.CommitAsync();
        await using (var terminal = StartReview(workspace, restore: true))
        {
            Assert.DoesNotContain("s: sign", await terminal.WaitForAsync("n: skip"), StringComparison.Ordinal);
            terminal.Press(Sign);
            await terminal.WaitForAsync("You cannot sign this");
            terminal.Press("n");
            var (exitCode, drawn) = await terminal.WaitForExitAsync();
            Assert.Equal(1, exitCode);
            Assert.Contains("1 not yours to sign", drawn, StringComparison.Ordinal);
        }

        await using (var agent = PseudoTerminal.Start(
            workspace.Root, $"'{tool.Program}' review All.slnx", new Dictionary<string, string?>(AsBob) { ["CLAUDECODE"] = "1" }))
        {
            var (exitCode, drawn) = await agent.WaitForExitAsync();
            Assert.Equal(2, exitCode);
            Assert.Contains("An AI agent started this process: the variable CLAUDECODE is set.", drawn, StringComparison.Ordinal);
        }

        var piped = await tool.RunAsync(workspace.Root, "review", "All.slnx");
        Assert.Equal(2, piped.ExitCode);
        Assert.Contains("A review needs a terminal", piped.Text, StringComparison.Ordinal);
        Assert.Empty(await workspace.ChangedLinesAsync());
    }

    [FactNeeding(Needs.Linux)]
    public async Task Code_that_is_signed_for_elsewhere_is_read_anew_too()
    {
        using var workspace = await InstalledTool.NewWorkspaceOfTargetsAsync();
        await using (var terminal = StartReview(workspace, restore: true))
        {
            Assert.Contains("WriteLine(1)", await terminal.WaitForAsync("s: sign"), StringComparison.Ordinal);
            workspace.Write("Shop/Program.cs", "System.Console.WriteLine(2);\n");
            workspace.Write("Shop/Data/a.json", "{\"changed\":true}\n");
            terminal.Press(Sign);
            Assert.Contains("WriteLine(2)", await terminal.WaitForAsync("It was changed meanwhile"), StringComparison.Ordinal);
            terminal.Press(Sign);
            await terminal.WaitForAsync("Signed by");
            terminal.Press(Space);

            // What is known of a fixture file is of when the project was loaded.
            await terminal.WaitForAsync("has changed since the project was loaded");
            terminal.Press(Space);
            Assert.Equal(1, (await terminal.WaitForExitAsync()).ExitCode);
        }

        var due = await tool.RunAsync(workspace.Root, "due", "All.slnx");
        Assert.Contains("1 due in 1 project: 1 unreviewed", due.Text, StringComparison.Ordinal);
        await using (var again = StartReview(workspace))
        {
            Assert.Contains("changed", await SignTheOnlyOneAsync(again), StringComparison.Ordinal);
        }

        Assert.Equal(0, (await tool.RunAsync(workspace.Root, "due", "All.slnx")).ExitCode);
    }

    [FactNeeding(Needs.Linux)]
    public async Task Of_code_that_has_one_name_each_is_shown()
    {
        using var workspace = InstalledTool.NewWorkspace();
        workspace.Configure("provenance.review_on = members");
        workspace.Add("Shop", new TestProject(), ("Code.cs", """
            namespace First
            {
                [AIProvenance(AIOrigin.Generated, Tool = "codex")]
                public class Parser
                {
                    public int Parse(int number) => 1;

                    public int Parse(string text) => 2;
                }
            }

            namespace Second
            {
                [AIProvenance(AIOrigin.Generated, Tool = "codex")]
                public class Parser
                {
                    public int Parse(string text) => 3;
                }
            }

            """));
        await workspace.CommitAsync();
        var shown = new List<string>();
        await using var terminal = StartReview(workspace, restore: true);
        for (var index = 1; index <= 5; index++)
        {
            // The methods, and what is left of each type without them.
            await terminal.WaitForAsync($"{index} of 5, as ");
            var screen = await terminal.WaitForAsync("s: sign");
            shown.AddRange(new[] { "=> 1", "=> 2", "=> 3" }.Where(code => screen.Contains(code, StringComparison.Ordinal)));
            terminal.Press(Sign);
            await terminal.WaitForAsync("Signed by");
            terminal.Press(Space);
        }

        Assert.Equal(0, (await terminal.WaitForExitAsync()).ExitCode);
        Assert.Equal(["=> 1", "=> 2", "=> 1", "=> 2", "=> 3", "=> 3"], shown);
        Assert.Equal(0, (await tool.RunAsync(workspace.Root, "due", "All.slnx", "--no-restore")).ExitCode);
    }

    [FactNeeding(Needs.Linux)]
    public async Task Control_C_ends_it_at_the_question_who_signs()
    {
        using var workspace = await NewSolutionAsync(files: 1, classes: 1);
        await using var terminal = PseudoTerminal.Start(
            workspace.Root,
            $"'{tool.Program}' review All.slnx --no-restore",
            new Dictionary<string, string?> { ["TERM"] = "xterm", ["GIT_CONFIG_GLOBAL"] = "/dev/null" });
        await terminal.WaitForAsync("Who reviews?");
        terminal.Press(ControlC);
        var (exitCode, drawn) = await terminal.WaitForExitAsync();

        Assert.Equal(2, exitCode);
        Assert.Contains("provenance: interrupted", drawn, StringComparison.Ordinal);
    }

    [FactNeeding(Needs.Linux)]
    public async Task A_read_only_file_is_left_as_it_is_and_it_is_said()
    {
        using var workspace = await NewSolutionAsync(files: 1, classes: 1);
        File.SetAttributes(workspace.PathOf("Shop/File0.cs"), FileAttributes.ReadOnly);
        await using var terminal = StartReview(workspace);
        await terminal.WaitForAsync("s: sign");
        terminal.Press(Sign);
        await terminal.WaitForAsync("is read-only");
        terminal.Press("q");

        Assert.Equal(1, (await terminal.WaitForExitAsync()).ExitCode);
        Assert.Empty(await workspace.ChangedLinesAsync());
    }

    /// <summary>Signs what is shown, and skips every fifth class.</summary>
    private static async Task ReviewAsync(PseudoTerminal terminal, List<int> keysASigned, int most)
    {
        for (var signed = 0; signed < most;)
        {
            var screen = await terminal.WaitForAsync("n: skip");
            var place = Place().Match(screen);
            Assert.True(place.Success, screen);
            var isLast = place.Groups["position"].Value == place.Groups["count"].Value;
            if (IsSkipped(int.Parse(place.Groups["index"].Value, CultureInfo.InvariantCulture)))
            {
                terminal.Press("n");
            }
            else
            {
                var before = terminal.KeyCount;
                while (!screen.Contains("s: sign", StringComparison.Ordinal))
                {
                    terminal.Press(Space);
                    screen = await terminal.WaitForAsync("n: skip");
                }

                terminal.Press(Sign);
                await terminal.WaitForAsync("Signed by bob@example.com.");
                signed++;
                keysASigned.Add(terminal.KeyCount - before + 1);
                if (signed < most)
                {
                    terminal.Press(Space);
                }
            }

            if (isLast)
            {
                return;
            }
        }
    }

    /// <summary>Signs what alone is due and fits the screen; returns what was shown.</summary>
    private static async Task<string> SignTheOnlyOneAsync(PseudoTerminal terminal)
    {
        var shown = await terminal.WaitForAsync("s: sign");
        terminal.Press(Sign);
        await terminal.WaitForAsync("Signed by");
        terminal.Press(Space);
        Assert.Equal(0, (await terminal.WaitForExitAsync()).ExitCode);
        return shown;
    }

    private static bool IsSkipped(int index) => index % 5 == 4;

    private PseudoTerminal StartReview(Workspace workspace, bool restore = false) => PseudoTerminal.Start(
        workspace.Root, $"'{tool.Program}' review All.slnx {(restore ? string.Empty : "--no-restore")}", AsBob);

    [GeneratedRegex(@"Class(?<index>\d+)  .*?\n(?<position>\d+) of (?<count>\d+), as ", RegexOptions.Singleline)]
    private static partial Regex Place();

    private static async Task<Workspace> NewSolutionAsync(int files, int classes)
    {
        var workspace = InstalledTool.NewWorkspace();
        var texts = Enumerable.Range(0, files).Select(_ => new StringBuilder("namespace Shop;\n")).ToList();
        for (var index = 0; index < classes; index++)
        {
            texts[index % files].Append(Class(index));
        }

        workspace.Add("Shop", new TestProject(), [.. texts.Select((text, index) => ($"File{index}.cs", text.ToString()))]);
        (await workspace.BuildAsync()).MustSucceed();
        await workspace.CommitAsync();
        return workspace;
    }

    private static string Class(int index)
    {
        // Every tenth is longer than the screen.
        var members = Enumerable.Range(0, index % 10 == 7 ? 30 : 4)
            .Select(member => $"    public int Member{member}(int number) => number + {member};\n");
        return $"\n[AIProvenance(AIOrigin.Generated, Tool = \"claude-code\")]\npublic class Class{index}\n{{\n{string.Concat(members)}}}\n";
    }
}
