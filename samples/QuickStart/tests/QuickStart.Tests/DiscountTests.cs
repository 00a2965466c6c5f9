namespace QuickStart.Tests;

// An AI-made test class that nobody has reviewed.
[AIProvenance(AIOrigin.Generated, Tool = "claude-code")]
public sealed class DiscountTests // PROV2002: column 21
{
    [Theory]
    [InlineData(9, 0)]
    [InlineData(10, 5)]
    public void Is_given_from_ten_on(int quantity, int expected) =>
        Assert.Equal(expected * quantity / 10m, Discount.Of(new Order("tea", quantity, 10)));
}
