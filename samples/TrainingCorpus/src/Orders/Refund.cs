namespace Orders;

/// <summary>Nothing to report: codex was not suspended yet, and no model is trained on this folder.</summary>
[AIProvenance(AIOrigin.Generated, Tool = "codex", RequestedBy = "ada@example.com", On = "2026-06-01")]
[HumanReviewed("bob@example.com", "2026-06-02", Digest = "h1:95b17eb472af7e91e26aece2dc65e079")]
public static class Refund
{
    public static Money Of(Money paid, int daysSince) => paid with { Amount = daysSince <= 14 ? paid.Amount : 0 };
}
