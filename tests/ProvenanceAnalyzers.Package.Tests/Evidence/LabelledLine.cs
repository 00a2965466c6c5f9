namespace ProvenanceAnalyzers.Package.Tests.Evidence;

/// <summary>What can be put below a line so that the code still compiles.</summary>
internal enum LineSlot
{
    Nothing,
    Member,
    Statement,
}

/// <summary>A line of a file, with its label; an edit changes the text and, where it is another's now, the label.</summary>
internal sealed class LabelledLine(string text, LineLabel label)
{
    private const string Marker = "[HumanReviewed(";

    private static readonly string[] OurAttributes = ["[AIProvenance(", Marker];

    public string Text { get; set; } = text;

    public LineLabel Label { get; set; } = label;

    /// <summary>The type that it belongs to; null of what is above and between types.</summary>
    public LabelledUnit? Unit { get; set; }

    public LineSlot Slot { get; init; }

    /// <summary>Whether it counts: no blank one, no brace, comment, using directive or attribute of ours.</summary>
    public bool IsCounted
    {
        get
        {
            var trimmed = Text.Trim();
            return trimmed.Trim('{', '}', ' ').Length > 0
                && !trimmed.StartsWith("//", StringComparison.Ordinal)
                && !trimmed.StartsWith("using ", StringComparison.Ordinal)
                && !OurAttributes.Any(attribute => trimmed.StartsWith(attribute, StringComparison.Ordinal));
        }
    }

    public bool IsMarker => Text.StartsWith(Marker, StringComparison.Ordinal);

    public LabelledLine Copy() => new(Text, Label) { Unit = Unit, Slot = Slot };
}
