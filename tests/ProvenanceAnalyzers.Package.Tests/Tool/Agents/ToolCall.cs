using System.Text.Json.Nodes;

namespace ProvenanceAnalyzers.Package.Tests.Tool.Agents;

/// <summary>What a model asks its agent to do.</summary>
/// <param name="Tool">One of the agent's tools.</param>
/// <param name="Input">What it is given: an object, or a text where the tool takes one.</param>
internal sealed record ToolCall(string Tool, JsonNode Input);
