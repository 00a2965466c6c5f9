namespace QuickStart;

// AI-made, and nobody has reviewed it; the fix signs for PROVENANCE_REVIEWER.
[AIProvenance(AIOrigin.Generated, Tool = "claude-code")]
public static class Loyalty // PROV2001: column 21
{
    public static int PointsFor(Order order) => (int)(order.Total / 10);
}
