namespace LegacyAdoption;

// New since the baseline was written: PROV1001.
public static class Vouchers
{
    public static decimal Apply(decimal price, decimal value) => Math.Max(0, price - value);
}
