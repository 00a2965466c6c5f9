namespace QuickStart;

// Suppressed, as any C# warning can be.
#pragma warning disable PROV1001
public enum Currency
#pragma warning restore PROV1001
{
    Euro,
    Dollar,
}
