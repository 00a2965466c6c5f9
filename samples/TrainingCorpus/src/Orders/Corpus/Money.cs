namespace Orders;

/// <summary>An amount, by a person: into the corpus.</summary>
[AIProvenance(AIOrigin.Human)]
public readonly record struct Money(decimal Amount, string Currency)
{
    public static Money operator +(Money left, Money right) => left.Currency == right.Currency
        ? left with { Amount = left.Amount + right.Amount }
        : throw new InvalidOperationException($"{left.Currency} is not {right.Currency}.");
}
