namespace LegacyAdoption;

// The days were 14 when the baseline was written. Code that is changed is due: PROV1001.
public static class Refunds
{
    public static bool IsOpen(int daysSincePurchase) => daysSincePurchase <= 30;
}
