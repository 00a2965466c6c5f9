using ProvenanceAnalyzers.Package.Tests.Infrastructure;
using ProvenanceAnalyzers.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Package.Tests.Tool.Agents;

/// <summary>
/// <c>provenance declare --hook</c> where a running agent starts it: the agent from npm, the tool from its package, the hook as
/// <c>provenance init</c> writes it, or as the page about agents has it, and a model that a script plays.
/// </summary>
public sealed class AgentTests(InstalledTool tool) : IClassFixture<InstalledTool>
{
    internal const string New = "namespace Shop;\n\npublic record Added(int Id);\n";

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

    public static TheoryData<string> Agents => [.. RunningAgent.All.Select(agent => agent.Hook)];

    [SlowTheory(Needs.Linux, "npm")]
    [Trait(SlowFactAttribute.Trait, SlowFactAttribute.Value)]
    [MemberData(nameof(Agents))]
    public async Task What_a_running_agent_writes_is_declared_and_nothing_else(string hook)
    {
        var agent = RunningAgent.All.Single(one => one.Hook == hook);
        using var workspace = InstalledTool.NewWorkspace();
        workspace.Add("Shop", new TestProject(), ("Orders.cs", Committed));
        await workspace.CommitAsync();
        workspace.Write("Shop/Orders.cs", Committed.Replace("Count() => 1", "Count() => 7", StringComparison.Ordinal));
        (await tool.RunAsync(workspace.Root, "init", "All.slnx", "--hook", hook, "--yes")).MustSucceed();

        using var model = new ScriptedModel([.. agent.Calls(workspace.Root)], agent.ThinksFor);
        var said = await RunAsync(agent, workspace, model);

        Assert.Empty(model.Errors);
        var id = hook == "copilot" ? "github-copilot" : hook;
        var fields = $"Tool = \"{id}\"{(agent.SaysModel ? $", Model = \"{agent.Model}\"" : string.Empty)})]";
        Assert.True(
            workspace.Read("Shop/Orders.cs") == $$"""
                namespace Shop;

                [AIProvenance(AIOrigin.Assisted, {{fields}}
                public class Order
                {
                    public int Id() => 3;
                }

                [AIProvenance(AIOrigin.Assisted, {{fields}}
                public class Price
                {
                    public int Sum() => 2;
                }

                public class Cart
                {
                    public int Count() => 7;
                }

                """,
            workspace.Read("Shop/Orders.cs") + said);
        Assert.Equal(
            $"namespace Shop;\n\n[AIProvenance(AIOrigin.Generated, {fields}\npublic record Added(int Id);",
            workspace.Read("Shop/New.cs").TrimEnd('\n'));
        (await workspace.BuildAsync()).MustSucceed();
    }

    private async Task<string> RunAsync(RunningAgent agent, Workspace workspace, ScriptedModel model)
    {
        using var home = new TemporaryFolder("agent");
        var installed = Path.Combine(home.Path, "npm");
        Directory.CreateDirectory(installed);
        (await ChildProcess.RunAsync(
            "npm", installed, ["install", "--no-fund", "--no-audit", "--prefix", installed, .. agent.Packages])).MustSucceed();
        string Filled(string text) => text.Replace("{address}", model.Address, StringComparison.Ordinal)
            .Replace("{root}", workspace.Root, StringComparison.Ordinal)
            .Replace("{hook}", $"{tool.Program} declare --hook {agent.Hook}", StringComparison.Ordinal);
        foreach (var (name, text) in agent.Home)
        {
            var path = Path.Combine(home.Path, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllTextAsync(path, Filled(text));
        }

        foreach (var (name, text) in agent.Scripts)
        {
            workspace.Write(name, Filled(text));
            (await ChildProcess.RunAsync("chmod", workspace.Root, ["+x", name])).MustSucceed();
        }

        // The agent has a home of its own, in which there is no tool of the repository's manifest.
        foreach (var file in Directory.EnumerateFiles(workspace.Root, "*.json", SearchOption.AllDirectories))
        {
            var text = await File.ReadAllTextAsync(file);
            await File.WriteAllTextAsync(file, text.Replace("dotnet tool run provenance", tool.Program, StringComparison.Ordinal));
        }

        var programs = Path.Combine(installed, "node_modules", ".bin");
        var variables = agent.Environment.ToDictionary(variable => variable.Key, variable => Filled(variable.Value));
        variables["HOME"] = home.Path;
        variables["PATH"] = programs + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH");
        foreach (var command in new[] { agent.Setup, agent.Command }.Where(command => command.Length > 0))
        {
            var ran = await ChildProcess.RunAsync(
                Path.Combine(programs, command[0]), workspace.Root, command[1..].Select(Filled), variables, string.Empty);
            if (command == agent.Command)
            {
                return ran.MustSucceed().Text;
            }

            ran.MustSucceed();
        }

        return string.Empty;
    }
}
