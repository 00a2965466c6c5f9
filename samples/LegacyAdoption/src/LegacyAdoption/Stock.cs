namespace LegacyAdoption;

/// <summary>Somebody knew, and declared it: it needs no line in the baseline.</summary>
[AIProvenance(AIOrigin.Human)]
public static class Stock
{
    public static bool Suffices(int inStock, int ordered) => inStock >= ordered;
}
