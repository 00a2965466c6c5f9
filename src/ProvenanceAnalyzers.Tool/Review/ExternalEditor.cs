using System.Diagnostics;
using ProvenanceAnalyzers.Tool.Infrastructure;

namespace ProvenanceAnalyzers.Tool.Review;

/// <summary>The editor that <c>VISUAL</c> or <c>EDITOR</c> names.</summary>
internal static class ExternalEditor
{
    private static readonly string[] Waiting = ["code", "code-insiders", "codium", "cursor", "windsurf"];
    private static readonly string[] WithLine = ["vi", "vim", "nvim", "nano", "emacs", "emacsclient", "micro", "kak"];

    /// <summary>Opens a file at a line, and waits until it is closed.</summary>
    /// <returns>The editor's exit code.</returns>
    /// <exception cref="ToolException">There is no editor, or it cannot be started.</exception>
    public static async Task<int> OpenAsync(string path, int line, CancellationToken cancellationToken)
    {
        var command = Variable("VISUAL") ?? Variable("EDITOR")
            ?? throw new ToolException("Neither VISUAL nor EDITOR says which editor to open.");
        var words = command.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var start = new ProcessStartInfo(words[0]) { UseShellExecute = false };
        var name = Path.GetFileNameWithoutExtension(words[0]);
        string[] place = Waiting.Contains(name) ? ["--wait", "--goto", $"{path}:{line}"]
            : WithLine.Contains(name) ? [$"+{line}", path]
            : [path];
        foreach (var argument in words.Skip(1).Concat(place))
        {
            start.ArgumentList.Add(argument);
        }

        try
        {
            using var editor = Process.Start(start)!;
            await editor.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
            return editor.ExitCode;
        }
        catch (System.ComponentModel.Win32Exception exception)
        {
            throw new ToolException($"'{command}' cannot be started: {exception.Message}");
        }
    }

    private static string? Variable(string name) =>
        Environment.GetEnvironmentVariable(name) is { } value && !string.IsNullOrWhiteSpace(value) ? value : null;
}
