namespace QuickStart.Policy;

// Made by an agent on its own, which this folder does not allow.
[AIProvenance(AIOrigin.Autonomous, Tool = "claude-code")] // PROV3003: column 15
public static class Bonus
{
    public static int Of(Order order) => order.Quantity / 5;
}
