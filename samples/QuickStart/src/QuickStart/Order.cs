namespace QuickStart; // PROV0001: column 1

/// <summary>Written by a human, and declared so.</summary>
[AIProvenance(AIOrigin.Human)]
public sealed record Order(string Product, int Quantity, decimal Price)
{
    public decimal Total => Quantity * Price;
}
