namespace QuickStart;

/// <summary>What an annotation says holds for nested types too, unless they have their own.</summary>
[AIProvenance(AIOrigin.Human)]
public sealed class Basket
{
    private readonly List<Line> _lines = [];

    public void Add(Order order) => _lines.Add(new Line(order));

    public decimal Total() => Rounding.ToCents(_lines.Sum(line => line.Order.Total));

    private sealed record Line(Order Order);

    [AIProvenance(AIOrigin.Generated, Tool = "claude-code")]
    [HumanReviewed("carol@example.com", "2026-11-21", Digest = "h1:3921469ce760df1b8468d1e9b8de7d22")]
    private static class Rounding
    {
        public static decimal ToCents(decimal amount) => Math.Round(amount, 2, MidpointRounding.ToEven);
    }
}
