using System.Text;
using System.Text.Json;
using ProvenanceAnalyzers.Shared.Catalogue;
using ProvenanceAnalyzers.Tests.Infrastructure;
using ProvenanceAnalyzers.Tool.Hooks;
using ProvenanceAnalyzers.Tool.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Tool.Tests.Hooks;

/// <summary>Through the payloads of each agent: the right types and no others, twice the same.</summary>
public sealed class PayloadTests
{
    private const string Folder = "tests/ProvenanceAnalyzers.Tool.Tests/Hooks/Payloads";

    private const string Committed = """
        namespace Shop;

        [AIProvenance(AIOrigin.Human)]
        public class Order
        {
            public int Id() => 1;
        }

        public class Price
        {
            public int Sum() => 1;
        }

        public class Cart
        {
            public int Count() => 1;
        }

        """;

    private const string Added = "namespace Shop;\n\npublic record Added(int Id);\n";

    /// <summary>What a human has changed before, and the agent after that.</summary>
    private static readonly string Edited = Committed
        .Replace("Count() => 1", "Count() => 7", StringComparison.Ordinal)
        .Replace("Sum() => 1", "Sum() => 2", StringComparison.Ordinal);

    /// <summary>The payload, what of which is declared, and the fields that are known beside the tool.</summary>
    public static TheoryData<string, string, string> Payloads { get; } = new()
    {
        { "claude-code.edit", "Price", ", Model = \"claude-opus-4-5-20251101\"" },
        { "claude-code.multi-edit", "Price", ", Model = \"claude-opus-4-5-20251101\"" },
        { "claude-code.write", "Added", ", Model = \"claude-opus-4-5-20251101\"" },
        { "claude-code.overwrite", "Price", ", Model = \"claude-opus-4-5-20251101\"" },
        { "claude-code.bash", "", "" },
        { "claude-code.before", "", "" },
        { "codex.apply-patch", "Added Price", ", Model = \"gpt-5.2-codex\"" },
        { "copilot.cli", "Price", "" },
        { "copilot.cli-create", "Added", "" },
        { "copilot.cli-before", "", "" },
        { "copilot.agent", "Added Price", "" },
        { "copilot.editor", "Price", "" },
        { "cursor.after-file-edit", "Price", ", Model = \"claude-4.5-sonnet\", RequestedBy = \"grace@example.com\"" },
        { "cursor.post-tool-use", "Added", ", Model = \"claude-4.5-sonnet\", RequestedBy = \"grace@example.com\"" },
        { "cursor.after-shell", "", "" },
        { "gemini-cli.replace", "Price", "" },
        { "gemini-cli.write-file", "Added", "" },
        { "gemini-cli.read-file", "", "" },
        { "windsurf.post-write-code", "Price", "" },
        { "droid.edit", "Price", "" },
        { "qwen-code.edit", "Price", "" },
        { "kiro.fs-write", "Price", "" },
        { "kimi-code.edit", "Price", "" },

        // What was edited it says in a form of its own, so that git alone says what changed.
        { "cline.replace-in-file", "Cart Price", ", Model = \"anthropic/claude-sonnet-4-6\"" },
        { "firebender.edit", "Price", ", Model = \"gpt-5.2\"" },
    };

    [Theory]
    [MemberData(nameof(Payloads))]
    public async Task The_right_types_are_declared_and_no_others(string name, string declared, string fields)
    {
        using var project = await CreateAsync();
        var hook = name[..name.IndexOf('.', StringComparison.Ordinal)];

        var answer = await RunAsync(project, hook, Payload(name, project));

        var annotation = $"Tool = \"{AgentHooks.Find(hook)!.Tool}\"{fields})]\n";
        var types = declared.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(
            types.Intersect(["Price", "Cart"]).Aggregate(Edited, (text, type) => text.Replace(
                $"public class {type}\n", $"[AIProvenance(AIOrigin.Assisted, {annotation}public class {type}\n", StringComparison.Ordinal)),
            project.Read("src/Orders.cs"));
        Assert.Equal(
            types.Contains("Added")
                ? Added.Replace("public record", $"[AIProvenance(AIOrigin.Generated, {annotation}public record", StringComparison.Ordinal)
                : Added,
            project.Read("src/New.cs"));
        Assert.Equal(ExpectedAnswer(name, types.Length > 0), AnswerFormOf(answer));

        var (orders, added) = (project.Read("src/Orders.cs"), project.Read("src/New.cs"));
        var again = await RunAsync(project, hook, Payload(name, project));
        Assert.Equal((orders, added), (project.Read("src/Orders.cs"), project.Read("src/New.cs")));
        Assert.Equal(ExpectedAnswer(name, hasDeclared: false), AnswerFormOf(again));
    }

