using ProvenanceAnalyzers.Options;
using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.Model;

/// <summary>What history tells of some code.</summary>
/// <param name="lines">How many of its lines count.</param>
/// <param name="shares">How many of these come from where; of the others it tells nothing.</param>
internal sealed class CodeEvidence(int lines, IReadOnlyList<EvidenceShare> shares)
{
    /// <summary>Fewer lines contradict nothing, whatever share of the code they are.</summary>
    public const int FewestLines = 5;

    /// <summary>From this share of lines on that a tool has noted, the code is its work, and not a human's that it helped with.</summary>
    private const int GeneratedPerCent = 80;

    /// <summary>How many of its lines count.</summary>
    public int Lines { get; } = lines;

    /// <summary>How many of these come from where, the most first; all of them show something of an AI.</summary>
    public IReadOnlyList<EvidenceShare> Shares { get; } =
    [
        .. shares
            .Where(share => share.Source.Strength != EvidenceStrength.None)
            .OrderByDescending(share => share.Lines)
            .ThenBy(share => share.Source.Commit, StringComparer.Ordinal),
    ];

    /// <summary>How many lines show at least so much of an AI.</summary>
    public int LinesFrom(EvidenceStrength weakest) => Shares.Where(share => share.Source.Strength >= weakest).Sum(share => share.Lines);

    /// <summary>Whether it tells enough to contradict what is declared, or to be declared.</summary>
    public bool IsAboveFloor(ProvenanceOptions options) => IsAboveFloor(LinesFrom(options.EvidenceContradicts), options);

    /// <summary>Whether a number of lines is more than an option tolerates.</summary>
    public bool IsAboveFloor(int count, ProvenanceOptions options) =>
        count >= FewestLines && count * 100L > (long)options.EvidenceTolerance * Lines;

    /// <summary>What is left of it that shows at least so much of an AI.</summary>
    public CodeEvidence From(EvidenceStrength weakest) => Only(source => source.Strength >= weakest);

    /// <summary>What is left of it by some sources.</summary>
    public CodeEvidence Only(Func<EvidenceSource, bool> condition) => new(Lines, [.. Shares.Where(share => condition(share.Source))]);

    /// <summary>
    /// The tools that wrote enough by themselves to be told, the one with the most lines first; where none did, all that wrote any.
    /// </summary>
    public IReadOnlyList<string> ToolsAbove(ProvenanceOptions options)
    {
        var tools = Tools.ToList();
        var above = tools.FindAll(tool => IsAboveFloor(LinesOf(tool), options));
        return above.Count > 0 ? above : tools;
    }

    /// <summary>The tools, the one with the most lines first.</summary>
    public IEnumerable<string> Tools => Shares.SelectMany(share => share.Source.Tools)
        .Distinct(StringComparer.Ordinal)
        .OrderByDescending(LinesOf)
        .ThenBy(tool => tool, StringComparer.Ordinal);

    /// <summary>The newest of its sources; only where there are any.</summary>
    public EvidenceSource Newest => Shares
        .Select(share => share.Source)
        .OrderByDescending(source => source.Day, StringComparer.Ordinal)
        .ThenBy(source => source.Commit, StringComparer.Ordinal)
        .FirstOrDefault()!;

    /// <summary>How many lines show just so much of an AI.</summary>
    public int LinesOf(EvidenceStrength strength) => Shares.Where(share => share.Source.Strength == strength).Sum(share => share.Lines);

    /// <summary>How many lines show a tool.</summary>
    public int LinesOf(string tool) => Shares.Where(share => share.Source.Tools.Contains(tool)).Sum(share => share.Lines);

    /// <summary>
    /// Whether it is all an AI's work: each line that counts by a commit of its own, or four of five by what a tool has noted.
    /// </summary>
    public bool IsGenerated =>
        LinesFrom(EvidenceStrength.Commit) == Lines || LinesFrom(EvidenceStrength.Line) * 100 >= Lines * GeneratedPerCent;
}
