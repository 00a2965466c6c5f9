using ProvenanceAnalyzers.Shared.Catalogue;
using ProvenanceAnalyzers.Shared.Text;

namespace ProvenanceAnalyzers.Annotations;

/// <summary>An annotation as history would write it. A diagnostic tells its fix what these are.</summary>
/// <param name="Origin">The origin.</param>
/// <param name="Tool">The id of the tool.</param>
/// <param name="Model">The model; empty where history names none, or several.</param>
/// <param name="On">The day of the newest commit, <c>yyyy-MM-dd</c>.</param>
/// <param name="RequestedBy">Who asked for the code; empty where history names nobody, or several.</param>
internal sealed record EvidencedAnnotation(Origin Origin, string Tool, string Model, string On, string RequestedBy)
{
    /// <summary>
    /// Whether each line was noted, or is of a commit of the tool's own: then it can be declared in many places at once.
    /// </summary>
    public bool IsFirm { get; init; }

    /// <summary>Several as one text, for the properties of a diagnostic.</summary>
    public static string Join(IEnumerable<EvidencedAnnotation> annotations) =>
        TextList.Join(annotations.Select(one =>
            TextList.Join([one.Origin.ToString(), one.Tool, one.Model, one.On, one.RequestedBy, one.IsFirm.ToString()])));

    /// <summary>What <see cref="Join"/> has made one text of; of what it has not, nothing.</summary>
    public static IReadOnlyList<EvidencedAnnotation> Split(string? joined)
    {
        var annotations = new List<EvidencedAnnotation>();
        foreach (var text in TextList.Split(joined))
        {
            if (TextList.Split(text) is [var origin, var tool, var model, var day, var requester, var isFirm]
                && Enum.TryParse(origin, out Origin known))
            {
                annotations.Add(new EvidencedAnnotation(known, tool, model, day, requester) { IsFirm = isFirm == bool.TrueString });
            }
        }

        return annotations;
    }
}
