namespace LegacyAdoption;

public static partial class Prices
{
    public static decimal Rounded(decimal price) => Math.Round(price, 2, MidpointRounding.ToEven);
}
