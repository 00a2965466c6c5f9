using System.Text.Json.Nodes;

namespace ProvenanceAnalyzers.Package.Tests.Tool.Agents;

/// <summary>An agent that can be installed from npm, and run without a terminal on a model of this machine.</summary>
/// <param name="Hook">What <c>--hook</c> calls it.</param>
/// <param name="Packages">The packages, each with its version; another version than these may have another form.</param>
/// <param name="Command">The program of the package, and its arguments.</param>
/// <param name="Model">The model that it is told to use.</param>
internal sealed record RunningAgent(string Hook, string[] Packages, string[] Command, string Model)
{
    /// <summary>Variables; <c>{address}</c> is where the model listens.</summary>
    public Dictionary<string, string> Environment { get; init; } = [];

    /// <summary>
    /// Files in its home; <c>{address}</c> is where the model listens, <c>{root}</c> the repository, <c>{hook}</c> the command.
    /// </summary>
    public Dictionary<string, string> Home { get; init; } = [];

    /// <summary>Programs that may be run, that <c>init</c> does not write.</summary>
    public Dictionary<string, string> Scripts { get; init; } = [];

    /// <summary>A command before it, which configures it; none: there is no need.</summary>
    public string[] Setup { get; init; } = [];

    /// <summary>The tools, with the names of what they are given.</summary>
    public required Func<string, IEnumerable<ToolCall>> Calls { get; init; }

    /// <summary>Whether its payloads say the model, or where it stands.</summary>
    public bool SaysModel { get; init; } = true;

    /// <summary>How long its model takes for an answer: some agents do not wait for their hooks, and end them as they end.</summary>
    public TimeSpan ThinksFor { get; init; }

    public static IReadOnlyList<RunningAgent> All { get; } =
    [
        new("claude-code", ["@anthropic-ai/claude-code@2.1.197"], ["claude", "-p", "edit", "--model", "claude-opus-4-5-20251101",
            "--permission-mode", "acceptEdits"], "claude-opus-4-5-20251101")
        {
            Environment = new()
            {
                ["ANTHROPIC_BASE_URL"] = "{address}",
                ["ANTHROPIC_API_KEY"] = "none",
                ["CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC"] = "1",
            },
            Calls = root => Edits("Read", "Edit", "Write", "file_path", "old_string", "new_string", "content", root),
        },
        new("codex", ["@openai/codex@0.171.0"], ["codex", "exec", "--dangerously-bypass-hook-trust",
            "--dangerously-bypass-approvals-and-sandbox", "edit"], "gpt-5.5")
        {
            Environment = new() { ["NO_KEY"] = "none" },
            Home = new()
            {
                [".codex/config.toml"] = """
                    model = "gpt-5.5"
                    model_provider = "local"
                    [model_providers.local]
                    name = "local"
                    base_url = "{address}/v1"
                    wire_api = "responses"
                    env_key = "NO_KEY"
                    [projects."{root}"]
                    trust_level = "trusted"
                    """,
            },
            Calls = _ => Patches("apply_patch"),
        },
        new("copilot", ["@github/copilot@1.0.102"], ["copilot", "-p", "edit", "--allow-all-tools", "--allow-all-paths"],
            "claude-sonnet-4.6")
        {
            Environment = new()
            {
                ["COPILOT_OFFLINE"] = "true",
                ["COPILOT_PROVIDER_BASE_URL"] = "{address}/v1",
                ["COPILOT_PROVIDER_API_KEY"] = "none",
                ["COPILOT_MODEL"] = "claude-sonnet-4.6",
                ["COPILOT_ALLOW_ALL"] = "true",
            },
            Calls = root => Edits("view", "edit", "create", "path", "old_str", "new_str", "file_text", root),
            SaysModel = false,
        },
        new("gemini-cli", ["@google/gemini-cli@0.61.0"], ["gemini", "-p", "edit", "--yolo", "-m", "gemini-2.5-pro"], "gemini-2.5-pro")
        {
            Environment = new()
            {
                ["GOOGLE_GEMINI_BASE_URL"] = "{address}",
                ["GEMINI_API_KEY"] = "none",
                ["GEMINI_CLI_TRUST_WORKSPACE"] = "true",
            },
            Home = new() { [".gemini/settings.json"] = """{"security":{"auth":{"selectedType":"gemini-api-key"}}}""" },
            Calls = root => Edits(
                "read_file", "replace", "write_file", "file_path", "old_string", "new_string", "content", root, "instruction"),
        },
        new("qwen-code", ["@qwen-code/qwen-code@0.15.10"], ["qwen", "-p", "edit", "--yolo"], "qwen3-coder-plus")
        {
            Environment = new()
            {
                ["OPENAI_BASE_URL"] = "{address}/v1",
                ["OPENAI_API_KEY"] = "none",
                ["OPENAI_MODEL"] = "qwen3-coder-plus",
            },
            Home = new() { [".qwen/settings.json"] = """{"security":{"auth":{"selectedType":"openai"}}}""" },
            Calls = root => Edits("read_file", "edit", "write_file", "file_path", "old_string", "new_string", "content", root),
        },
        new("kimi-code", ["@moonshot-ai/kimi-code@2.1.0", "node@22"], ["kimi", "-p", "edit it"], "k3")
        {
            Home = new()
            {
                [".kimi-code/config.toml"] = """
                    default_model = "local/k3"
                    telemetry = false
                    [providers."local"]
                    type = "openai"
                    base_url = "{address}/v1"
                    api_key = "none"
                    [models."local/k3"]
                    provider = "local"
                    model = "k3"
                    max_context_size = 200000
                    capabilities = [ "tool_use" ]
                    [[hooks]]
                    event = "PostToolUse"
                    command = "{hook}"
                    """,
            },
            Calls = root => Edits("Read", "Edit", "Write", "path", "old_string", "new_string", "content", root),
            SaysModel = false,
            ThinksFor = TimeSpan.FromSeconds(5),
        },
        new("cline", ["cline@3.0.65"], ["cline", "--auto-approve", "true", "edit it"], "gpt-5.4")
        {
            Setup = ["cline", "auth", "-p", "openai", "-k", "none", "-m", "gpt-5.4", "-b", "{address}/v1"],
            Scripts = new() { [".clinerules/hooks/PostToolUse"] = "#!/bin/sh\nexec {hook}\n" },
            Calls = _ => Patches("apply_patch").Select(call => call with { Input = new JsonObject { ["input"] = call.Input.DeepClone() } }),
            SaysModel = false,
        },
    ];

