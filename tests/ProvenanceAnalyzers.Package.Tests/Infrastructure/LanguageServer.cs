using System.IO.Pipelines;
using System.Text;
using CliWrap;
using Newtonsoft.Json.Linq;
using StreamJsonRpc;

namespace ProvenanceAnalyzers.Package.Tests.Infrastructure;

/// <summary>The C# language server of this repository's tool manifest, with the projects of a workspace open as in an editor.</summary>
internal sealed class LanguageServer : IAsyncDisposable
{
    // From 1, as the protocol numbers its severities.
    private static readonly string[] Levels = ["", "error", "warning", "note", "hint"];

    private static readonly string[] ActionKinds = ["quickfix", "refactor"];

    private readonly Workspace _workspace;
    private readonly CancellationTokenSource _limit = new(ChildProcess.HangLimit);
    private readonly Pipe _input = new();
    private readonly Pipe _output = new();
    private readonly StringBuilder _log = new();
    private readonly Task _process;
    private readonly JsonRpc _connection;

    private LanguageServer(Workspace workspace)
    {
        _workspace = workspace;
        _process = RunAsync();
        _connection = new JsonRpc(
            new HeaderDelimitedMessageHandler(_input.Writer.AsStream(), _output.Reader.AsStream(), new JsonMessageFormatter()));
        // The server runs no analyzer unless an editor's settings ask for it.
        _connection.AddLocalRpcMethod("workspace/configuration", (JToken items) => new[] { new { analyzersEnabled = true } });
        _connection.StartListening();
    }

    public static async Task<LanguageServer> StartAsync(Workspace workspace)
    {
        (await ChildProcess.DotnetAsync(PackedPackage.RepositoryRoot, "tool", "restore")).MustSucceed();
        var server = new LanguageServer(workspace);
        try
        {
            await server.RequestAsync("initialize", new
            {
                processId = Environment.ProcessId,
                rootUri = new Uri(workspace.Root).AbsoluteUri,
                capabilities = new
                {
                    workspace = new { configuration = true },
                    textDocument = new
                    {
                        diagnostic = new { dynamicRegistration = false },
                        codeAction = new { codeActionLiteralSupport = new { codeActionKind = new { valueSet = ActionKinds } } },
                    },
                },
            });
            await server._connection.NotifyWithParameterObjectAsync("initialized", new { });
            return server;
        }
        catch
        {
            await server._limit.CancelAsync();
            throw;
        }
    }

    /// <summary>Opens a file and asks what is to be shown in it: all of that, in the order of lines.</summary>
    public async Task<IReadOnlyList<ShownDiagnostic>> OpenAsync(string file)
    {
        var uri = new Uri(_workspace.PathOf(file)).AbsoluteUri;
        await _connection.NotifyWithParameterObjectAsync(
            "textDocument/didOpen",
            new { textDocument = new { uri, languageId = "csharp", version = 1, text = _workspace.Read(file) } });
        var report = await RequestAsync("textDocument/diagnostic", new { textDocument = new { uri } });
        return [.. report["items"]!.Select(item => Read(item, file)).OrderBy(shown => shown.Line).ThenBy(shown => shown.Column)];
    }

    /// <summary>Asks what is offered at the beginning of a finding: the titles of fixes and refactorings.</summary>
    public async Task<IReadOnlyList<string>> OfferedAsync(ShownDiagnostic shown)
    {
        var uri = new Uri(_workspace.PathOf(shown.File)).AbsoluteUri;
        var report = await RequestAsync("textDocument/diagnostic", new { textDocument = new { uri } });
        var at = new { line = shown.Line - 1, character = shown.Column - 1 };
        var actions = await RequestAsync("textDocument/codeAction", new
        {
            textDocument = new { uri },
            range = new { start = at, end = at },
            context = new { diagnostics = report["items"]!.Where(item => (string)item["code"]! == shown.Id) },
        });
        return [.. actions.Select(action => (string)action["title"]!)];
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (!_process.IsCompleted)
            {
                await _connection.InvokeWithCancellationAsync("shutdown", cancellationToken: _limit.Token);
                await _connection.NotifyAsync("exit");
                await _process;
            }
        }
        finally
        {
            await _limit.CancelAsync();
            _connection.Dispose();
            _limit.Dispose();
        }
    }

    // The protocol counts lines and columns from 0.
    private static ShownDiagnostic Read(JToken item, string file)
    {
        var range = item["range"]!;
        return new ShownDiagnostic(
            (string)item["code"]!,
            Levels[(int)item["severity"]!],
            file,
            (int)range["start"]!["line"]! + 1,
            (int)range["start"]!["character"]! + 1,
            (int)range["end"]!["line"]! + 1,
            (int)range["end"]!["character"]! + 1,
            (string)item["message"]!);
    }

    private async Task RunAsync()
    {
        try
        {
            await ChildProcess.Dotnet(PackedPackage.RepositoryRoot, "tool", "run", "csharp-ls")
                .WithStandardInputPipe(PipeSource.FromStream(_input.Reader.AsStream()))
                .WithStandardOutputPipe(PipeTarget.ToStream(_output.Writer.AsStream()))
                .WithStandardErrorPipe(PipeTarget.ToStringBuilder(_log))
                .ExecuteAsync(_limit.Token);
        }
        finally
        {
            // Ends the wait for an answer that will not come.
            await _output.Writer.CompleteAsync();
        }
    }

    private async Task<JToken> RequestAsync(string method, object parameters)
    {
        try
        {
            return await _connection.InvokeWithParameterObjectAsync<JToken>(method, parameters, _limit.Token);
        }
        catch (ConnectionLostException lost)
        {
            throw new IOException($"The language server has ended: {_log}", lost);
        }
    }
}
