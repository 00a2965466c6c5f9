namespace Contoso.Parts;

public partial class Machine
{
    partial void OnStarted(string name);

    public partial string Name { get; }

    public void Start()
    {
        OnStarted(Name);
    }

    public partial class Motor
    {
        public int Speed() => 1;
    }
}

internal partial interface IPart
{
    int Weight() => 1;
}
