using Microsoft.CodeAnalysis;
using ProvenanceAnalyzers.Model;
using ProvenanceAnalyzers.Options;
using ProvenanceAnalyzers.Rules;

namespace ProvenanceAnalyzers.Configuration;

/// <summary>
/// What the rules about settings share: each is reported once a key and value, where a configuration file sets it. The message names the
/// ordinally first hand-written file it holds for, whose severity it has, too.
/// </summary>
internal abstract class SettingRule : ConfigurationRule
{
    protected SettingRule(DiagnosticDescriptor descriptor)
        : base(descriptor)
    {
    }

    private bool IsConfigurable => !Descriptor.CustomTags.Contains(WellKnownDiagnosticTags.NotConfigurable);

    /// <summary>Makes what finds the problems of one file.</summary>
    protected abstract Func<SourceFile, IEnumerable<OptionProblem>> CreateFinder(ProvenanceContext provenance);

    protected sealed override IEnumerable<Diagnostic> Find(ProvenanceContext provenance, CancellationToken cancellationToken)
    {
        foreach (var setting in FindSettings(provenance, cancellationToken))
        {
            var diagnostic = Create(
                provenance.Facts.PlaceOf(setting.Key, setting.Value),
                IsConfigurable ? SeverityAt(setting.FirstFile, provenance, cancellationToken) : null,
                setting.Key,
                setting.Value,
                setting.FirstFile.Path,
                string.Join("; and ", setting.Explanations));
            if (diagnostic != null)
            {
                yield return diagnostic;
            }
        }
    }

    /// <summary>Each setting that has problems once, with those that it has where the ordinally first file is.</summary>
    private List<WrongSetting> FindSettings(ProvenanceContext provenance, CancellationToken cancellationToken)
    {
        var find = CreateFinder(provenance);
        var settings = new List<WrongSetting>();
        foreach (var file in provenance.Files.All)
        {
            foreach (var problem in find(file))
            {
                if (file.IsGenerated(cancellationToken))
                {
                    break;
                }

                var known = settings.Find(setting => setting.Key == problem.Key && setting.Value == problem.Value);
                if (known == null)
                {
                    settings.Add(known = new WrongSetting(problem.Key, problem.Value, file));
                }
                else if (string.CompareOrdinal(file.Tree.FilePath, known.FirstFile.Tree.FilePath) < 0)
                {
                    known.FirstFile = file;
                    known.Explanations.Clear();
                }

                if (known.FirstFile == file && !known.Explanations.Contains(problem.Explanation))
                {
                    known.Explanations.Add(problem.Explanation);
                }
            }
        }

        return settings;
    }

    private sealed class WrongSetting(string key, string value, SourceFile firstFile)
    {
        public string Key { get; } = key;

        public string Value { get; } = value;

        public SourceFile FirstFile { get; set; } = firstFile;

        public List<string> Explanations { get; } = [];
    }
}
