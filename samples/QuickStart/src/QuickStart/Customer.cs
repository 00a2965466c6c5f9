namespace QuickStart;

// Undeclared.
public sealed class Customer(string name) // PROV1001: column 21
{
    public string Name { get; } = name;

    public override string ToString() => Name;
}
