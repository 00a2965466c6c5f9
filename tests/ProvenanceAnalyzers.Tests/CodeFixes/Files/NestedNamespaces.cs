using System;
namespace Contoso
{
    using Text = System.Text.StringBuilder;
    namespace Inner
    {
        namespace Innermost { public class Deep { public class Deeper { public class Deepest { public void M() { } } } } }

        public class Writer
        {
            private readonly Text _text = new();
            public void Write(string line) => _text.Append(line);

            protected class Options
            {
                public bool Indent() => false;
            }
        }
    }
    public class Reader
    {
        public string Read() => "";
    }
}
namespace Contoso.Inner.ProvenanceAnalyzers
{
    // Hides the namespace of the annotations from everything in Contoso.Inner.
    public class Unrelated { public int M() => 1; }
}
namespace Contoso.Inner
{
    public class InShadow
    {
        public int M() => 1;
    }
}
public class InNoNamespace
{
    public int M() => 1;
}
