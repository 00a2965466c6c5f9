namespace Orders.Tests;

/// <summary>PROV3004: only humans write tests here, and the assistant of the house wrote this one.</summary>
[AIProvenance(AIOrigin.Generated, Tool = "house-assistant", RequestedBy = "ada@example.com", On = "2026-09-14")]
[HumanReviewed("bob@example.com", "2026-09-15", Digest = "h1:7d23811476d7057b9339ac98b508c0f6")]
public class MoneyTests
{
    [Fact]
    public void Adds_up() => Assert.Equal(new Money(3, "EUR"), new Money(1, "EUR") + new Money(2, "EUR"));
}
