using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ProvenanceAnalyzers.Options;
using ProvenanceAnalyzers.Shared.Exchange;
using ProvenanceAnalyzers.Shared.Text;
using ProvenanceAnalyzers.Tool.Infrastructure;
using ProvenanceAnalyzers.Tool.Manifests;

namespace ProvenanceAnalyzers.Tool.Verify;

/// <summary>A policy file that must have been in force.</summary>
internal sealed class VerifyPolicy
{
    private readonly string _text;

    private VerifyPolicy(string path, string text)
    {
        (_text, Name, Hash) = (text, System.IO.Path.GetFileName(path), FactsFile.HashOf(text));
        General = PolicyFile.Read(path, text, Name);
    }

    /// <summary>What messages call it.</summary>
    public string Name { get; }

    /// <summary>The SHA-256 of its text.</summary>
    public string Hash { get; }

    /// <summary>What it says, whichever project it is.</summary>
    public PolicyFile General { get; }

    /// <summary>Reads one.</summary>
    /// <exception cref="ToolException">It cannot be read, or says something that is not understood.</exception>
    public static VerifyPolicy Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new ToolException($"There is no policy file '{path}'.");
        }

        var policy = new VerifyPolicy(path, File.ReadAllText(path));
        return policy.General.Problems is [var problem, ..]
            ? throw new ToolException($"'{path}' is no policy, in line {problem.Line}: {problem.Explanation}.")
            : policy;
    }

    /// <summary>Whether it was in force in all target frameworks of a project.</summary>
    public bool WasInForce(ManifestContent manifest) =>
        manifest.InForce is { Count: > 0 } all && all.All(one => one.Policies.Any(other => other.Sha256 == Hash));

    /// <summary>
    /// What policies say for the files of a project. Their sections name files relative to the folder of the policy file, which the
    /// manifest says; one that was not in force is taken for one at the top of the repository.
    /// </summary>
    /// <param name="policies">The policies.</param>
    /// <param name="manifest">The project.</param>
    public static Func<string, ProvenanceOptions> OptionsIn(IReadOnlyList<VerifyPolicy> policies, ManifestContent manifest)
    {
        var folder = Paths.FolderOf(manifest.Project);
        var files = policies.Select(policy => PolicyFile.Read(policy.Name, policy._text, policy.PlaceIn(manifest, folder))).ToList();
        var known = new List<ProvenanceOptions>();
        return path =>
        {
            // Files for which the policies say the same share their options, by which a caller knows them.
            ImmutableArray<ScopedPolicy> here = [.. files.Select(file => file.At(path))];
            if (known.Find(one => one.Policies.SequenceEqual(here)) is not { } options)
            {
                known.Add(options = ProvenanceOptions.Read(new NoOptions(), AnalysisMode.Default, here, [], wholeList: null));
            }

            return options;
        };
    }

    private string PlaceIn(ManifestContent manifest, string folder) =>
        manifest.InForce?.SelectMany(one => one.Policies).FirstOrDefault(other => other.Sha256 == Hash) is { } placed
            ? Paths.Resolve(placed.Path, folder)
            : Name;

    private sealed class NoOptions : AnalyzerConfigOptions
    {
        public override IEnumerable<string> Keys => [];

        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
        {
            value = null;
            return false;
        }
    }
}
