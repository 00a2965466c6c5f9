using System.Text.Json;
using System.Text.Json.Nodes;
using ProvenanceAnalyzers.CodeFixes.Annotations;
using ProvenanceAnalyzers.Tool.Declare;
using ProvenanceAnalyzers.Tool.Infrastructure;

namespace ProvenanceAnalyzers.Tool.Hooks;

/// <summary>
/// Declares what an agent's hook says it has edited. Whatever goes wrong, the agent goes on: the build still says what is undeclared.
/// </summary>
/// <param name="workingFolder">The folder that the agent has started the hook in.</param>
/// <param name="errors">Where it is said what goes wrong.</param>
internal sealed class HookRun(string workingFolder, TextWriter errors)
{
    private const int LargestPayload = 32 * 1024 * 1024;
    private const int MostAttempts = 8;
    private const int LongestPause = 300;
    private const string NoPayload = "There is no payload on standard input, where a hook reads what its agent has edited.";

    private readonly List<string> _refusals = [];

    /// <summary>Declares what was edited.</summary>
    /// <param name="name">The agent.</param>
    /// <param name="input">What it tells.</param>
    /// <param name="said">What the command line says; its tool, model and requester go before those of the payload.</param>
    /// <param name="cancellationToken">Ends the work, with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>What the agent is answered; empty: nothing.</returns>
    public async Task<string> RunAsync(string name, Stream input, HookSaid said, CancellationToken cancellationToken)
    {
        try
        {
            if (AgentHooks.Find(name) is not { } hook)
            {
                throw new ToolException(
                    $"'{name}' is no agent whose hook is known. These are: {string.Join(", ", AgentHooks.All.Select(one => one.Name))}");
            }

            using var document = await ReadAsync(input, cancellationToken).ConfigureAwait(false);
            if (HookPayload.Read(document.RootElement, hook) is not { } payload)
            {
                if (!HookPayload.IsOfAnotherEvent(document.RootElement, hook))
                {
                    SayNoFile();
                }

                return Answer(hook, null, document.RootElement, []);
            }

            if (payload.Files.Count == 0)
            {
                SayNoFile();
            }

            var requester = said.RequestedBy ?? payload.Requester;
            var request = new DeclareRequest(
                said.Tool ?? hook.Tool,
                new ToldFields(said.Model ?? payload.Model, requester, requester != null),
                said.IsAutonomous);
            var declared = new List<DeclaredChange>();
            foreach (var file in payload.Files)
            {
                declared.AddRange(await DeclareAsync(file, payload, request, cancellationToken).ConfigureAwait(false));
            }

            SayRefusals();
            return Answer(hook, payload.Event, document.RootElement, declared);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            _refusals.Add(OneLine(exception));
            SayRefusals();
            return string.Empty;
        }
    }

