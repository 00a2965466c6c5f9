namespace Shop;

[AIProvenance(AIOrigin.Generated, Tool = "codex")]
[HumanReviewed("bob@example.com", "2026-11-21", Digest = "h1:eebf6f570f916fe72ed699d039cc49ce")]
public sealed class Basket
{
    public decimal Net { get; init; }
    public decimal Tax { get; init; }
    public decimal Gross { get; init; }
    public decimal Discount { get; init; }
    public decimal Shipping { get; init; }
    public decimal Total { get; init; }
}