    /// <summary>Two edits, between them the file is read again, as it has changed; a new file; and an edit that cannot be made.</summary>
    private static IEnumerable<ToolCall> Edits(
        string read, string edit, string write, string path, string before, string after, string content, string root,
        string? reason = null)
    {
        var orders = Path.Combine(root, "Shop", "Orders.cs");
        ToolCall Edit(string from, string to)
        {
            var input = new JsonObject { [path] = orders, [before] = from, [after] = to };
            if (reason != null)
            {
                input[reason] = "because";
            }

            return new ToolCall(edit, input);
        }

        return
        [
            new(read, new JsonObject { [path] = orders }),
            Edit("public int Sum() => 1;", "public int Sum() => 2;"),
            new(read, new JsonObject { [path] = orders }),
            Edit("public int Id() => 1;", "public int Id() => 3;"),
            new(write, new JsonObject { [path] = Path.Combine(root, "Shop", "New.cs"), [content] = AgentTests.New }),
            Edit("not there", "public int Count() => 7;"),
        ];
    }

    private static IEnumerable<ToolCall> Patches(string tool) => new[]
    {
        "*** Update File: Shop/Orders.cs\n@@ public class Price\n {\n-    public int Sum() => 1;\n+    public int Sum() => 2;\n }\n"
            + "*** Add File: Shop/New.cs\n" + string.Concat(AgentTests.New.TrimEnd().Split('\n').Select(line => $"+{line}\n")),
        "*** Update File: Shop/Orders.cs\n@@ public class Order\n {\n-    public int Id() => 1;\n+    public int Id() => 3;\n }\n",
        "*** Update File: Shop/Orders.cs\n@@ public class Cart\n {\n-    not there\n+    public int Count() => 7;\n }\n",
    }.Select(patch => new ToolCall(tool, JsonValue.Create($"*** Begin Patch\n{patch}*** End Patch\n")));
}
