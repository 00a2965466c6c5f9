using System;
using System.ComponentModel;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

[assembly: CLSCompliant(false)]
[module: SkipLocalsInit]

namespace Contoso.Orders;

/// <summary>An order.</summary>
[Serializable]
[DebuggerDisplay("{Number}")] // shown by the debugger
[Description(
    "An order that somebody placed: see "
    + "the manual")]
/* between the lists */
[EditorBrowsable(EditorBrowsableState.Always), DesignerCategory("code")]
// And one comment before the type.
public class Order
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private string _number = "";

    [DefaultValue("")]
    public string Number
    {
        [DebuggerStepThrough] get => _number;
        [MethodImpl(MethodImplOptions.NoInlining)]
        set => _number = value;
    }

    [method: MethodImpl(MethodImplOptions.AggressiveInlining)]
    [return: MaybeNull]
    public string Describe([NotNull] object? context) => context!.ToString()!;

    [Obsolete] [Browsable(false)] public void Old() { }

    [
        Category("Events")
    ]
    public event EventHandler? Changed { add { } remove { } }

    [return: NotNullIfNotNull(nameof(left))]
    public static Order? operator +(Order? left, Order? right) => left ?? right;
}

[type: Serializable] internal class Line { [field: NonSerialized] public int Count { get; set; } public int Twice() => 2 * Count; }

[StructLayout(LayoutKind.Sequential)] [
    Serializable]
internal struct Header
{
    public int Length() => 0;
}

[Flags] internal enum Kinds { None }

[return: MaybeNull]
internal delegate string Find([In] int id);

[Serializable]internal class Tight{[Obsolete]public int M()=>1;}
