namespace QuickStart;

// AI-made, and nobody has reviewed it: PROV2001, and a fix that signs for PROVENANCE_REVIEWER.
[AIProvenance(AIOrigin.Generated, Tool = "claude-code")]
public static class Loyalty
{
    public static int PointsFor(Order order) => (int)(order.Total / 10);
}
