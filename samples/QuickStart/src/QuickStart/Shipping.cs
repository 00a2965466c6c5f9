namespace QuickStart;

// AI-made, but by which tool?
[AIProvenance(AIOrigin.Generated)] // PROV0002: column 2
[HumanReviewed("bob@example.com", "2026-11-21", Digest = "h1:16bd65778436ee66bdff06f7e3028957")]
public static class Shipping
{
    public static decimal Cost(Order order) => order.Total >= 50 ? 0 : 4.95m;
}
