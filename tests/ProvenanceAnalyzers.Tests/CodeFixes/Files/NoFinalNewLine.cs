namespace Contoso.Tools;

using System.Diagnostics;

internal sealed class Clock
{
    private readonly long _start = Stopwatch.GetTimestamp();

    public double Elapsed() => (Stopwatch.GetTimestamp() - _start) / (double)Stopwatch.Frequency;
}

internal readonly struct Tick { public long Value() => 0; }