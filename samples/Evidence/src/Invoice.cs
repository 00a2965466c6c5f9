namespace Shop;

[AIProvenance(AIOrigin.Generated, Tool = "claude-code")]
[HumanReviewed("bob@example.com", "2026-11-21", Digest = "h1:ad39d5dd32023cefdc033aeba5dd41af")]
public sealed class Invoice
{
    public decimal Net { get; init; }
    public decimal Tax { get; init; }
    public decimal Gross { get; init; }
    public decimal Discount { get; init; }
    public decimal Shipping { get; init; }
    public decimal Total { get; init; }
}
