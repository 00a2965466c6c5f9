namespace QuickStart.Policy;

// Made on a day on which the tool was suspended: PROV3002.
[AIProvenance(AIOrigin.Generated, Tool = "cursor", On = "2026-07-01")]
public static class Stamps
{
    public static int Of(Order order) => order.Quantity / 3;
}
