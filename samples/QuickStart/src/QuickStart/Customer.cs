namespace QuickStart;

// Undeclared: PROV1001.
public sealed class Customer(string name)
{
    public string Name { get; } = name;

    public override string ToString() => Name;
}
