namespace ProvenanceAnalyzers.Package.Tests.Evidence;

/// <summary>Numbers as runs of those that follow one another.</summary>
internal static class NumberRuns
{
    public static IReadOnlyList<(int First, int Last)> Of(IReadOnlyList<int> numbers)
    {
        var runs = new List<(int First, int Last)>();
        foreach (var number in numbers)
        {
            if (runs.Count > 0 && runs[^1].Last == number - 1)
            {
                runs[^1] = (runs[^1].First, number);
            }
            else
            {
                runs.Add((number, number));
            }
        }

        return runs;
    }
}
