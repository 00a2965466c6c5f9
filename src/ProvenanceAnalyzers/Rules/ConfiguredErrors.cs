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
    private readonly ConcurrentDictionary<(SyntaxTree Tree, string Rule), bool> _isError = new();

    private ConfiguredErrors(ProvenanceContext provenance) => _provenance = provenance;

    /// <summary>Those of a compilation.</summary>
    public static ConfiguredErrors For(ProvenanceContext provenance) => provenance.Share(static created => new ConfiguredErrors(created));

    /// <summary>Whether a rule is an error in a file.</summary>
    /// <param name="rule">The rule's own descriptor.</param>
    /// <param name="tree">The file.</param>
    public bool Contain(DiagnosticDescriptor rule, SyntaxTree tree) => _isError.TryGetValue((tree, rule.Id), out var known)
        ? known
        : _isError.GetOrAdd((tree, rule.Id), IsError(rule, tree));

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

    private bool IsError(DiagnosticDescriptor rule, SyntaxTree tree)
    {
        var compilation = _provenance.Compilation;
        if (!IsSetByItself(rule, tree) && SeverityOfMany(rule, _provenance.Files.Of(tree)) is { } severity)
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

    private bool IsSetByItself(DiagnosticDescriptor rule, SyntaxTree tree)
    {
        var options = _provenance.Compilation.Options;
        return options.SpecificDiagnosticOptions.ContainsKey(rule.Id)
            || (options.SyntaxTreeOptionsProvider is { } severities
                && (severities.TryGetDiagnosticValue(tree, rule.Id, CancellationToken.None, out _)
                    || severities.TryGetGlobalDiagnosticValue(rule.Id, CancellationToken.None, out _)));
    }
}
