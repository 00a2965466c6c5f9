using System.Text.Encodings.Web;
using System.Text.Json;
using ProvenanceAnalyzers.Tool.Hooks;

namespace ProvenanceAnalyzers.Tool.Init;

/// <summary>The hooks of agents, by which what an agent writes is declared as it writes it.</summary>
internal sealed class HookStep : IInitStep
{
    private const string DroidHooks = ".factory/hooks.json";

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public void Plan(InitRequest request, InitPlace place, InitFiles files)
    {
        foreach (var setup in SetupsOf(request, place))
        {
            Plan(setup, place, files);
        }

        foreach (var agent in AskedIn(request).Where(name => AgentSetups.All.All(setup => setup.Agent != name)))
        {
            var where = AgentHooks.Find(agent)!.Place.Replace("`", string.Empty, StringComparison.Ordinal);
            files.Note($"The hook of {agent} is written by hand: {where} runs this command after each edit of a file: "
                + $"dotnet tool run provenance declare --hook {agent}");
        }
    }

    /// <summary>The agents whose hooks are written: those that are asked for, and those that are found.</summary>
    public static IEnumerable<AgentSetup> SetupsOf(InitRequest request, InitPlace place)
    {
        var asked = AskedIn(request);
        var found = request.FindsAgents ? AgentSetups.In(place.Root).Select(setup => setup.Agent).ToList() : [];
        return AgentSetups.All.Where(setup => asked.Contains(setup.Agent) || found.Contains(setup.Agent));
    }

    private static HashSet<string> AskedIn(InitRequest request) =>
        [.. request.Agents.Select(name => AgentHooks.Find(name)!.Name)];

    private static void Plan(AgentSetup setup, InitPlace place, InitFiles files)
    {
        var path = Path.Combine(place.Root, setup.File);
        if (setup.Agent == "droid" && File.Exists(Path.Combine(place.Root, DroidHooks)))
        {
            SayByHand(setup, DroidHooks, files);
            return;
        }

        if (HasHook(Path.GetDirectoryName(path)!, setup.Agent))
        {
            return;
        }

        if (files.Read(path) is not { } text || text.Trim().Length == 0)
        {
            files.Write(path, JsonText.Write(setup.NewFile()));
        }
        else if (JsonText.Add(text, ["hooks", setup.Event], null, setup.Hook()) is { } added)
        {
            files.Write(path, added);
        }
        else
        {
            SayByHand(setup, setup.File, files);
        }

        if (setup.Trust != null)
        {
            files.Note(setup.Trust);
        }
    }

    /// <summary>Whether some file of the agent has the hook, whoever wrote it and in whatever form.</summary>
    private static bool HasHook(string folder, string agent) => Directory.Exists(folder)
        && Directory.EnumerateFiles(folder, "*.json")
            .Select(Declare.ProjectFolder.ReadOrEmpty)
            .Select(WithoutPermissions)
            .Any(text => text.Contains($"declare --hook {agent}", StringComparison.Ordinal)
                || text.Contains($"declare --hook={agent}", StringComparison.Ordinal));

    /// <summary>Settings without what an agent may run: a hook that is allowed is not set up for that.</summary>
    private static string WithoutPermissions(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(
                text, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("permissions", out var permissions)
                    ? text.Replace(permissions.GetRawText(), string.Empty, StringComparison.Ordinal)
                    : text;
        }
        catch (JsonException)
        {
            return text;
        }
    }

    private static void SayByHand(AgentSetup setup, string file, InitFiles files) =>
        files.Note($"'{file}' has comments, or another form than is known here, so it is left as it is. Add to its hooks, for "
            + $"{setup.Event}: {setup.Hook().ToJsonString(Readable)}");
}
