namespace QuickStart.Policy;

// Made by an agent on its own, which this folder does not allow: PROV3003.
[AIProvenance(AIOrigin.Autonomous, Tool = "claude-code")]
public static class Bonus
{
    public static int Of(Order order) => order.Quantity / 5;
}
