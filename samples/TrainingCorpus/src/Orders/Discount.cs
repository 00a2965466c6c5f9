namespace Orders;

/// <summary>PROV3001: cursor is a denied tool.</summary>
[AIProvenance(AIOrigin.Generated, Tool = "cursor", RequestedBy = "ada@example.com", On = "2026-09-14")]
[HumanReviewed("bob@example.com", "2026-09-15", Digest = "h1:9f12ec6e5a3d29823341cf51fe511f19")]
public static class Discount
{
    public static Money Apply(Money price, decimal rate) => price with { Amount = decimal.Round(price.Amount * (1 - rate), 2) };
}
