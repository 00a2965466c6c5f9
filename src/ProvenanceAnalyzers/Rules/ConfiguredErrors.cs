using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using ProvenanceAnalyzers.Model;

namespace ProvenanceAnalyzers.Rules;

/// <summary>
/// Where a developer's own configuration makes a rule an error. The compiler lets nothing change the severity of a locked warning, neither
/// for the looser nor for the stricter, so that a rule must look for the latter itself.
/// </summary>
internal sealed class ConfiguredErrors
{
    private readonly ProvenanceContext _provenance;
    private readonly ConcurrentDictionary<string, object> _isError = new(StringComparer.Ordinal);

    private ConfiguredErrors(ProvenanceContext provenance) => _provenance = provenance;

    /// <summary>Those of a compilation.</summary>
    public static ConfiguredErrors For(ProvenanceContext provenance) => provenance.Share(static created => new ConfiguredErrors(created));

    /// <summary>Whether a rule is an error in a file.</summary>
    /// <param name="rule">The rule's own descriptor.</param>
    /// <param name="tree">The file.</param>
    public bool Contain(DiagnosticDescriptor rule, SyntaxTree tree)
    {
        var own = SeverityOf(rule, tree);
        var ofMany = own == null && !IsSetForAll(rule) ? SeverityOfMany(rule, _provenance.Files.Of(tree)) : null;

        // All files of the same settings have one answer, and asking the compiler for it takes longer than all else.
        var settings = $"{rule.Id} {(int?)own} {(int?)ofMany}";
        return (bool)(_isError.TryGetValue(settings, out var known)
            ? known
            : _isError.GetOrAdd(settings, IsError(rule, tree, ofMany)));
    }

    /// <summary>The severity that a configuration file sets for all rules, or for those of a category; null where none does.</summary>
    public static ReportDiagnostic? SeverityOfMany(DiagnosticDescriptor rule, SourceFile file)
    {
        var text = file.Setting($"dotnet_analyzer_diagnostic.category-{rule.Category}.severity")
            ?? file.Setting("dotnet_analyzer_diagnostic.severity");
        return text?.Trim().ToLowerInvariant() switch
        {
            "error" => ReportDiagnostic.Error,
            "warning" => ReportDiagnostic.Warn,
            "suggestion" => ReportDiagnostic.Info,
            "silent" or "refactoring" => ReportDiagnostic.Hidden,
            "none" => ReportDiagnostic.Suppress,
            _ => null,
        };
    }

    private bool IsError(DiagnosticDescriptor rule, SyntaxTree tree, ReportDiagnostic? ofMany)
    {
        var compilation = _provenance.Compilation;
        if (ofMany is { } severity)
        {
            return severity == ReportDiagnostic.Error
                || (severity == ReportDiagnostic.Warn && compilation.Options.GeneralDiagnosticOption == ReportDiagnostic.Error);
        }

        // A warning of its own that no policy holds: the compiler knows best what becomes of that.
        var unlocked = Diagnostic.Create(
            rule,
            Location.Create(tree, default(TextSpan)),
            DiagnosticSeverity.Warning,
            additionalLocations: null,
            properties: null,
            messageArgs: null);
        return CompilationWithAnalyzers.GetEffectiveDiagnostics([unlocked], compilation)
            .Any(effective => effective.Severity == DiagnosticSeverity.Error);
    }

    /// <summary>The severity that configuration files set for the rule itself, for a file; null where they set none.</summary>
    public ReportDiagnostic? SeverityOf(DiagnosticDescriptor rule, SyntaxTree tree) =>
        _provenance.Compilation.Options.SyntaxTreeOptionsProvider is { } severities
        && severities.TryGetDiagnosticValue(tree, rule.Id, CancellationToken.None, out var severity)
            ? severity
            : null;

    /// <summary>Whether the project, or a global configuration file, sets the severity of the rule itself.</summary>
    public bool IsSetForAll(DiagnosticDescriptor rule)
    {
        var options = _provenance.Compilation.Options;
        return options.SpecificDiagnosticOptions.ContainsKey(rule.Id)
            || options.SyntaxTreeOptionsProvider?.TryGetGlobalDiagnosticValue(rule.Id, CancellationToken.None, out _) == true;
    }
}
