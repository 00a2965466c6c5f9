namespace QuickStart;

// A bot's review is welcome, and is not a human's.
[AIProvenance(AIOrigin.Generated, Tool = "claude-code")]
[HumanReviewed("coderabbitai[bot]", "2026-11-21", Digest = "h1:69c0634960d03cb4970e5085b3c49ab5")] // PROV2004: column 16
public static class Coupon
{
    public static decimal Apply(decimal total, decimal percent) => total - (total * percent / 100);
}
