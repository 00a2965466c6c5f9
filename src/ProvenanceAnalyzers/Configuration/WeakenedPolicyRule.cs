using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ProvenanceAnalyzers.Model;
using ProvenanceAnalyzers.Options;
using ProvenanceAnalyzers.Rules;
using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.Configuration;

/// <summary>
/// PROV0006: an option, a severity or a mode would weaken a locked policy. The options do not: the locked value holds all the same. Where a
/// rule is hidden nothing else would tell, so that no setting hides this one.
/// </summary>
internal sealed class WeakenedPolicyRule() : SettingRule(Descriptors.WeakenedPolicy)
{
    private const string OfAllRules = "dotnet_analyzer_diagnostic.severity";

    /// <summary>The keys that set the severity of many rules at once, by the rule that is among them.</summary>
    private static readonly Dictionary<string, string[]> KeysOfManyRules = Descriptors.All.ToDictionary(
        descriptor => descriptor.Id,
        descriptor => new[] { $"dotnet_analyzer_diagnostic.category-{descriptor.Category}.severity", OfAllRules });

    public override bool IsActive(ProvenanceContext provenance) => !provenance.Facts.Policies.IsEmpty;

    protected override Func<SourceFile, IEnumerable<OptionProblem>> CreateFinder(ProvenanceContext provenance)
    {
        var ofProject = FindInProject(provenance).ToList();
        return file => FindInOptions(file, provenance)
            .Concat(FindSeverities(file, provenance))
            .Concat(ofProject);
    }

    private static IEnumerable<OptionProblem> FindInOptions(SourceFile file, ProvenanceContext provenance) =>
        from written in file.Options.Written
        let option = OptionDefinitions.ByKey.TryGetValue(written.Key, out var definition) ? definition : null
        where option is { IsForPolicyAlone: false }
        from policy in file.Options.Policies
        let weakened = option.Weakens(file.Options.TextOf(option)!, provenance.Facts.Mode, policy)
        where weakened != null
        select new OptionProblem(written.Key, written.Value, policy.Explain(weakened));

    private static IEnumerable<OptionProblem> FindSeverities(SourceFile file, ProvenanceContext provenance) =>
        from policy in file.Options.Policies
        from rule in policy.Rules
        let setting = FindSeverity(file, rule, provenance)
        where setting != null
        group rule by (setting.Value, policy) into hidden
        select new OptionProblem(hidden.Key.Value.Key, hidden.Key.Value.Value, hidden.Key.policy.WhyReliedOn([.. hidden]));

    /// <summary>The setting that hides a rule in a file, or null: of several the one that the compiler takes.</summary>
    private static (string Key, string Value)? FindSeverity(SourceFile file, string rule, ProvenanceContext provenance)
    {
        var severities = provenance.Compilation.Options.SyntaxTreeOptionsProvider;
        if (severities != null
            && (severities.TryGetDiagnosticValue(file.Tree, rule, CancellationToken.None, out var severity)
                || severities.TryGetGlobalDiagnosticValue(rule, CancellationToken.None, out severity)))
        {
            return severity switch
            {
                ReportDiagnostic.Suppress => ($"dotnet_diagnostic.{rule}.severity", "none"),
                ReportDiagnostic.Hidden => ($"dotnet_diagnostic.{rule}.severity", "silent"),
                ReportDiagnostic.Info => ($"dotnet_diagnostic.{rule}.severity", "suggestion"),
                _ => null,
            };
        }

        foreach (var key in KeysOfManyRules[rule])
        {
            if (file.Setting(key)?.Trim() is { } value)
            {
                return value.ToLowerInvariant() is "none" or "silent" or "refactoring" or "suggestion" ? (key, value) : null;
            }
        }

        return null;
    }

    private static IEnumerable<OptionProblem> FindInProject(ProvenanceContext provenance)
    {
        var options = provenance.Compilation.Options;
        foreach (var policy in provenance.Facts.Policies.Select(policy => policy.General))
        {
            foreach (var rule in policy.Rules)
            {
                if (options.SpecificDiagnosticOptions.TryGetValue(rule, out var severity)
                    && severity is ReportDiagnostic.Suppress or ReportDiagnostic.Hidden or ReportDiagnostic.Info)
                {
                    yield return new OptionProblem("NoWarn", rule, policy.WhyReliedOn([rule]));
                }
            }
        }

        foreach (var policy in provenance.Facts.Policies)
        {
            foreach (var baseline in provenance.Baseline.Files.Where(_ => policy.ForbidsBaseline))
            {
                var name = Path.GetFileName(baseline);
                yield return new OptionProblem(
                    "ProvenanceBaseline",
                    name,
                    $"'{policy.Name}' says '{OptionDefinitions.Baseline.Key} = false', so that the baseline '{name}' is not allowed; "
                    + "delete it, and declare what it holds");
            }

            if (provenance.Facts.LeavesOutDefaultFixtures
                && policy.FirstScope(scope => scope.Rules.Contains(RuleIds.UndeclaredFixtures)) is { } asking)
            {
                yield return new OptionProblem(
                    "ProvenanceDefaultFixtures", "false", asking.WhyReliedOn([RuleIds.UndeclaredFixtures]));
            }

            var why = $"'{policy.Name}' relies on warnings";
            if (options.WarningLevel == 0)
            {
                yield return new OptionProblem("WarningLevel", "0", why);
            }

            if (provenance.Facts.Mode == AnalysisMode.None)
            {
                yield return new OptionProblem("ProvenanceAnalysisMode", "None", why);
            }
        }
    }
}
