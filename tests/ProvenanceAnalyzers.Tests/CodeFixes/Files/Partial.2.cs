namespace Contoso.Parts
{
    public partial class Machine
    {
        partial void OnStarted(string name)
        {
            _ = name.Length;
        }

        public partial string Name => "machine";

        public partial class Motor
        {
            public int Power() => 2;
        }
    }

    internal partial interface IPart
    {
    }

    internal partial interface IPart { int Height() => 2; }
}
