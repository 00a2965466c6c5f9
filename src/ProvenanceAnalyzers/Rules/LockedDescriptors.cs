using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ProvenanceAnalyzers.Options;

namespace ProvenanceAnalyzers.Rules;

/// <summary>
/// The descriptors by which rules report what a locked policy asks for: the same id and title, a severity of the policy's, and tags that
/// keep every setting, pragma and attribute from hiding or lowering it. The message is the same, and says what is an error in CI.
/// </summary>
internal static class LockedDescriptors
{
    private static readonly Dictionary<string, DiagnosticDescriptor> Warnings = With(DiagnosticSeverity.Warning, string.Empty);
    private static readonly Dictionary<string, DiagnosticDescriptor> WarningsBeforeCI =
        With(DiagnosticSeverity.Warning, "; an error in CI");

    private static readonly Dictionary<string, DiagnosticDescriptor> Errors = With(DiagnosticSeverity.Error, string.Empty);

    /// <summary>A rule's descriptor and its locked ones, if a policy can ask for what it reports.</summary>
    public static ImmutableArray<DiagnosticDescriptor> Of(DiagnosticDescriptor rule) =>
        Warnings.TryGetValue(rule.Id, out var warning) ? [rule, warning, WarningsBeforeCI[rule.Id], Errors[rule.Id]] : [rule];

    /// <summary>The descriptor by which a rule reports where a policy holds it in a way.</summary>
    /// <param name="rule">The rule's own descriptor.</param>
    /// <param name="held">How the policy holds it.</param>
    /// <param name="isContinuousIntegration">Whether the build says that it is CI.</param>
    public static DiagnosticDescriptor Of(DiagnosticDescriptor rule, RuleLock held, bool isContinuousIntegration) => held switch
    {
        RuleLock.None => rule,
        RuleLock.Error => Errors[rule.Id],
        RuleLock.ErrorInCI => (isContinuousIntegration ? Errors : WarningsBeforeCI)[rule.Id],
        _ => Warnings[rule.Id],
    };

    private static Dictionary<string, DiagnosticDescriptor> With(DiagnosticSeverity severity, string messageEnd)
    {
        var locked = new Dictionary<string, DiagnosticDescriptor>(StringComparer.Ordinal);
        foreach (var rule in Descriptors.All)
        {
            if (OptionDefinitions.RulesThatCanBeLocked.Contains(rule.Id))
            {
                locked.Add(rule.Id, With(rule, severity, messageEnd));
            }
        }

        return locked;
    }

    private static DiagnosticDescriptor With(DiagnosticDescriptor rule, DiagnosticSeverity severity, string messageEnd) => new(
        rule.Id,
        rule.Title,
        messageEnd.Length > 0 ? rule.MessageFormat + messageEnd : rule.MessageFormat,
        rule.Category,
        severity,
        isEnabledByDefault: true,
        rule.Description,
        rule.HelpLinkUri,
        RuleTags.CannotBeHidden(rule.CustomTags));
}
