using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.Build.Evidence;

/// <summary>Makes runs of lines, and carries them over to another text.</summary>
internal static class LineRuns
{
    /// <summary>Adds a run for each stretch of lines that have one source.</summary>
    /// <param name="sources">The source of each line; null: there is none.</param>
    /// <param name="runs">The runs.</param>
    public static void Add(EvidenceSource?[] sources, List<EvidenceRun> runs)
    {
        for (var index = 0; index < sources.Length; index++)
        {
            if (sources[index] is { } source)
            {
                var first = index;
                while (index + 1 < sources.Length && source.Equals(sources[index + 1]))
                {
                    index++;
                }

                runs.Add(new EvidenceRun(first + 1, index + 1, source));
            }
        }
    }

    /// <summary>What is known of another text of the same file: what of its lines is unchanged, white space aside.</summary>
    /// <param name="evidence">What is known of a text.</param>
    /// <param name="older">Its lines.</param>
    /// <param name="newer">The lines of the other one.</param>
    /// <param name="carried">What is known of that.</param>
    public static void Carry(FileEvidence evidence, string[] older, string[] newer, FileEvidence carried)
    {
        var known = new EvidenceSource?[older.Length];
        foreach (var run in evidence.Runs)
        {
            for (var line = run.First; line <= Math.Min(run.Last, known.Length); line++)
            {
                known[line - 1] = run.Source;
            }
        }

        var same = LineDiff.Match(older, newer);
        Add(Array.ConvertAll(same, index => index < 0 ? null : known[index]), carried.Runs);
        foreach (var marker in evidence.Markers)
        {
            var line = Array.IndexOf(same, marker.Line - 1);
            if (line >= 0)
            {
                var moved = new MarkerEvidence(line + 1, marker.Commit);
                moved.People.AddRange(marker.People);
                carried.Markers.Add(moved);
            }
        }
    }
}
