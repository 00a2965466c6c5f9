namespace QuickStart;

/// <summary>Written by a human with an AI's help.</summary>
[AIProvenance(AIOrigin.Assisted, Tool = "github-copilot")]
[HumanReviewed("Carol Shaw <carol@example.com>", "2026-11-21", Digest = "h1:7abd5805e0c9a4bedd34c2c52bee902a")]
public static class Discount
{
    public static decimal Of(Order order) => order.Quantity >= 10 ? order.Total * 0.05m : 0;
}
