namespace LegacyAdoption;

// As it was when the baseline was written: not reported.
public static class Customers
{
    public static bool IsLoyal(int orders) => orders >= 20;
}
