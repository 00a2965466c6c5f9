using ProvenanceAnalyzers.Shared.Text;

namespace ProvenanceAnalyzers.Options;

/// <summary>The days on which a tool was not to be used.</summary>
/// <param name="Tool">The tool's id.</param>
/// <param name="From">The first day; null: since ever.</param>
/// <param name="To">The last day, which counts too; null: until further notice.</param>
internal sealed record ToolSuspension(string Tool, DateTime? From, DateTime? To)
{
    /// <summary>Whether a day is one of them. Of a use on a day that nobody knows it must be assumed.</summary>
    public bool Holds(DateTime? day) =>
        day is not { } known || ((From is not { } from || known >= from) && (To is not { } to || known <= to));

    /// <summary>
    /// Whether code says that it was made on a day to come, so that nobody knows on which it was. Tomorrow is none: elsewhere it has begun.
    /// </summary>
    /// <param name="day">The day that the code says, if it says one.</param>
    /// <param name="today">The known day, if there is one; without one every day is taken as it is written.</param>
    public static bool IsToCome(DateTime? day, DateTime? today) =>
        day is { } said && today is { } known && (said - known).TotalDays > 1;

    /// <summary>The days in a message: <c>from 2026-06-01 to 2026-07-15</c>.</summary>
    public string Days => (From, To) switch
    {
        ({ } from, { } to) => $"from {Day.Format(from)} to {Day.Format(to)}",
        ({ } from, null) => $"since {Day.Format(from)}",
        (null, { } to) => $"until {Day.Format(to)}",
        _ => "on all days",
    };
}
