namespace ProvenanceAnalyzers.Tool.Export;

/// <summary>Some lines of a file, and the unit that they are of.</summary>
internal sealed record UnitLines(ExportedUnit Unit, int Start, int End);

/// <summary>
/// Gives each line of a file to one unit: a member takes its lines from its type. Where units share a line and neither lies inside the
/// other, the one with the strongest origin has it, so that nothing an AI made passes for a human's.
/// </summary>
internal static class InnermostLines
{
    /// <summary>The lines of each unit that are its own, in the order of the file.</summary>
    /// <param name="parts">The parts of units in one file.</param>
    public static IReadOnlyList<UnitLines> Of(IReadOnlyCollection<UnitLines> parts)
    {
        var bounds = parts.SelectMany(part => new[] { part.Start, part.End + 1 }).Distinct().Order().ToList();
        var lines = new List<UnitLines>();
        foreach (var (start, next) in bounds.Zip(bounds.Skip(1)))
        {
            var around = parts.Where(part => part.Start <= start && part.End >= next - 1).ToList();
            if (around.Count == 0)
            {
                continue;
            }

            var owner = around
                .Where(part => !around.Exists(other => IsInside(other, part)))
                .OrderByDescending(part => part.Unit.Strength)
                .ThenByDescending(part => part.Unit.Id.Length)
                .ThenBy(part => part.Unit.Name, StringComparer.Ordinal)
                .First();
            if (lines.Count > 0 && lines[^1] is var last && last.Unit == owner.Unit && last.End == start - 1)
            {
                lines[^1] = last with { End = next - 1 };
            }
            else
            {
                lines.Add(new UnitLines(owner.Unit, start, next - 1));
            }
        }

        return lines;
    }

    /// <summary>Of two variants of one unit neither lies inside the other, wherever their lines are.</summary>
    private static bool IsInside(UnitLines inner, UnitLines outer) =>
        (inner.Unit.Project, inner.Unit.Unit.Id) != (outer.Unit.Project, outer.Unit.Unit.Id)
        && outer.Start <= inner.Start
        && inner.End <= outer.End
        && (outer.Start, outer.End) != (inner.Start, inner.End);
}
