namespace Shop;

// Older than the policy: PROV1001 where it is compiled.
public sealed class Receipt
{
    public string Text(int number) => $"No. {number}";
}
