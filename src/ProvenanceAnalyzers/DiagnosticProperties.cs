using System.Collections.Immutable;
using ProvenanceAnalyzers.Options;

namespace ProvenanceAnalyzers;

/// <summary>The keys of what a diagnostic tells its fix, beside its location.</summary>
internal static class DiagnosticProperties
{
    /// <summary>The origin that the first fix declares: <c>Unknown</c>.</summary>
    public const string DefaultOrigin = nameof(DefaultOrigin);

    /// <summary>The tools that the fixes offer, in order, separated by commas.</summary>
    public const string Tools = nameof(Tools);

    /// <summary>
    /// The path that an assembly annotation must name, absent where the annotation stands on the declaration; or the path or glob that
    /// one names in vain.
    /// </summary>
    public const string Target = nameof(Target);

    /// <summary>The text that replaces the one at the location.</summary>
    public const string Replacement = nameof(Replacement);

    /// <summary>The path of the file that an assembly marker is about, as the compiler knows it.</summary>
    public const string CoveredFile = nameof(CoveredFile);

    /// <summary>What a fix that declares provenance must know.</summary>
    public static ImmutableDictionary<string, string?> ForDeclaration(ProvenanceOptions options) =>
        ImmutableDictionary<string, string?>.Empty
            .Add(DefaultOrigin, options.DefaultOrigin.ToString())
            .Add(Tools, string.Join(",", options.Tools));
}
