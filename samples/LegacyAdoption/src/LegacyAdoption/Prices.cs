namespace LegacyAdoption;

// Likewise. Its parts are one unit, and one line of the baseline.
public static partial class Prices
{
    public static decimal Gross(decimal net) => net * 1.19m;
}
