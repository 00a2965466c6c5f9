namespace QuickStart;

/// <summary>A partial type is declared when one of its parts is.</summary>
[AIProvenance(AIOrigin.Human)]
public sealed partial class Invoice(Order order)
{
    public decimal Due => order.Total - Discount.Of(order);
}
