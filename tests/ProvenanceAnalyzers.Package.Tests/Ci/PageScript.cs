using YamlDotNet.RepresentationModel;

namespace ProvenanceAnalyzers.Package.Tests.Ci;

/// <summary>Lines of docs/ci.md for a shell: a block of them, or what a step or a job of a YAML block runs.</summary>
internal sealed record PageScript(string Section, string Text)
{
    private static readonly string[] Keys = ["run", "bash", "script"];

    /// <summary>All of them, in the order of the page; what stands there twice comes once.</summary>
    public static IReadOnlyList<PageScript> ReadAll() =>
    [
        .. PageFence.ReadAll()
            .SelectMany(fence => fence.Language switch
            {
                "shell" => [fence.Text],
                "yaml" => In(Yaml(fence.Text)),
                _ => [],
            },
            (fence, text) => new PageScript(fence.Section, text.TrimEnd('\n')))
            .DistinctBy(script => script.Text),
    ];

    /// <summary>The mapping that a block of YAML is.</summary>
    public static YamlMappingNode Yaml(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return (YamlMappingNode)Assert.Single(stream.Documents).RootNode;
    }

    /// <summary>What a node of a file for CI runs, and what the nodes in it do.</summary>
    public static IEnumerable<string> In(YamlNode node) => node switch
    {
        YamlMappingNode mapping => mapping.Children.SelectMany(
            child => Keys.Contains(child.Key.ToString()) ? Texts(child.Value) : In(child.Value)),
        YamlSequenceNode sequence => sequence.Children.SelectMany(In),
        _ => [],
    };

    /// <summary>The one script of a step, or the lines of a job; of <c>defaults: run:</c>, which runs nothing, none.</summary>
    private static IEnumerable<string> Texts(YamlNode value) => value switch
    {
        YamlScalarNode text => [text.Value!],
        YamlSequenceNode lines => lines.Children.Select(line => ((YamlScalarNode)line).Value!),
        _ => [],
    };
}
