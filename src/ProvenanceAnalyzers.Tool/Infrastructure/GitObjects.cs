using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace ProvenanceAnalyzers.Tool.Infrastructure;

/// <summary>
/// The contents of files in the commits of a repository, from one git that waits for the next question: to start one for each costs more
/// than to answer it.
/// </summary>
/// <param name="repository">The repository.</param>
internal sealed class GitObjects(GitRepository repository) : IDisposable
{
    private Process? _git;

    /// <summary>The text of a file.</summary>
    /// <param name="id">The id that git has for its content.</param>
    /// <param name="cancellationToken">Ends it; nothing can be asked afterwards.</param>
    /// <returns>Null where this clone does not have it.</returns>
    public async Task<string?> ReadAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            _git ??= repository.Start("cat-file", "--batch");
            await _git.StandardInput.WriteAsync($"{id}\n".AsMemory(), cancellationToken).ConfigureAwait(false);
            await _git.StandardInput.FlushAsync(cancellationToken).ConfigureAwait(false);
            var output = _git.StandardOutput.BaseStream;
            if ((await ReadLineAsync(output, cancellationToken).ConfigureAwait(false)).Split(' ') is not [_, "blob", var length])
            {
                return null;
            }

            // Behind the content there is one line end that is not its own.
            var content = new byte[int.Parse(length, CultureInfo.InvariantCulture) + 1];
            await output.ReadExactlyAsync(content, cancellationToken).ConfigureAwait(false);
            return Encoding.UTF8.GetString(content, 0, content.Length - 1);
        }
        catch (IOException)
        {
            // git has ended by itself, as in a repository that is damaged: what it does not have is not known.
            return null;
        }
    }

    public void Dispose()
    {
        if (_git == null)
        {
            return;
        }

        try
        {
            // It ends where its input does; whoever has stopped listening to it does not wait for that.
            _git.Kill();
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself.
        }

        _git.Dispose();
    }

    private static async Task<string> ReadLineAsync(Stream output, CancellationToken cancellationToken)
    {
        var line = new List<byte>();
        var one = new byte[1];
        while (await output.ReadAsync(one, cancellationToken).ConfigureAwait(false) > 0 && one[0] != '\n')
        {
            line.Add(one[0]);
        }

        return Encoding.UTF8.GetString([.. line]);
    }
}
