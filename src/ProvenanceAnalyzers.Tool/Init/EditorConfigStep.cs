namespace ProvenanceAnalyzers.Tool.Init;

/// <summary>The options that most teams look at first, each with what it says, in a section of <c>.editorconfig</c>.</summary>
internal sealed class EditorConfigStep : IInitStep
{
    private const string Name = ".editorconfig";
    private const string ToolsKey = "provenance.tools";

    private static readonly string[] Keys =
    [
        "provenance.required_on",
        "provenance.required_fields",
        ToolsKey,
        "provenance.exclude",
        "provenance.review_required",
        "provenance.reviews_required",
        "provenance.reviewers",
        "provenance.allowed_origins",
        "provenance.tests.allowed_origins",
        "provenance.denied_tools",
        "provenance.denied_providers",
    ];

    public void Plan(InitRequest request, InitPlace place, InitFiles files)
    {
        var path = place.Nearest(Name) ?? Path.Combine(place.Folder, Name);
        var text = files.Read(path) ?? string.Empty;
        var there = MarkedSection.Hash.In(text);
        if (there == null && Lines(text).Any(line => line.StartsWith("provenance.", StringComparison.OrdinalIgnoreCase)))
        {
            // Whoever sets options knows where they are said.
            if (request.Tools.Count > 0)
            {
                files.Note($"'{place.NameOf(path)}' has options of provenance already. They are left as they are; "
                    + $"for the tools, write there: {ToolsKey} = {string.Join(", ", request.Tools)}");
            }

            return;
        }

        // Who does not name tools again does not ask for others.
        files.WriteSection(path, MarkedSection.Hash, Content(request.Tools.Count > 0 || there == null ? request.Tools : ToolsIn(there)));
    }

    private static string Content(IReadOnlyList<string> tools) =>
        "# Options of ProvenanceAnalyzers; the option reference in its package has all. To set one, remove the # in front of its line.\n"
        + "[*.cs]\n\n"
        + string.Join("\n\n", Keys.Select(key => key == ToolsKey && tools.Count > 0
            ? SampleOptions.About(key).Replace($"#{ToolsKey} =", $"{ToolsKey} = {string.Join(", ", tools)}", StringComparison.Ordinal)
            : SampleOptions.About(key)));

    private static List<string> ToolsIn(string section) => Lines(section)
        .Where(line => line.StartsWith(ToolsKey + " =", StringComparison.Ordinal))
        .SelectMany(line => line[(ToolsKey.Length + 2)..]
            .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        .ToList();

    private static IEnumerable<string> Lines(string text) => text.ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim());
}
