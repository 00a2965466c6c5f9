namespace QuickStart;

/// <summary>Written by a human with an AI's help.</summary>
[AIProvenance(AIOrigin.Assisted, Tool = "github-copilot")]
public static class Discount
{
    public static decimal Of(Order order) => order.Quantity >= 10 ? order.Total * 0.05m : 0;
}
