using System.Text.Json.Nodes;
using ProvenanceAnalyzers.Tool.Infrastructure;

namespace ProvenanceAnalyzers.Tool.Init;

/// <summary>This tool, for everybody who clones the repository: <c>dotnet tool restore</c> brings it.</summary>
internal sealed class ToolManifestStep : IInitStep
{
    private const string Id = "provenanceanalyzers.tool";

    private static readonly string[] Names = [".config/dotnet-tools.json", "dotnet-tools.json"];

    public void Plan(InitRequest request, InitPlace place, InitFiles files)
    {
        var entry = new JsonObject { ["version"] = request.Version, ["commands"] = new JsonArray("provenance"), ["rollForward"] = false };
        var paths = Names.Select(name => Path.Combine(place.Root, name)).ToList();
        if (paths.Find(files.Exists) is not { } path)
        {
            files.Write(paths[0], JsonText.Write(new JsonObject
            {
                ["version"] = 1,
                ["isRoot"] = true,
                ["tools"] = new JsonObject { [Id] = entry },
            }));
            return;
        }

        var text = files.Read(path)!;
        if (JsonText.Read(text)?["tools"] is JsonObject tools
            && tools.FirstOrDefault(tool => tool.Key.Equals(Id, StringComparison.OrdinalIgnoreCase)) is { Key: not null } there)
        {
            if ((there.Value as JsonObject)?["version"]?.ToString() is { } version && version != request.Version)
            {
                files.Note($"'{place.NameOf(path)}' has version {version} of this tool, and this one is {request.Version}. "
                    + "To have it there too: dotnet tool update ProvenanceAnalyzers.Tool");
            }

            return;
        }

        files.Write(path, JsonText.Add(text, ["tools"], Id, entry)
            ?? throw new ToolException($"'{place.NameOf(path)}' is no JSON that can be read, so it is left as it is. "
                + "Add the tool yourself: dotnet tool install ProvenanceAnalyzers.Tool"));
    }
}
