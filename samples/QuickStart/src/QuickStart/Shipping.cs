namespace QuickStart;

// AI-made, but by which tool? PROV0002.
[AIProvenance(AIOrigin.Generated)]
public static class Shipping
{
    public static decimal Cost(Order order) => order.Total >= 50 ? 0 : 4.95m;
}
