namespace QuickStart;

// A misspelled tool, and a fix.
[AIProvenance(AIOrigin.Generated, Tool = "cladue-code")] // PROV0003: column 42
[HumanReviewed("bob@example.com", "2026-11-21", Digest = "h1:ceffbd7f82f05b90e370ff7ad94d2fa9")]
public static class Tax
{
    public static decimal Of(Order order) => order.Total * 0.19m;
}
