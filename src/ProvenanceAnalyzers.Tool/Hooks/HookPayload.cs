using System.Globalization;
using System.Text.Json;
using ProvenanceAnalyzers.Tool.Declare;

namespace ProvenanceAnalyzers.Tool.Hooks;

/// <summary>
/// What an agent tells its hook. It is made by a program that writes what a model says: nothing in it is believed to be so.
/// </summary>
/// <param name="Files">The files that were edited; none: nothing was.</param>
/// <param name="Folders">The folders that the agent works in, as the payload has them.</param>
/// <param name="Model">The model; null where nobody says which.</param>
/// <param name="Requester">For whom the agent works; null where nobody says who.</param>
/// <param name="Event">The event, as the payload names it; null where it does not.</param>
internal sealed record HookPayload(
    IReadOnlyList<EditedFile> Files, IReadOnlyList<string> Folders, string? Model, string? Requester, string? Event)
{
    private const int LongestName = 200;

    private static readonly string[] FileNames = ["file_path", "filePath", "filepath", "path", "target_file"];
    private static readonly string[] BeforeNames = ["old_string", "oldString", "old_str", "old_text", "oldText"];
    private static readonly string[] AfterNames = ["new_string", "newString", "new_str", "new_text", "newText"];
    private static readonly string[] ContentNames = ["content", "contents", "file_text", "fileText"];
    private static readonly string[] EditsNames = ["edits", "replacements"];
    private static readonly string[] PatchNames = ["command", "input", "patch", "patchText", "patch_text"];
    private static readonly string[] ResultNames = ["tool_response", "tool_result", "toolResult", "toolResponse"];
    private static readonly string[] NoEdits = ["view", "undo_edit"];
    private static readonly string[] NoModels = ["unknown", "auto", "default", "none", "<synthetic>"];

    /// <summary>Reads a payload; null where it is about something else than an edit.</summary>
    /// <param name="root">The payload.</param>
    /// <param name="hook">The agent's hook.</param>
    public static HookPayload? Read(JsonElement root, AgentHook hook)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var @event = First(root, hook.EventPaths);
        var tool = First(root, hook.ToolPaths);
        if ((@event != null ? !hook.Events.Contains(@event) : !ResultNames.Any(name => root.TryGetProperty(name, out _)))
            || (tool != null && hook.EditTools.Length > 0 && !hook.EditTools.Contains(tool))
            || HasFailed(root, hook))
        {
            return null;
        }

        var input = hook.InputPaths.Select(path => Find(root, path)).FirstOrDefault(one => one is { ValueKind: not JsonValueKind.Null });
        if (input is { ValueKind: JsonValueKind.Object } && NoEdits.Contains(Text(input.Value, "command"), StringComparer.Ordinal))
        {
            return null;
        }

        var files = input != null ? Merged(FilesIn(input.Value, First(root, hook.OriginalPaths))) : [];
        return new HookPayload(
            files,
            [.. hook.FolderPaths.Select(path => Find(root, path)).OfType<JsonElement>().SelectMany(Texts)],
            ModelOf(root, hook),
            Plain(First(root, hook.RequesterPaths)),
            @event);
    }

    /// <summary>
    /// Whether a payload that is about no edit is one that an agent sends: it names another event, or a tool that has edited nothing yet,
    /// or never does. Nobody waits for a declaration then.
    /// </summary>
    /// <param name="root">The payload, of which <see cref="Read"/> made nothing.</param>
    /// <param name="hook">The agent's hook.</param>
    public static bool IsOfAnotherEvent(JsonElement root, AgentHook hook) =>
        First(root, hook.EventPaths) != null || First(root, hook.ToolPaths) != null;

    /// <summary>Some agents start the hook after an edit that they could not make, too.</summary>
    private static bool HasFailed(JsonElement root, AgentHook hook) =>
        hook.SuccessPaths.Any(path => Find(root, path) is { ValueKind: JsonValueKind.False }
            || First(root, [path]) is "failure" or "denied" or "rejected")
        || hook.ErrorPaths.Any(path =>
            Find(root, path) is { ValueKind: JsonValueKind.Object or JsonValueKind.String or JsonValueKind.True } error
            && !(error.ValueKind == JsonValueKind.String && string.IsNullOrWhiteSpace(error.GetString())));

    private static IReadOnlyList<EditedFile> Merged(IEnumerable<EditedFile> files) =>
    [
        .. files.GroupBy(file => file.Path, StringComparer.Ordinal).Select(same => new EditedFile(
            same.Key,
            same.All(file => file.Edits.Count > 0) ? [.. same.SelectMany(file => file.Edits)] : [],
            same.First().Original)),
    ];

    private static IEnumerable<EditedFile> FilesIn(JsonElement input, string? original)
    {
        if (input.ValueKind == JsonValueKind.String)
        {
            var text = input.GetString()!;
            return PatchText.Is(text) ? PatchText.Read(text) : FilesInJson(text, original);
        }

        if (input.ValueKind != JsonValueKind.Object)
        {
            return [];
        }

        if (PatchNames.Select(name => Text(input, name)).FirstOrDefault(text => text != null && PatchText.Is(text)) is { } patch)
        {
            return PatchText.Read(patch);
        }

        var path = Text(input, FileNames);
        if (EditsNames.Select(name => Find(input, name)).FirstOrDefault(list => list is { ValueKind: JsonValueKind.Array }) is { } edits)
        {
            return edits.EnumerateArray()
                .Where(edit => edit.ValueKind == JsonValueKind.Object)
                .Select(edit => (Path: Text(edit, FileNames) ?? path, Edit: EditIn(edit)))
                .Where(edit => !string.IsNullOrEmpty(edit.Path))
                .Select(edit => new EditedFile(edit.Path!, edit.Edit, original));
        }

        return string.IsNullOrEmpty(path) ? [] : [new EditedFile(path, EditIn(input), original)];
    }

    private static IEnumerable<EditedFile> FilesInJson(string text, string? original)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.ValueKind == JsonValueKind.Object ? [.. FilesIn(document.RootElement, original)] : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static IReadOnlyList<FileEdit> EditIn(JsonElement edit) => Text(edit, AfterNames) is { } after
        ? [new FileEdit(Text(edit, BeforeNames) ?? string.Empty, after)]
        : Text(edit, ContentNames) is { } content ? [new FileEdit(string.Empty, content)]
        : [];

    private static string? ModelOf(JsonElement root, AgentHook hook)
    {
        foreach (var path in hook.ModelPaths)
        {
            var parts = path.Split('+').Select(part => Plain(First(root, [part]))).ToList();
            if (parts.TrueForAll(part => part != null) && string.Join('/', parts) is var model && IsModel(model))
            {
                return model;
            }
        }

        return hook.TranscriptPath != null && First(root, [hook.TranscriptPath]) is { } transcript
            ? Transcript.LastModel(transcript)
            : null;
    }

    /// <summary>Whether a text names a model.</summary>
    public static bool IsModel(string? text) =>
        Plain(text) is { } model && !NoModels.Contains(model, StringComparer.OrdinalIgnoreCase);

    /// <summary>A text that can be a name: short, and in one line; else null.</summary>
    private static string? Plain(string? text) =>
        text?.Trim() is { Length: > 0 and <= LongestName } plain && !plain.Any(IsInvisible) ? plain : null;

    private static bool IsInvisible(char character) => char.GetUnicodeCategory(character) is UnicodeCategory.Control
        or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    private static string? First(JsonElement root, IEnumerable<string> paths) =>
        paths.Select(path => Find(root, path)).FirstOrDefault(found => found is { ValueKind: JsonValueKind.String })?.GetString();

    private static string? Text(JsonElement element, params string[] names) => First(element, names);

    private static JsonElement? Find(JsonElement root, string path)
    {
        var current = root;
        foreach (var name in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            if (current.ValueKind != JsonValueKind.Object || !current.TryGetProperty(name, out current))
            {
                return null;
            }
        }

        return current;
    }

    private static IEnumerable<string> Texts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Array => element.EnumerateArray().Where(one => one.ValueKind == JsonValueKind.String).Select(one => one.GetString()!),
        _ => [],
    };
}
