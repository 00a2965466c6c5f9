namespace Shop;

[AIProvenance(AIOrigin.Generated, Tool = "codex")]
[HumanReviewed("bob@example.com", "2026-11-21", Digest = "h1:bc59069c8cc8aafd3164df9b3e9a55df")]
public sealed class Weight
{
    public decimal Net { get; init; }
    public decimal Tax { get; init; }
    public decimal Gross { get; init; }
    public decimal Discount { get; init; }
    public decimal Shipping { get; init; }
    public decimal Total { get; init; }
}
