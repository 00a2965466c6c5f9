namespace ProvenanceAnalyzers.Shared.Exchange;

/// <summary>
/// What history tells of who wrote which lines of a project. Of a commit that is no evidence nothing is listed, so that a human's commit
/// makes the compiler run no second time.
/// </summary>
internal sealed class ListedEvidence
{
    /// <summary>
    /// The day after that of the newest commit, <c>yyyy-MM-dd</c>, where a source file names a later one; else nothing.
    /// </summary>
    public string KnownDay { get; set; } = string.Empty;

    /// <summary>What is missing, each as a sentence without its end, with the command that mends it: a shallow clone, notes.</summary>
    public List<string> Gaps { get; } = [];

    /// <summary>The source files with lines that history tells anything of.</summary>
    public List<FileEvidence> Files { get; } = [];

    /// <summary>The fixture files that an AI had a hand in.</summary>
    public List<FixtureEvidence> Fixtures { get; } = [];
}

/// <summary>What history tells of a source file.</summary>
/// <param name="Path">Its physical path relative to the project, with <c>/</c> between folders.</param>
/// <param name="Hash">The hash of the text that it was made from, see <see cref="EvidenceFile.HashOf"/>.</param>
internal sealed record FileEvidence(string Path, string Hash)
{
    /// <summary>Runs of lines, in their order, none within another.</summary>
    public List<EvidenceRun> Runs { get; } = [];

    /// <summary>Who committed the lines of review markers; only where an option asks.</summary>
    public List<MarkerEvidence> Markers { get; } = [];
}

/// <summary>Lines that follow one another and have one source.</summary>
/// <param name="First">The first of them, counted from 1 at line feeds, as git does.</param>
/// <param name="Last">The last of them.</param>
/// <param name="Source">Where they come from.</param>
internal sealed record EvidenceRun(int First, int Last, EvidenceSource Source);

/// <summary>Who committed the line that a review marker begins in.</summary>
/// <param name="Line">The line, counted from 1 at line feeds.</param>
/// <param name="Commit">The id of the commit.</param>
internal sealed record MarkerEvidence(int Line, string Commit)
{
    /// <summary>The humans who are author, committer or co-author of it: <c>Ada Lovelace &lt;ada@example.com&gt;</c>.</summary>
    public List<string> People { get; } = [];
}

/// <summary>What history tells of a fixture file.</summary>
/// <param name="Path">Its physical path relative to the project, with <c>/</c> between folders.</param>
/// <param name="Digest">Its digest when this was found.</param>
/// <param name="Lines">How many lines it has that are not blank.</param>
internal sealed record FixtureEvidence(string Path, string Digest, int Lines)
{
    /// <summary>How many of these lines come from where.</summary>
    public List<EvidenceShare> Shares { get; } = [];
}

/// <summary>Lines of a file that come from one source, wherever they stand.</summary>
/// <param name="Lines">How many lines.</param>
/// <param name="Source">Where they come from.</param>
internal sealed record EvidenceShare(int Lines, EvidenceSource Source);

/// <summary>A commit that is evidence, or what a note says of some of its lines.</summary>
/// <param name="Commit">The id of the commit, in full.</param>
/// <param name="Day">The author's day, <c>yyyy-MM-dd</c>.</param>
/// <param name="Strength">
/// How much it shows of an AI; <see cref="EvidenceStrength.None"/> of a commit that is listed because no human had a hand in it.
/// </param>
internal sealed record EvidenceSource(string Commit, string Day, EvidenceStrength Strength)
{
    /// <summary>Whether some human is author, committer or co-author of the commit. A host's own committer is none.</summary>
    public bool HasHuman { get; init; } = true;

    /// <summary>The ids of the tools; none where it is not known which.</summary>
    public IReadOnlyList<string> Tools { get; init; } = [];

    /// <summary>The models, as the commit or note names them.</summary>
    public IReadOnlyList<string> Models { get; init; } = [];

    /// <summary>The humans who asked the AI for it.</summary>
    public IReadOnlyList<string> Requesters { get; init; } = [];

    /// <summary>The humans who committed it as their own work: author and co-authors of a commit that an AI had a hand in.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>Whether it says the same as another source.</summary>
    public bool Equals(EvidenceSource? other) => other != null
        && Commit == other.Commit && Day == other.Day && Strength == other.Strength && HasHuman == other.HasHuman
        && Tools.SequenceEqual(other.Tools) && Models.SequenceEqual(other.Models)
        && Requesters.SequenceEqual(other.Requesters) && Authors.SequenceEqual(other.Authors);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Commit);
}
