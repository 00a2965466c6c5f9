namespace QuickStart.Policy;

// Made on a day on which the tool was suspended.
[AIProvenance(AIOrigin.Generated, Tool = "cursor", On = "2026-07-01")] // PROV3002: column 42
public static class Stamps
{
    public static int Of(Order order) => order.Quantity / 3;
}
