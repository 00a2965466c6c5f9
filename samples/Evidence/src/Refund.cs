namespace Shop;

[AIProvenance(AIOrigin.Generated, Tool = "codex")]
[HumanReviewed("bob@example.com", "2026-11-21", Digest = "h1:e79222ba6288fc55567945e3556ad596")]
public sealed class Refund
{
    public decimal Net { get; init; }
    public decimal Tax { get; init; }
    public decimal Gross { get; init; }
    public decimal Discount { get; init; }
    public decimal Shipping { get; init; }
    public decimal Total { get; init; }
}
