namespace QuickStart.Tests;

// An undeclared test class.
public sealed class OrderParserTests // PROV1002: column 21
{
    [Theory]
    [InlineData("tea", 54)]
    [InlineData("coffee", 24.75)]
    public void Parses_a_line(string product, decimal total) => Assert.Equal(total, OrderParser.Parse(Read($"orders/{product}.csv")).Total);

    [Fact]
    public void Refuses_another_form() => Assert.Throws<FormatException>(() => OrderParser.Parse(Read("commas.txt")));

    private static string Read(string fixture) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Fixtures", fixture)).TrimEnd();
}
