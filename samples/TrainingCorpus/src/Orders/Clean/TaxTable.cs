namespace Orders;

/// <summary>PROV3003: only humans write here, and the assistant of the house had a hand in it.</summary>
[AIProvenance(AIOrigin.Assisted, Tool = "house-assistant", RequestedBy = "ada@example.com", On = "2026-09-14")]
[HumanReviewed("bob@example.com", "2026-09-15", Digest = "h1:a06a2989ed52c560fb44d8505421fd3f")]
public static class TaxTable
{
    public static decimal RateOf(string country) => country switch
    {
        "AT" => 0.20m,
        "DE" => 0.19m,
        _ => throw new ArgumentOutOfRangeException(nameof(country), country, "No rate is known."),
    };
}
