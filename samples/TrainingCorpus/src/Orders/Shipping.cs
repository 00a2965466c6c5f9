namespace Orders;

/// <summary>PROV3002: codex was suspended on that day.</summary>
[AIProvenance(AIOrigin.Generated, Tool = "codex", RequestedBy = "ada@example.com", On = "2026-07-02")]
[HumanReviewed("bob@example.com", "2026-07-03", Digest = "h1:8860fea7f4c346d047aaa6ea777ad532")]
public static class Shipping
{
    public static Money CostOf(decimal weight) => new(weight <= 2 ? 4.90m : 4.90m + decimal.Ceiling(weight - 2), "EUR");
}