    [Fact]
    public void Each_payload_is_in_the_table_and_each_agent_has_one()
    {
        var files = Directory.GetFiles(Repository.PathOf(Folder), "*.json").Select(Path.GetFileNameWithoutExtension).Order().ToList();

        Assert.Equal(Payloads.Select(row => (string)row[0]).Order(), files);
        Assert.Equal(
            AgentHooks.All.Select(hook => hook.Name).Order(),
            files.Select(file => file![..file!.IndexOf('.', StringComparison.Ordinal)]).Distinct().Order());
    }

    [Fact]
    public void Each_agent_is_a_known_tool_and_says_where_its_form_can_be_seen_and_when()
    {
        Assert.All(AgentHooks.All, hook => Assert.Contains(KnownTools.All, tool => tool.Id == hook.Tool));
        Assert.All(AgentHooks.All, hook => Assert.NotEmpty(hook.Sources));
        Assert.All(AgentHooks.All.SelectMany(hook => hook.Sources), source => Assert.Matches(@", \d{4}-\d\d-\d\d$", source));
        Assert.Equal(AgentHooks.All.Count, AgentHooks.All.Select(hook => hook.Name).Distinct().Count());
    }

    [Theory]
    [InlineData("github-copilot", "copilot")]
    [InlineData("claude", "claude-code")]
    [InlineData("gemini", "gemini-cli")]
    public void An_agent_is_found_by_the_names_of_its_tool_too(string name, string hook) => Assert.Equal(hook, AgentHooks.Find(name)!.Name);

    internal static async Task<TestProject> CreateAsync()
    {
        var project = await TestProject.CreateAsync(("src/Orders.cs", Committed));
        project.Write("src/Orders.cs", Edited);
        project.Write("src/New.cs", Added);
        project.Write(
            "log/session.jsonl",
            "{\"type\":\"assistant\",\"message\":{\"model\":\"claude-haiku-4-5\"}}\n"
            + "{\"type\":\"assistant\",\"message\":{\"model\":\"claude-opus-4-5-20251101\"}}\n"
            + "{\"type\":\"assistant\",\"message\":{\"model\":\"<synthetic>\"}}\n"
            + "{\"type\":\"user\",\"message\":{\"content\":\"\\\"model\\\": \\\"none\\\"\"}}\nhalf a line with \"model\"");
        return project;
    }

    internal static string Payload(string name, TestProject project) => Repository.Read($"{Folder}/{name}.json")
        .Replace("{{root}}", JsonEncodedText.Encode(project.Folder.Replace('\\', '/')).ToString(), StringComparison.Ordinal);

    internal static async Task<string> RunAsync(TestProject project, string hook, string payload, TextWriter? errors = null)
    {
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(payload));
        using var said = new StringWriter();
        var answer = await new HookRun(project.Folder, errors ?? said).RunAsync(
            hook, input, new HookSaid(null, null, null, IsAutonomous: false), CancellationToken.None);
        Assert.Equal(string.Empty, said.ToString());
        return answer;
    }

    /// <summary>The names in an answer, whatever its text is.</summary>
    private static string AnswerFormOf(string answer)
    {
        if (answer.Length == 0)
        {
            return "nothing";
        }

        using var document = JsonDocument.Parse(answer);
        return string.Join(' ', Names(document.RootElement));

        static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().SelectMany(property =>
            property.Value.ValueKind == JsonValueKind.Object ? Names(property.Value).Prepend(property.Name) : [property.Name]);
    }

    private static string ExpectedAnswer(string payload, bool hasDeclared) => (payload, hasDeclared) switch
    {
        ("codex.apply-patch" or "droid.edit", true) => "hookSpecificOutput hookEventName additionalContext",
        ("copilot.cli" or "copilot.cli-create", true) => "additionalContext",
        ("copilot.agent" or "copilot.editor", true) => "additionalContext hookSpecificOutput hookEventName additionalContext",
        ("cursor.post-tool-use", true) => "additional_context",
        ("cursor.after-file-edit" or "cursor.after-shell", _) or ("cursor.post-tool-use", false) => "",
        ("gemini-cli.replace" or "gemini-cli.write-file" or "qwen-code.edit", true) => "hookSpecificOutput hookEventName additionalContext",
        ("gemini-cli.replace" or "gemini-cli.write-file" or "gemini-cli.read-file" or "qwen-code.edit", false) => "",
        ("cline.replace-in-file", true) => "cancel contextModification",
        ("cline.replace-in-file", false) => "cancel",
        ("claude-code.edit" or "claude-code.multi-edit" or "claude-code.write" or "claude-code.overwrite", true) =>
            "hookSpecificOutput hookEventName additionalContext",
        _ => "nothing",
    };
}
