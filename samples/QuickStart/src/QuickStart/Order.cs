namespace QuickStart;

/// <summary>Written by a human, and declared so.</summary>
[AIProvenance(AIOrigin.Human)]
public sealed record Order(string Product, int Quantity, decimal Price)
{
    public decimal Total => Quantity * Price;
}
