namespace ProvenanceAnalyzers.Package.Tests.Evidence;

/// <summary>Who typed a line; known because the generator made it so.</summary>
internal enum Typist
{
    Human,
    AI,

    /// <summary>A bot that is no AI.</summary>
    Program,

    /// <summary>Nobody could tell from this history.</summary>
    Undecidable,
}

/// <summary>What history keeps of an AI, from nothing to the most.</summary>
internal enum KeptEvidence
{
    None,
    Suggestion,
    Trailer,
    Commit,
    Line,
}

/// <summary>Who typed a line, and what may be said of it.</summary>
/// <param name="Typist">Who typed it.</param>
/// <param name="Least">What history shows at least: who sees less has missed it.</param>
/// <param name="Most">What history shows at most: who sees more accuses without grounds.</param>
internal sealed record LineLabel(Typist Typist, KeptEvidence Least, KeptEvidence Most)
{
    public static LineLabel Human { get; } = new(Typist.Human, KeptEvidence.None, KeptEvidence.None);

    public static LineLabel Program { get; } = new(Typist.Program, KeptEvidence.None, KeptEvidence.None);

    /// <summary>The id of the tool; null where no AI had a hand in it.</summary>
    public string? Tool { get; init; }

    /// <summary>The model, where a record names one.</summary>
    public string? Model { get; init; }

    /// <summary>The addresses of those who asked for the line or committed it as their own work, where an AI had a hand in it.</summary>
    public IReadOnlyList<string> People { get; init; } = [];

    public static LineLabel Of(Typist typist, KeptEvidence kept, string tool, params IReadOnlyList<HistoryPerson> people) =>
        new(typist, kept, kept) { Tool = tool, People = [.. people.Select(person => person.Address)] };

    /// <summary>The same line, of which history may show less by now.</summary>
    public LineLabel Blurred() => this with { Least = KeptEvidence.None };

    /// <summary>The same line, whose evidence is gone.</summary>
    public LineLabel Lost() => this with { Least = KeptEvidence.None, Most = KeptEvidence.None };
}
