using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ProvenanceAnalyzers.Shared.Exchange;
using ProvenanceAnalyzers.Shared.Text;

namespace ProvenanceAnalyzers.Tool.Declare;

/// <summary>What the configuration files above each file say of it, as the compiler would pass it on.</summary>
internal sealed class FileOptions : AnalyzerConfigOptionsProvider
{
    private readonly AnalyzerConfigSet _set;

    /// <param name="folder">The project's folder.</param>
    /// <param name="files">The files that are asked for.</param>
    public FileOptions(string folder, IEnumerable<string> files)
    {
        var paths = files.Select(file => Path.GetDirectoryName(file)!)
            .Append(folder)
            .Distinct()
            .SelectMany(start => Above(start, ".editorconfig"))
            .Concat(Above(folder, ".globalconfig"))
            .Distinct();
        _set = AnalyzerConfigSet.Create(paths.Select(path => AnalyzerConfig.Parse(ProjectFolder.ReadOrEmpty(path), path)).ToList());
        GlobalOptions = new Values(_set.GlobalConfigOptions.AnalyzerOptions.SetItem(
            BuildProperties.ProjectDirectory.ToLowerInvariant(), Paths.NormalizeDirectory(folder)));
    }

    public override AnalyzerConfigOptions GlobalOptions { get; }

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) =>
        new Values(_set.GetOptionsForSourcePath(tree.FilePath).AnalyzerOptions);

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) =>
        new Values(_set.GetOptionsForSourcePath(textFile.Path).AnalyzerOptions);

    private static IEnumerable<string> Above(string folder, string name)
    {
        for (var above = folder; above != null; above = Path.GetDirectoryName(above))
        {
            if (Path.Combine(above, name) is var path && File.Exists(path))
            {
                yield return path;
            }
        }
    }

    private sealed class Values(ImmutableDictionary<string, string> values) : AnalyzerConfigOptions
    {
        private readonly Dictionary<string, string> _values = new(values, KeyComparer);

        public override IEnumerable<string> Keys => _values.Keys;

        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => _values.TryGetValue(key, out value);
    }
}
