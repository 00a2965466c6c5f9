namespace QuickStart;

// Reviewed, but as what code? Without a digest nobody can tell: PROV2008.
[AIProvenance(AIOrigin.Generated, Tool = "claude-code")]
[HumanReviewed("bob@example.com", "2026-11-21")]
public static class Weight
{
    public static double InKilograms(Order order) => order.Quantity * 0.25;
}
