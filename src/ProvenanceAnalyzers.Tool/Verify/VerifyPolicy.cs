using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
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
    private VerifyPolicy(string path, byte[] bytes, string place)
    {
        using var reader = new StreamReader(new MemoryStream(bytes));
        var text = reader.ReadToEnd();
        (Name, Hash, Place) = (System.IO.Path.GetFileName(path), FactsFile.HashOf(text), place);
        FileHash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        General = PolicyFile.Read(Name, text, place);
    }

    /// <summary>What messages call it.</summary>
    public string Name { get; }

    /// <summary>The SHA-256 of its text, as manifests have it.</summary>
    public string Hash { get; }

    /// <summary>The SHA-256 of the file, which has a byte order mark or another encoding, perhaps.</summary>
    public string FileHash { get; }

    /// <summary>Where it belongs, relative to the repository: its sections name files relative to that folder.</summary>
    public string Place { get; }

    /// <summary>What it says, whichever project it is.</summary>
    public PolicyFile General { get; }

    /// <summary>Reads one.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="top">The top folder of the repository that is verified, or null. A file in it is where the projects have it.</param>
    /// <exception cref="ToolException">It cannot be read, or says something that is not understood.</exception>
    public static VerifyPolicy Read(string path, string? top)
    {
        if (!File.Exists(path))
        {
            throw new ToolException($"There is no policy file '{path}'.");
        }

        var real = RealPath.Of(path);
        var place = top != null && RealPath.IsBelow(real, top)
            ? Paths.Normalize(System.IO.Path.GetRelativePath(top, real))
            : System.IO.Path.GetFileName(path);
        var policy = new VerifyPolicy(path, File.ReadAllBytes(path), place);
        return policy.General.Problems is [var problem, ..]
            ? throw new ToolException($"'{path}' is no policy, in line {problem.Line}: {problem.Explanation}.")
            : policy;
    }

    /// <summary>Whether it was in force in all target frameworks of a project.</summary>
    public bool WasInForce(ManifestContent manifest) =>
        manifest.InForce is { Count: > 0 } all && all.All(one => one.Policies.Any(other => other.Sha256 == Hash));

    /// <summary>
    /// Where it was in force, relative to the repository, if that is not where it belongs: its sections name files relative to its folder,
    /// so that a copy elsewhere says something else. Null where it was in force as it must be, or has no sections.
    /// </summary>
    public string? WrongPlaceIn(ManifestContent manifest)
    {
        var folder = Paths.FolderOf(manifest.Project);
        return General.HoldsEverywhere || manifest.InForce is not { } all ? null
            : all.Select(one => one.Policies
                    .Where(other => other.Sha256 == Hash)
                    .Select(other => ManifestFiles.PlaceOf(other.Path, folder))
                    .OrderByDescending(path => Paths.Comparer.Equals(Paths.FolderOf(path), Paths.FolderOf(Place)))
                    .FirstOrDefault())
                .FirstOrDefault(path => path != null && !Paths.Comparer.Equals(Paths.FolderOf(path), Paths.FolderOf(Place)));
    }

    /// <summary>What policies say for files, which are called relative to the repository.</summary>
    public static Func<string, ProvenanceOptions> OptionsOf(IReadOnlyList<VerifyPolicy> policies)
    {
        var known = new List<ProvenanceOptions>();
        return path =>
        {
            // Files for which the policies say the same share their options, by which a caller knows them.
            ImmutableArray<ScopedPolicy> here = [.. policies.Select(policy => policy.General.At(path))];
            if (known.Find(one => one.Policies.SequenceEqual(here)) is not { } options)
            {
                known.Add(options = ProvenanceOptions.Read(new NoOptions(), AnalysisMode.Default, here, [], wholeList: null));
            }

            return options;
        };
    }

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
