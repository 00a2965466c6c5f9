using System.Diagnostics;
using System.Text;
using ProvenanceAnalyzers.Shared.Git;

namespace ProvenanceAnalyzers.Build.Evidence;

/// <summary>
/// A running git, started as <see cref="GitSafety"/> says, which ends after a while whatever happens.
/// </summary>
internal sealed class GitProcess : IDisposable
{
    private const int MostErrorText = 16 * 1024;

    private static readonly Action<Process> KillTree = FindKill();

    private readonly Process _process;
    private readonly Timer _timer;
    private readonly CancellationTokenRegistration _cancellation;
    private readonly StringBuilder _errors = new();
    private volatile bool _isTimeout;

    private GitProcess(Process process, TimeSpan limit, CancellationToken canceled)
    {
        _process = process;
        _process.ErrorDataReceived += (_, line) => AddError(line.Data);
        _process.BeginErrorReadLine();
        _timer = new Timer(_ => EndForTime(), null, limit, Timeout.InfiniteTimeSpan);
        _cancellation = canceled.Register(EndForTime);
    }

    /// <summary>What git reads.</summary>
    public Stream Input => _process.StandardInput.BaseStream;

    /// <summary>What git writes, byte by byte.</summary>
    public Stream Output => _process.StandardOutput.BaseStream;

    /// <summary>Starts git.</summary>
    /// <param name="program">The full path of git.</param>
    /// <param name="folder">The folder in which it runs.</param>
    /// <param name="limit">How long it may take.</param>
    /// <param name="arguments">What it is to do.</param>
    /// <param name="canceled">Ends it sooner.</param>
    public static GitProcess Start(
        string program, string folder, TimeSpan limit, IEnumerable<string> arguments, CancellationToken canceled)
    {
        if (limit <= TimeSpan.Zero || canceled.IsCancellationRequested)
        {
            throw OutOfTime();
        }

        var start = new ProcessStartInfo(program, GitCommandLine.Of(GitSafety.Options.Concat(arguments)))
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        GitSafety.Secure(start.Environment);
        try
        {
            return new GitProcess(Process.Start(start)!, limit, canceled);
        }
        catch (Exception exception) when (exception is System.ComponentModel.Win32Exception or IOException or InvalidOperationException)
        {
            throw new GitException($"git cannot be started, so that nobody knows who wrote the lines: {exception.Message}");
        }
    }

    /// <summary>Why git was ended before it was done.</summary>
    public static GitException OutOfTime() => new(
        "git took longer than it may, so that nobody knows who wrote some of the lines; set ProvenanceEvidenceTimeLimit to more seconds")
    {
        IsTimeout = true,
    };

    /// <summary>Waits for the end.</summary>
    /// <param name="mayFail">Whether git may say that it has found nothing.</param>
    /// <returns>Whether it succeeded.</returns>
    public bool Finish(bool mayFail = false)
    {
        _process.WaitForExit();
        ThrowIfOutOfTime();
        if (_process.ExitCode == 0 || (mayFail && _process.ExitCode == 1))
        {
            return _process.ExitCode == 0;
        }

        throw Failure();
    }

    /// <summary>Why git has ended early.</summary>
    public GitException Failure()
    {
        _process.WaitForExit();
        return _isTimeout ? OutOfTime() : GitProblems.Of(ErrorText(), _process.ExitCode);
    }

    public void Dispose()
    {
        _timer.Dispose();
        _cancellation.Dispose();
        End();
        _process.Dispose();
    }

    private void AddError(string? line)
    {
        lock (_errors)
        {
            if (line != null && _errors.Length < MostErrorText)
            {
                _errors.Append(line).Append('\n');
            }
        }
    }

    private string ErrorText()
    {
        lock (_errors)
        {
            return _errors.ToString();
        }
    }

    private void ThrowIfOutOfTime()
    {
        if (_isTimeout)
        {
            throw OutOfTime();
        }
    }

    private void EndForTime()
    {
        _isTimeout = true;
        End();
    }

    private void End()
    {
        try
        {
            if (!_process.HasExited)
            {
                KillTree(_process);
            }
        }
        catch (Exception exception)
            when (exception is InvalidOperationException or System.ComponentModel.Win32Exception or AggregateException)
        {
            // It has ended by itself in between.
        }
    }

    /// <summary>What git has started keeps its output open, and so the build waiting. .NET Framework can end git alone.</summary>
    private static Action<Process> FindKill()
    {
        var kill = typeof(Process).GetMethod(nameof(Process.Kill), [typeof(bool)]);
        if (kill == null)
        {
            return process => process.Kill();
        }

        var killTree = (Action<Process, bool>)kill.CreateDelegate(typeof(Action<Process, bool>));
        return process => killTree(process, true);
    }
}
