using ProvenanceAnalyzers.Shared.Text;

namespace ProvenanceAnalyzers.Tests.Shared.Text;

public sealed class DayTests
{
    [Theory]
    [InlineData("2026-11-20", 2026, 11, 20)]
    [InlineData("0001-01-01", 1, 1, 1)]
    [InlineData("9999-12-31", 9999, 12, 31)]
    [InlineData("2024-02-29", 2024, 2, 29)]
    [InlineData("2000-02-29", 2000, 2, 29)]
    public void A_day_of_the_calendar_is_read(string text, int year, int month, int day) =>
        Assert.Equal(new DateTime(year, month, day), Day.Parse(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("...")]
    [InlineData("0000-01-01")]
    [InlineData("2026-00-10")]
    [InlineData("2026-13-10")]
    [InlineData("2026-01-00")]
    [InlineData("2026-01-32")]
    [InlineData("2026-02-29")]
    [InlineData("1900-02-29")]
    [InlineData("2026-1-20")]
    [InlineData("2026-11-2")]
    [InlineData("20261120")]
    [InlineData("2026/11/20")]
    [InlineData("20.11.2026")]
    [InlineData("-026-11-20")]
    [InlineData("2026-+1-20")]
    [InlineData("2026-11-20 ")]
    [InlineData(" 2026-11-20")]
    [InlineData("2026-11-20T00:00")]
    [InlineData("\u0662\u0660\u0662\u0666-11-20")]
    public void What_is_no_day_of_that_form_is_none(string? text) => Assert.Null(Day.Parse(text));
}
