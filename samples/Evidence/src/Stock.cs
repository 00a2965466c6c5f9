namespace Shop;

[AIProvenance(AIOrigin.Generated, Tool = "codex")]
[HumanReviewed("bob@example.com", "2026-11-21", Digest = "h1:0f71ddb1ded7e4db993efbf503627c1d")]
public sealed class Stock
{
    public decimal Net { get; init; }
    public decimal Tax { get; init; }
    public decimal Gross { get; init; }
    public decimal Discount { get; init; }
    public decimal Shipping { get; init; }
    public decimal Total { get; init; }
}
