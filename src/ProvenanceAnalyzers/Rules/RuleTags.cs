using Microsoft.CodeAnalysis;

namespace ProvenanceAnalyzers.Rules;

/// <summary>
/// The tags of descriptors, which every SARIF log has beside a rule: by the name of the product and that of the family a code scanning
/// service filters what is reported.
/// </summary>
internal static class RuleTags
{
    public const string Product = "provenance";

    /// <summary>The records' own, which are no findings.</summary>
    public const string InformationFamily = "information";

    public static string[] Configuration { get; } = [Product, "configuration"];

    public static string[] Declaration { get; } = [Product, "declaration"];

    public static string[] Review { get; } = [Product, "review"];

    public static string[] Policy { get; } = [Product, "policy"];

    public static string[] Evidence { get; } = [Product, "evidence"];

    /// <summary>
    /// Tags, and two of the compiler's own: the first keeps configuration and pragmas from hiding a diagnostic, the second the attribute
    /// <c>SuppressMessage</c>.
    /// </summary>
    public static string[] CannotBeHidden(IEnumerable<string> tags) =>
        [.. tags.Union([WellKnownDiagnosticTags.NotConfigurable, WellKnownDiagnosticTags.Compiler])];
}
