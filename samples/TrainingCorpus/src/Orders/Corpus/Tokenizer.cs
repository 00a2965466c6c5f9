namespace Orders;

/// <summary>PROV3005: a model may not be trained on what claude-code made, and this folder is what one is trained on.</summary>
[AIProvenance(AIOrigin.Generated, Tool = "claude-code", RequestedBy = "ada@example.com", On = "2026-09-14")]
[HumanReviewed("bob@example.com", "2026-09-15", Digest = "h1:0c0bff894c02bde626e0ca65186a9ee7")]
public static class Tokenizer
{
    public static IReadOnlyList<string> Split(string text) => text.Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries);
}
