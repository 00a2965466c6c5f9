namespace QuickStart.Legacy;

// Nobody knows any more, and that is said.
[AIProvenance(AIOrigin.Unknown)] // PROV1006: column 2
public static class PriceList
{
    public static decimal PriceOf(string product) => product.Length;
}
