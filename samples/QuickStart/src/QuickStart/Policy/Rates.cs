namespace QuickStart.Policy;

// Made with a tool that this folder's policy denies.
[AIProvenance(AIOrigin.Generated, Tool = "codex", On = "2026-11-20")] // PROV3001: column 42
public static class Rates
{
    public static int Of(Order order) => order.Quantity / 2;
}
