namespace QuickStart;

public sealed partial class Invoice
{
    public string Print() => $"{order.Quantity} x {order.Product}: {Due}";
}
