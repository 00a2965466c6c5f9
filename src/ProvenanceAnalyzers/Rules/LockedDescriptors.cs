using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ProvenanceAnalyzers.Options;

namespace ProvenanceAnalyzers.Rules;

/// <summary>
/// The descriptors by which rules report what a locked policy asks for: the same id, title and message, a severity of the policy's, and
/// tags that keep every setting, pragma and attribute from hiding or lowering it.
/// </summary>
internal static class LockedDescriptors
{
    private static readonly ImmutableDictionary<DiagnosticDescriptor, (DiagnosticDescriptor Warning, DiagnosticDescriptor Error)> Locked =
        Descriptors.All
            .Where(descriptor => OptionDefinitions.All.Any(option => option.Rules.Contains(descriptor.Id)))
            .ToImmutableDictionary(
                descriptor => descriptor,
                descriptor => (With(descriptor, DiagnosticSeverity.Warning), With(descriptor, DiagnosticSeverity.Error)));

    /// <summary>A rule's descriptor and its locked ones, if a policy can ask for what it reports.</summary>
    public static ImmutableArray<DiagnosticDescriptor> Of(DiagnosticDescriptor rule) =>
        Locked.TryGetValue(rule, out var locked) ? [rule, locked.Warning, locked.Error] : [rule];

    /// <summary>The descriptor by which a rule reports where a policy holds it in a way.</summary>
    /// <param name="rule">The rule's own descriptor.</param>
    /// <param name="held">How the policy holds it.</param>
    /// <param name="isContinuousIntegration">Whether the build says that it is CI.</param>
    public static DiagnosticDescriptor Of(DiagnosticDescriptor rule, RuleLock held, bool isContinuousIntegration) => held switch
    {
        RuleLock.None => rule,
        RuleLock.Error => Locked[rule].Error,
        RuleLock.ErrorInCI when isContinuousIntegration => Locked[rule].Error,
        _ => Locked[rule].Warning,
    };

    private static DiagnosticDescriptor With(DiagnosticDescriptor rule, DiagnosticSeverity severity) => new(
        rule.Id,
        rule.Title,
        rule.MessageFormat,
        rule.Category,
        severity,
        isEnabledByDefault: true,
        rule.Description,
        rule.HelpLinkUri,
        Descriptors.CannotBeHidden);
}
