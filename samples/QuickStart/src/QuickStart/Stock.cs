namespace QuickStart;

// Reviewed before it was made, so it cannot have been this code.
[AIProvenance(AIOrigin.Generated, Tool = "claude-code", On = "2026-11-20")]
[HumanReviewed("bob@example.com", "2026-11-02", Digest = "h1:28b64b104128ffadac0a5d1775ca68e2")] // PROV2007: column 35
public static class Stock
{
    public static bool Suffices(int inStock, Order order) => inStock >= order.Quantity;
}