    private async Task<IReadOnlyList<DeclaredChange>> DeclareAsync(
        EditedFile file, HookPayload payload, DeclareRequest request, CancellationToken cancellationToken)
    {
        try
        {
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    var path = await FindAsync(file.Path, payload, cancellationToken).ConfigureAwait(false);
                    return await new FileDeclaration(request, cancellationToken)
                        .DeclareAsync(path, file.Edits, file.Original)
                        .ConfigureAwait(false);
                }
                catch (ChangedMeanwhileException) when (attempt < MostAttempts)
                {
                    // Another hook, of another edit of the file, is at work: agents do not wait for one before they start the next.
                    await Task.Delay(Random.Shared.Next(LongestPause), cancellationToken).ConfigureAwait(false);
                }
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            _refusals.Add(OneLine(exception));
            return [];
        }
    }

    /// <summary>
    /// Where a file lies that the payload names, with links followed. It must lie where the agent works: in the repository of one of its
    /// folders, or in that folder where there is no repository.
    /// </summary>
    private async Task<string> FindAsync(string written, HookPayload payload, CancellationToken cancellationToken)
    {
        var name = written.StartsWith("file://", StringComparison.Ordinal) && Uri.TryCreate(written, UriKind.Absolute, out var address)
            ? address.LocalPath
            : written;
        if (name.Contains('\0', StringComparison.Ordinal))
        {
            throw new ToolException("The payload names a file whose name no file can have.");
        }

        string? outside = null;
        var folders = payload.Folders.Where(Path.IsPathFullyQualified).Where(Directory.Exists).DefaultIfEmpty(workingFolder).ToList();
        foreach (var folder in folders)
        {
            var path = RealPath.Of(Path.GetFullPath(name, folder));
            if (!File.Exists(path))
            {
                continue;
            }

            var repository = await GitRepository.FindAsync(folder, cancellationToken).ConfigureAwait(false);
            var root = RealPath.Of(repository?.Folder ?? folder);
            if (RealPath.IsBelow(path, root)
                && !Path.GetRelativePath(root, path).Split(Path.DirectorySeparatorChar).Contains(".git", StringComparer.OrdinalIgnoreCase))
            {
                return path;
            }

            outside ??= root;
        }

        throw new ToolException(outside != null
            ? $"'{written}' lies outside of '{outside}', so nothing is declared in it."
            : $"'{written}' is not there, so nothing is declared in it.");
    }

    private static async Task<JsonDocument> ReadAsync(Stream input, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (await ReadAsync(input, buffer, cancellationToken).ConfigureAwait(false) is > 0 and var read)
        {
            if (content.Length + read > LargestPayload)
            {
                throw new ToolException($"The payload has more than {LargestPayload} bytes, so nothing of it is read.");
            }

            content.Write(buffer, 0, read);
        }

        if (content.Length == 0)
        {
            throw new ToolException(NoPayload);
        }

        content.Position = 0;
        try
        {
            return await JsonDocument.ParseAsync(content, default, cancellationToken).ConfigureAwait(false);
        }
        catch (JsonException exception)
        {
            throw new ToolException(
                $"The payload on standard input is no JSON: it breaks off, or goes wrong, in line {exception.LineNumber + 1}.");
        }
    }

    private static async Task<int> ReadAsync(Stream input, byte[] buffer, CancellationToken cancellationToken)
    {
        try
        {
            return await input.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ToolException(NoPayload);
        }
    }

    private static string Answer(AgentHook hook, string? @event, JsonElement payload, List<DeclaredChange> declared)
    {
        var text = declared.Count == 0 ? null : "provenance has declared in "
            + string.Join(", ", declared.Select(one => Path.GetFileName(one.File)).Distinct())
            + " which code this tool has written. Read the file again before the next edit, and leave the attributes AIProvenance there.";
        JsonObject HookSpecific() => new()
        {
            ["hookEventName"] = @event ?? hook.Events[0],
            ["additionalContext"] = text,
        };
        return hook.Answer switch
        {
            HookAnswer.HookSpecific when text != null => new JsonObject { ["hookSpecificOutput"] = HookSpecific() }.ToJsonString(),
            HookAnswer.HookSpecificOrEmpty => text != null
                ? new JsonObject { ["hookSpecificOutput"] = HookSpecific() }.ToJsonString()
                : "{}",
            HookAnswer.Copilot when text != null => payload.TryGetProperty("tool_name", out _)
                ? new JsonObject { ["additionalContext"] = text, ["hookSpecificOutput"] = HookSpecific() }.ToJsonString()
                : new JsonObject { ["additionalContext"] = text }.ToJsonString(),
            HookAnswer.Cursor => text != null && @event == "postToolUse"
                ? new JsonObject { ["additional_context"] = text }.ToJsonString()
                : "{}",
            HookAnswer.Cline => text != null
                ? new JsonObject { ["cancel"] = false, ["contextModification"] = text }.ToJsonString()
                : """{"cancel":false}""",
            _ => string.Empty,
        };
    }

    private void SayNoFile() => errors.WriteLine("provenance: The payload names no edited file, so nothing is declared.");

    /// <summary>Says in one line what could not be declared, however many files that is.</summary>
    private void SayRefusals()
    {
        if (_refusals.Count > 0)
        {
            errors.WriteLine("provenance: " + string.Join(' ', _refusals.Distinct()));
        }
    }

    private static string OneLine(Exception exception) => exception.Message.ReplaceLineEndings(" ");
}
