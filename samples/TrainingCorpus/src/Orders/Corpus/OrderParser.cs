using System.Globalization;

namespace Orders;

/// <summary>By the assistant of the house, and reviewed: into the corpus.</summary>
[AIProvenance(AIOrigin.Generated, Tool = "house-assistant", RequestedBy = "ada@example.com", On = "2026-09-14")]
[HumanReviewed("bob@example.com", "2026-09-15", Digest = "h1:92ee1e972e28b1dc3a3247ca4e4fcf7f")]
public static class OrderParser
{
    public static Money Parse(string text) => text.Split(' ') is [var amount, var currency]
        ? new Money(decimal.Parse(amount, CultureInfo.InvariantCulture), currency)
        : throw new FormatException($"'{text}' is not of the form '12.50 EUR'.");
}
