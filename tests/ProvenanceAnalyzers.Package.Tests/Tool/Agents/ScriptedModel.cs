using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ProvenanceAnalyzers.Package.Tests.Tool.Agents;

/// <summary>
/// The API of a model, on this machine, in the forms that agents speak: it asks for one call after the other, each when the one before is
/// answered, and is then done. What it is told it does not read.
/// </summary>
internal sealed class ScriptedModel : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly IReadOnlyList<ToolCall> _calls;
    private readonly TimeSpan _thinksFor;
    private readonly Task _serving;

    public ScriptedModel(IReadOnlyList<ToolCall> calls, TimeSpan thinksFor)
    {
        (_calls, _thinksFor) = (calls, thinksFor);
        Address = $"http://127.0.0.1:{FreePort()}";
        _listener.Prefixes.Add(Address + "/");
        _listener.Start();
        _serving = Task.Run(ServeAsync);
    }

    /// <summary>Where it listens, without a slash at the end.</summary>
    public string Address { get; }

    /// <summary>What has gone wrong here.</summary>
    public List<string> Errors { get; } = [];

    public void Dispose()
    {
        _listener.Close();
        _serving.GetAwaiter().GetResult();
    }

    private static int FreePort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                var context = await _listener.GetContextAsync();
                var answer = Encoding.UTF8.GetBytes(await AnswerAsync(context.Request));
                context.Response.ContentType = "text/event-stream";
                context.Response.ContentLength64 = answer.Length;
                await context.Response.OutputStream.WriteAsync(answer);
                context.Response.Close();
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
            {
                // The test has ended, or the agent has.
            }
            catch (Exception exception)
            {
                Errors.Add(exception.ToString());
            }
        }
    }

    private async Task<string> AnswerAsync(HttpListenerRequest request)
    {
        using var reader = new StreamReader(request.InputStream, Encoding.UTF8);
        var text = await reader.ReadToEndAsync();
        await Task.Delay(_thinksFor);
        var path = request.Url!.AbsolutePath;
        return text.Length == 0 ? "data: {}\n\n"
            : path.EndsWith("/messages", StringComparison.Ordinal) ? Anthropic(JsonNode.Parse(text)!)
            : path.EndsWith("/responses", StringComparison.Ordinal) ? Responses(JsonNode.Parse(text)!)
            : path.EndsWith("/chat/completions", StringComparison.Ordinal) ? ChatCompletions(JsonNode.Parse(text)!)
            : path.EndsWith(":streamGenerateContent", StringComparison.Ordinal) ? Gemini(JsonNode.Parse(text)!)
            : "data: {}\n\n";
    }

    /// <summary>The call that is next; null: it is done, or was asked for something else, such as a title.</summary>
    private ToolCall? Next(JsonNode request, int answered) =>
        request["tools"] is JsonArray { Count: > 0 } && answered < _calls.Count ? _calls[answered] : null;

    private string Anthropic(JsonNode request)
    {
        var answered = Objects(request["messages"])
            .SelectMany(message => Objects(message["content"]))
            .Count(part => Is(part, "tool_result"));
        var call = Next(request, answered);
        object block = call != null
            ? new { type = "tool_use", id = $"toolu_{answered}", name = call.Tool, input = new { } }
            : new { type = "text", text = string.Empty };
        object delta = call != null
            ? new { type = "input_json_delta", partial_json = call.Input.ToJsonString() }
            : new { type = "text_delta", text = "Done." };
        var message = new
        {
            id = $"msg_{answered}",
            type = "message",
            role = "assistant",
            model = request["model"],
            content = Array.Empty<object>(),
            stop_reason = (string?)null,
            usage = new { input_tokens = 1, output_tokens = 1 },
        };
        return Event(new { type = "message_start", message })
            + Event(new { type = "content_block_start", index = 0, content_block = block })
            + Event(new { type = "content_block_delta", index = 0, delta })
            + Event(new { type = "content_block_stop", index = 0 })
            + Event(new
            {
                type = "message_delta",
                delta = new { stop_reason = call != null ? "tool_use" : "end_turn" },
                usage = new { output_tokens = 1 },
            })
            + Event(new { type = "message_stop" });
    }

    private string Responses(JsonNode request)
    {
        var answered = Objects(request["input"]).Count(item => Is(item, "function_call_output") || Is(item, "custom_tool_call_output"));
        var (id, call_id, status) = ($"item_{answered}", $"call_{answered}", "completed");
        object item = Next(request, answered) switch
        {
            null => new
            {
                type = "message",
                id,
                role = "assistant",
                status,
                content = new[] { new { type = "output_text", text = "Done." } },
            },
            { Input: JsonValue input } call => new { type = "custom_tool_call", id, call_id, name = call.Tool, input, status },
            var call => new { type = "function_call", id, call_id, name = call.Tool, arguments = call.Input.ToJsonString(), status },
        };
        var usage = new { input_tokens = 1, output_tokens = 1, total_tokens = 2 };
        return Event(new { type = "response.created", response = new { id = $"resp_{answered}", model = request["model"] } })
            + Event(new { type = "response.output_item.added", output_index = 0, item })
            + Event(new { type = "response.output_item.done", output_index = 0, item })
            + Event(new { type = "response.completed", response = new { id = $"resp_{answered}", model = request["model"], usage } });
    }

    private string ChatCompletions(JsonNode request)
    {
        var answered = Objects(request["messages"]).Count(message => message["role"]?.GetValue<string>() == "tool");
        var call = Next(request, answered);
        string Chunk(object delta, string? reason) => Data(new
        {
            id = $"chunk_{answered}",
            @object = "chat.completion.chunk",
            created = 1,
            model = request["model"],
            choices = new[] { new { index = 0, delta, finish_reason = reason } },
            usage = new { prompt_tokens = 1, completion_tokens = 1, total_tokens = 2 },
        });
        return (call == null
                ? Chunk(new { role = "assistant", content = "Done." }, null)
                : Chunk(
                    new
                    {
                        role = "assistant",
                        tool_calls = new[]
                        {
                            new
                            {
                                index = 0,
                                id = $"call_{answered}",
                                type = "function",
                                function = new { name = call.Tool, arguments = call.Input.ToJsonString() },
                            },
                        },
                    },
                    null))
            + Chunk(new { }, call == null ? "stop" : "tool_calls")
            + "data: [DONE]\n\n";
    }

    private string Gemini(JsonNode request)
    {
        var answered = Objects(request["contents"])
            .SelectMany(content => Objects(content["parts"]))
            .Count(part => part["functionResponse"] != null);
        object part = Next(request, answered) is { } call
            ? new { functionCall = new { name = call.Tool, args = call.Input } }
            : new { text = "Done." };
        return Data(new
        {
            candidates = new[] { new { content = new { role = "model", parts = new[] { part } }, finishReason = "STOP", index = 0 } },
            usageMetadata = new { promptTokenCount = 1, candidatesTokenCount = 1, totalTokenCount = 2 },
        });
    }

    private static IEnumerable<JsonObject> Objects(JsonNode? array) => array is JsonArray list ? list.OfType<JsonObject>() : [];

    private static bool Is(JsonObject item, string type) => item["type"]?.GetValue<string>() == type;

    private static string Event(object content) =>
        $"event: {JsonSerializer.SerializeToNode(content)!["type"]!.GetValue<string>()}\n" + Data(content);

    private static string Data(object content) => $"data: {JsonSerializer.Serialize(content)}\n\n";
}
