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

    /// <summary>
    /// The log of a session, as the agent writes it, where the payload does not say the model. Of Claude Code, what comes after its answer
    /// names no model, or half of one.
    /// </summary>
    private static readonly Dictionary<string, string> Logs = new()
    {
        ["claude-code"] = """
            {"parentUuid":"7f","isSidechain":false,"message":{"id":"msg_05","type":"message","role":"assistant","model":"claude-haiku-4-5"},"type":"assistant"}
            {"parentUuid":"a7","isSidechain":false,"message":{"id":"msg_06","type":"message","role":"assistant","model":"claude-opus-4-5-20251101"},"type":"assistant"}
            {"parentUuid":"a8","isSidechain":false,"message":{"id":"msg_07","type":"message","role":"assistant","model":"<synthetic>"},"type":"assistant"}
            {"type":"user","message":{"content":"\"model\": \"none\""}}
            half a line with "model"
            """,
        ["gemini-cli"] = """
            {"id":"3c91c9b8","timestamp":"2026-11-28T15:59:06.651Z","type":"gemini","content":"","thoughts":[],"model":"gemini-2.5-pro"}
            {"$set":{"lastUpdated":"2026-11-28T15:59:06.651Z"}}
            """,
        ["qwen-code"] = """
            {"uuid":"99e9","type":"assistant","version":"0.15.10","model":"qwen3-coder-plus","message":{"role":"model","parts":[{"text":"x"}]}}
            {"uuid":"99ea","type":"system","version":"0.15.10","subtype":"ui_telemetry"}
            """,
    };

    /// <summary>
    /// The payload, what of which is declared, and the fields that are known beside the tool. In "Recorded" is what running agents have
    /// sent, each with a model that a script played, and only the folder changed; in "Documented" what others are said to send.
    /// </summary>
    public static TheoryData<string, string, string> Payloads { get; } = new()
    {
        { "Recorded/claude-code.edit", "Price", ", Model = \"claude-opus-4-5-20251101\"" },
        { "Recorded/claude-code.write", "Added", ", Model = \"claude-opus-4-5-20251101\"" },
        { "Recorded/claude-code.overwrite", "Price", ", Model = \"claude-opus-4-5-20251101\"" },
        { "Recorded/claude-code.read", "", "" },
        { "Recorded/claude-code.bash", "", "" },
        { "Recorded/claude-code.before", "", "" },
        { "Documented/claude-code.multi-edit", "Price", ", Model = \"claude-opus-4-5-20251101\"" },
        { "Recorded/codex.apply-patch", "Added Price", ", Model = \"gpt-5.5\"" },
        { "Recorded/codex.shell", "", "" },
        { "Recorded/copilot.cli-edit", "Price", "" },
        { "Recorded/copilot.cli-create", "Added", "" },
        { "Recorded/copilot.cli-patch", "Added Price", "" },
        { "Recorded/copilot.cli-bash", "", "" },
        { "Recorded/copilot.cli-pascal-case-edit", "Price", "" },
        { "Recorded/copilot.cli-pascal-case-create", "Added", "" },
        { "Documented/copilot.cli-before", "", "" },
        { "Documented/copilot.agent", "Added Price", "" },
        { "Documented/copilot.editor", "Price", "" },
        { "Documented/cursor.after-file-edit", "Price", ", Model = \"claude-4.5-sonnet\", RequestedBy = \"grace@example.com\"" },
        { "Documented/cursor.post-tool-use", "Added", ", Model = \"claude-4.5-sonnet\", RequestedBy = \"grace@example.com\"" },
        { "Documented/cursor.after-shell", "", "" },
        { "Recorded/gemini-cli.replace", "Price", ", Model = \"gemini-2.5-pro\"" },
        { "Recorded/gemini-cli.write-file", "Added", ", Model = \"gemini-2.5-pro\"" },
        { "Recorded/gemini-cli.overwrite", "Price", ", Model = \"gemini-2.5-pro\"" },
        { "Recorded/gemini-cli.failed-replace", "", "" },
        { "Recorded/gemini-cli.read-file", "", "" },
        { "Recorded/gemini-cli.shell", "", "" },
        { "Documented/windsurf.post-write-code", "Price", "" },
        { "Documented/droid.edit", "Price", "" },
        { "Recorded/qwen-code.edit", "Price", ", Model = \"qwen3-coder-plus\"" },
        { "Recorded/qwen-code.write-file", "Added", ", Model = \"qwen3-coder-plus\"" },
        { "Recorded/qwen-code.overwrite", "Price", ", Model = \"qwen3-coder-plus\"" },
        { "Recorded/qwen-code.shell", "", "" },
        { "Documented/kiro.fs-write", "Price", "" },
        { "Recorded/kimi-code.edit", "Price", "" },
        { "Recorded/kimi-code.write", "Added", "" },
        { "Recorded/kimi-code.read", "", "" },
        { "Recorded/cline.apply-patch", "Added Price", "" },
        { "Recorded/cline.editor", "Price", "" },
        { "Recorded/cline.editor-create", "Added", "" },
        { "Recorded/cline.editor-insert", "Price", "" },
        { "Recorded/cline.editor-failed", "", "" },
        { "Recorded/cline.run-commands", "", "" },

        // What was edited it says in a form of its own, so that git alone says what changed.
        { "Documented/cline.replace-in-file", "Cart Price", ", Model = \"anthropic/claude-sonnet-4-6\"" },
        { "Documented/firebender.edit", "Price", ", Model = \"gpt-5.2\"" },
    };

    [Theory]
    [MemberData(nameof(Payloads))]
    public async Task The_right_types_are_declared_and_no_others(string name, string declared, string fields)
    {
        using var project = await CreateAsync();
        var hook = HookOf(name);

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
        var files = new[] { "Recorded", "Documented" }.SelectMany(folder => Directory
            .GetFiles(Repository.PathOf($"{Folder}/{folder}"), "*.json")
            .Select(file => $"{folder}/{Path.GetFileNameWithoutExtension(file)}")).ToList();

        Assert.Equal(Payloads.Select(row => (string)row[0]).Order(), files.Order());
        Assert.Equal(AgentHooks.All.Select(hook => hook.Name).Order(), files.Select(HookOf).Distinct().Order());
        Assert.Equal(
            AgentHooks.All.Where(hook => hook.Sources.Any(source => source.Contains(", recorded, ", StringComparison.Ordinal)))
                .Select(hook => hook.Name)
                .Order(),
            files.Where(file => file.StartsWith("Recorded/", StringComparison.Ordinal)).Select(HookOf).Distinct().Order());
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
        foreach (var (agent, log) in Logs)
        {
            project.Write($"log/{agent}.jsonl", log);
        }

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

    private static string HookOf(string payload) => payload[(payload.IndexOf('/', StringComparison.Ordinal) + 1)..].Split('.')[0];

    private static string ExpectedAnswer(string payload, bool hasDeclared) => (HookOf(payload), hasDeclared) switch
    {
        ("claude-code" or "codex" or "droid" or "gemini-cli" or "qwen-code", true) => "hookSpecificOutput hookEventName additionalContext",
        ("gemini-cli" or "qwen-code", false) => "",
        ("copilot", true) => Repository.Read($"{Folder}/{payload}.json").Contains("\"tool_name\"", StringComparison.Ordinal)
            ? "additionalContext hookSpecificOutput hookEventName additionalContext"
            : "additionalContext",
        ("cursor", true) when payload == "Documented/cursor.post-tool-use" => "additional_context",
        ("cursor", _) => "",
        ("cline", true) => "cancel contextModification",
        ("cline", false) => "cancel",
        _ => "nothing",
    };
}
