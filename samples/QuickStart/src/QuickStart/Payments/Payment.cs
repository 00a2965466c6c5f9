namespace QuickStart.Payments;

public sealed class Payment
{
    private decimal _paid;

    [AIProvenance(AIOrigin.Human)]
    public void Pay(decimal amount) => _paid += amount;

    // This folder asks each member with a body for its own.
    public bool Settles(Invoice invoice) => _paid >= invoice.Due; // PROV1004: column 17
}
