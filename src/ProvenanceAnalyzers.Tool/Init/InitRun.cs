using ProvenanceAnalyzers.Tool.Infrastructure;

namespace ProvenanceAnalyzers.Tool.Init;

/// <summary>Shows what is planned, and writes it once somebody has agreed.</summary>
/// <param name="output">Where the plan is shown.</param>
/// <param name="errors">Where it is said what goes wrong.</param>
/// <param name="width">How many columns there are where the plan is shown.</param>
/// <param name="errorWidth">How many there are where it is said what goes wrong.</param>
internal sealed class InitRun(TextWriter output, TextWriter errors, int width = int.MaxValue, int errorWidth = int.MaxValue)
{
    private const string Indentation = "  ";

    /// <summary>Shows a plan.</summary>
    public void Show(InitFiles files)
    {
        foreach (var change in files.Changes)
        {
            output.WriteLine(change.IsNew ? $"{change.Name} (new)" : change.Name);
            foreach (var line in change.Difference)
            {
                output.WriteLine(Indentation + line);
            }

            output.WriteLine();
        }

        foreach (var note in files.Notes)
        {
            output.WriteLine(WrappedText.Of("Note: " + note, width));
        }

        if (!files.Changes.Any())
        {
            output.WriteLine(files.Notes.Count == 0
                ? "Everything is there already: nothing is to be written."
                : "Nothing is to be written.");
        }
    }

    /// <summary>Lists what would be written, for whom the plan was longer than the screen.</summary>
    public void List(InitFiles files)
    {
        if (files.Notes.Count > 0)
        {
            output.WriteLine();
        }

        output.WriteLine("It would write:");
        foreach (var change in files.Changes)
        {
            output.WriteLine($"{Indentation}{change.Name} ({What(change)})");
        }
    }

    /// <summary>Writes a plan. One file that cannot be written does not hold up the others.</summary>
    /// <returns>Whether all of it is written.</returns>
    public bool Write(InitFiles files)
    {
        var written = new List<string>();
        var isWhole = true;
        foreach (var change in files.Changes)
        {
            try
            {
                change.Write();
                written.Add(change.Name);
            }
            catch (ToolException exception)
            {
                errors.WriteLine(WrappedText.Of($"provenance: Not written: {exception.Message}", errorWidth));
                isWhole = false;
            }
        }

        output.WriteLine(written.Count == 0
            ? "Nothing was written."
            : WrappedText.Of($"Written: {string.Join(", ", written)}", width));
        return isWhole;
    }

    /// <summary>Says what is left to do.</summary>
    /// <param name="place">Where.</param>
    /// <param name="hasBaseline">Whether the baseline is written.</param>
    public void SayNext(InitPlace place, bool hasBaseline)
    {
        output.WriteLine();
        output.WriteLine("Next:");
        output.WriteLine("  dotnet tool restore");
        if (!hasBaseline)
        {
            output.WriteLine($"  {BaselineRun.CommandFor(place)}   # old code is not reported until it changes");
        }

        output.WriteLine("  commit what was written");
    }

    private static string What(PlannedChange change)
    {
        var signs = change.Difference.CountBy(line => line[0]).ToDictionary();
        var parts = new[] { Part('+', "comes", "come"), Part('-', "goes", "go") }.OfType<string>().ToList();
        return string.Join(", ", change.IsNew ? ["new"] : parts);

        string? Part(char sign, string ofOne, string ofMany) => signs.GetValueOrDefault(sign) switch
        {
            0 => null,
            1 => $"1 line {ofOne}",
            var count => $"{count:N0} lines {ofMany}",
        };
    }
}
