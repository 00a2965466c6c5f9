namespace Shop;

// PROV3001: the company has no contract with this tool's provider.
[AIProvenance(AIOrigin.Generated, Tool = "codex", On = "2026-11-20")]
public sealed class Parser
{
    public int Parse(string text) => int.Parse(text);
}
