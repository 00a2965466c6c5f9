namespace Orders.Tests;

[AIProvenance(AIOrigin.Human)]
public class OrderParserTests
{
    [Fact]
    public void Reads_an_amount_and_a_currency() => Assert.Equal(new Money(12.50m, "EUR"), OrderParser.Parse(Fixture("euro.txt")));

    [Fact]
    public void Refuses_what_is_none() => Assert.Throws<FormatException>(() => OrderParser.Parse(Fixture("broken.txt") + "!"));

    private static string Fixture(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Fixtures/orders", name)).TrimEnd();
}
