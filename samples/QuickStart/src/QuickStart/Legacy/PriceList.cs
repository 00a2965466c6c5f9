namespace QuickStart.Legacy;

// Nobody knows any more, and that is said: PROV1006.
[AIProvenance(AIOrigin.Unknown)]
public static class PriceList
{
    public static decimal PriceOf(string product) => product.Length;
}
