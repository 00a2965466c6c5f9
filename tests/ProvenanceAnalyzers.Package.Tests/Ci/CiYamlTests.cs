using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace ProvenanceAnalyzers.Package.Tests.Ci;

/// <summary>What docs/ci.md leaves to a host has the form of the host's files. Whether a host does it, no test here knows.</summary>
public sealed partial class CiYamlTests
{
    private static readonly string[] Workflow = ["name", "on", "permissions", "jobs"];
    private static readonly string[] Job = ["needs", "runs-on", "defaults", "steps"];
    private static readonly string[] Step = ["uses", "with", "run", "shell", "env"];
    private static readonly string[] AzureStep = ["checkout", "fetchDepth", "task", "inputs", "bash", "condition"];

    private static readonly IReadOnlyList<(string Section, YamlMappingNode Root)> Files =
        [.. PageFence.ReadAll().Where(fence => fence.Language == "yaml").Select(fence => (fence.Section, PageScript.Yaml(fence.Text)))];

    [Fact]
    public void Each_block_of_YAML_is_of_a_kind_that_is_looked_at() => Assert.Equal(
        [
            "GitHub Actions", "GitLab", "Azure Pipelines", "Code scanning", "A job that developers cannot edit", "Each night",
            "Before a commit",
        ],
        Files.Select(file => file.Section));

    [Fact]
    public void Workflows_of_GitHub_have_jobs_of_steps_that_use_or_run_something()
    {
        var workflows = Files.Where(file => Child(file.Root, "jobs") != null).ToList();
        Assert.Equal(4, workflows.Count);
        Assert.All(workflows, file =>
        {
            Assert.Empty(Keys(file.Root).Except(Workflow));
            Assert.Equal("read", $"{Child(file.Root, "permissions")!["contents"]}");
            foreach (var job in ((YamlMappingNode)file.Root["jobs"]).Children.Values)
            {
                Assert.Empty(Keys(job).Except(Job));
                Assert.Equal("ubuntu-latest", $"{job["runs-on"]}");
                var steps = ((YamlSequenceNode)job["steps"]).Children;
                Assert.All(steps, step =>
                {
                    Assert.Empty(Keys(step).Except(Step));
                    Assert.Single(Keys(step), key => key is "uses" or "run");
                    if (Child(step, "uses") is { } action)
                    {
                        Assert.Matches(Action(), $"{action}");
                    }
                });
                var checkouts = steps.Where(step => Uses(step, "actions/checkout@")).ToList();
                Assert.NotEmpty(checkouts);
                Assert.All(checkouts, step => Assert.Equal("false", $"{step["with"]["persist-credentials"]}"));
                if (PageScript.In(job).Any(NeedsHistory))
                {
                    Assert.Equal("0", $"{checkouts[0]["with"]["fetch-depth"]}");
                }

                if (steps.Any(step => Uses(step, "github/codeql-action/upload-sarif@")))
                {
                    Assert.Equal("write", $"{file.Root["permissions"]["security-events"]}");
                }
            }
        });
    }

    [Fact]
    public void The_job_of_GitLab_hands_over_what_it_has_written()
    {
        var job = Assert.Single(File("GitLab").Children).Value;

        Assert.Empty(Keys(job).Except(["stage", "image", "rules", "variables", "script", "artifacts"]));
        Assert.Equal("0", $"{job["variables"]["GIT_DEPTH"]}");
        Assert.Contains(
            $"--format gitlab > {job["artifacts"]["reports"]["codequality"]} ",
            string.Concat(PageScript.In(job)),
            StringComparison.Ordinal);
        Assert.Equal("always", $"{job["artifacts"]["when"]}");
    }

    [Fact]
    public void The_steps_of_Azure_Pipelines_check_out_a_task_or_a_script()
    {
        var pipeline = File("Azure Pipelines");

        Assert.Empty(Keys(pipeline).Except(["trigger", "pr", "pool", "steps"]));
        var steps = ((YamlSequenceNode)pipeline["steps"]).Children;
        Assert.All(steps, step =>
        {
            Assert.Empty(Keys(step).Except(AzureStep));
            Assert.Single(Keys(step), key => key is "checkout" or "task" or "bash");
        });
        Assert.Equal("0", $"{steps[0]["fetchDepth"]}");
    }

    [Fact]
    public void The_hook_of_the_framework_runs_what_the_hook_of_git_runs()
    {
        var hook = Assert.Single(((YamlSequenceNode)Assert.Single(((YamlSequenceNode)File("Before a commit")["repos"]).Children)["hooks"]));

        Assert.Empty(Keys(hook).Except(["id", "name", "entry", "language", "types", "pass_filenames"]));
        Assert.EndsWith(
            $" || exec {hook["entry"]}\n",
            Assert.Single(PageFence.ReadAll(), fence => fence.Language == "sh").Text,
            StringComparison.Ordinal);
    }

    private static YamlMappingNode File(string section) => Files.Single(file => file.Section == section).Root;

    private static bool NeedsHistory(string script) =>
        script.Contains("--since", StringComparison.Ordinal) || script.Contains("verify", StringComparison.Ordinal);

    private static bool Uses(YamlNode step, string action) => $"{Child(step, "uses")}".StartsWith(action, StringComparison.Ordinal);

    private static IEnumerable<string> Keys(YamlNode node) => ((YamlMappingNode)node).Children.Keys.Select(key => $"{key}");

    private static YamlNode? Child(YamlNode node, string key) =>
        ((YamlMappingNode)node).Children.TryGetValue(new YamlScalarNode(key), out var child) ? child : null;

    [GeneratedRegex(@"^[a-z]+/[a-z/-]+@v\d+$")]
    private static partial Regex Action();
}
