namespace QuickStart;

// A misspelled tool: PROV0003, and a fix.
[AIProvenance(AIOrigin.Generated, Tool = "cladue-code")]
public static class Tax
{
    public static decimal Of(Order order) => order.Total * 0.19m;
}
