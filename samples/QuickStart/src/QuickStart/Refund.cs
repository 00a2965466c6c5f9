namespace QuickStart;

// The days were 14 when Bob reviewed it. The marker is about that code, not about this one.
[AIProvenance(AIOrigin.Generated, Tool = "claude-code")]
[HumanReviewed("bob@example.com", "2026-11-21", Digest = "h1:6ef7887584cc5d204c69ac778468ef19")] // PROV2003: column 58
public static class Refund
{
    public static bool IsOpen(int daysSincePurchase) => daysSincePurchase <= 30;
}
