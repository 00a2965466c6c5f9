using Perfolizer.Horology;

namespace ProvenanceAnalyzers.Benchmarks;

/// <summary>
/// Counts the time that the processor spends on this process: a budget is about that, and other work on the machine does not count.
/// </summary>
internal sealed class ProcessorTimeClock : IClock
{
    public string Title => "Processor time";

    public bool IsAvailable => true;

    public Frequency Frequency { get; } = new(TimeSpan.TicksPerSecond);

    public long GetTimestamp() => Environment.CpuUsage.TotalTime.Ticks;
}
