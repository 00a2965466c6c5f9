using System.Text.Json.Nodes;

namespace ProvenanceAnalyzers.Tool.Init;

/// <summary>Where and how the hook of an agent is written.</summary>
/// <param name="Agent">The agent, as <c>--hook</c> calls it.</param>
/// <param name="Signs">What in a repository says that it is configured for the agent: files and folders.</param>
/// <param name="File">The file of the repository that has hooks.</param>
/// <param name="Event">The event after an edit.</param>
/// <param name="Source">Where that can be seen, and on which day it was looked at.</param>
internal sealed record AgentSetup(string Agent, string[] Signs, string File, string Event, string Source)
{
    /// <summary>The names of the agent's tools that edit files, as a pattern; null: hooks of this event name none.</summary>
    public string? Matcher { get; init; }

    /// <summary>What an agent wants beside <c>hooks</c> in a file that is new.</summary>
    public JsonObject Head { get; init; } = [];

    /// <summary>What an agent wants beside the command.</summary>
    public JsonObject Extra { get; init; } = [];

    /// <summary>What has to be said before the agent runs a hook that a repository brings; null: nothing is.</summary>
    public string? Trust { get; init; }

    /// <summary>What the hook runs.</summary>
    public string Command => $"dotnet tool run provenance declare --hook {Agent}";

    /// <summary>The hook, an element of the array of its event.</summary>
    public JsonObject Hook()
    {
        var command = Extra.DeepClone().AsObject();
        command["command"] = Command;
        return Matcher == null ? command : new JsonObject { ["matcher"] = Matcher, ["hooks"] = new JsonArray(command) };
    }

    /// <summary>A file that has only this hook.</summary>
    public JsonObject NewFile()
    {
        var file = Head.DeepClone().AsObject();
        file["hooks"] = new JsonObject { [Event] = new JsonArray(Hook()) };
        return file;
    }
}
