namespace QuickStart.Tests;

// An undeclared test class: PROV1002.
public sealed class OrderParserTests
{
    [Fact]
    public void Parses_a_line() => Assert.Equal(new Order("tea", 12, 4.50m), OrderParser.Parse("tea;12;4.50"));

    [Fact]
    public void Refuses_another_form() => Assert.Throws<FormatException>(() => OrderParser.Parse("tea"));
}
