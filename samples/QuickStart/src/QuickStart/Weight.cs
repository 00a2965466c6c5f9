namespace QuickStart;

// Reviewed, but as what code? Without a digest nobody can tell.
[AIProvenance(AIOrigin.Generated, Tool = "claude-code")]
[HumanReviewed("bob@example.com", "2026-11-21")] // PROV2008: column 2
public static class Weight
{
    public static double InKilograms(Order order) => order.Quantity * 0.25;
}
