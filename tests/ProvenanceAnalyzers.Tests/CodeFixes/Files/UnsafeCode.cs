using System;
using System.Runtime.InteropServices;

namespace Contoso.Interop;

internal static unsafe partial class Native
{
    [DllImport("kernel")]
    private static extern int getpid();

    public static int Pid() => getpid();

    public static int Sum(int* values, int count)
    {
        var sum = 0;
        for (var value = values; value < values + count; value++)
        {
            sum += *value;
        }

        return sum;
    }

    private static delegate* unmanaged<int, void> s_callback;

    public static ref readonly int First(ReadOnlySpan<int> values) => ref values[0];
}

file sealed class Handle : SafeHandle
{
    public Handle()
        : base(IntPtr.Zero, ownsHandle: true)
    {
    }

    public override bool IsInvalid => handle == IntPtr.Zero;

    protected override bool ReleaseHandle() => true;
}

file static class HandleExtensions
{
    public static Handle Open(this string _) => new();
}

[StructLayout(LayoutKind.Explicit)]
internal unsafe struct Buffer
{
    [FieldOffset(0)] public fixed byte Bytes[16];

    public byte this[int index] => Bytes[index];

    readonly void M() { }
}
