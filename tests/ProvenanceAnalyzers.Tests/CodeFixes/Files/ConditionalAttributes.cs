using System;
using System.ComponentModel;
using System.Diagnostics;

namespace Contoso.Diagnostics;

#if DEBUG
[DebuggerDisplay("{Name}")]
#endif
public sealed class Probe
{
    public string Name { get; set; } = "";

#if DEBUG
    [Description("debug")]
#else
    [Description("release")]
#endif
    [Obsolete("Use Name.")]
    public string GetName()
    {
        return Name;
    }

    [Description("always")]
#if DEBUG
    [EditorBrowsable(EditorBrowsableState.Never)]
#endif
    public void Reset()
    {
        Name = "";
    }
}

[Serializable]
#if !DEBUG
[DebuggerStepThrough]
#endif
public class Sample
{
    public double Value() => 0;
}

#if DEBUG
[Serializable,
 DebuggerDisplay("{Count()}")]
#else
[Serializable]
#endif
#if DEBUG
// Only a debugger sees it.
[DebuggerTypeProxy(typeof(Sample))]
#endif
internal class Series
{
    public int Count() => 1;
}

[
#if DEBUG
    DebuggerDisplay("gauge"),
#endif
    Serializable
]
internal class Gauge
{
    public int Level() => 2;
}

[Flags]
internal enum Levels
{
    None = 0,
#if DEBUG
    [Description("debug")]
#endif
    All = 1,
}
