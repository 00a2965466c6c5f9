using Microsoft.CodeAnalysis;

namespace ProvenanceAnalyzers.Model;

/// <summary>How large the dictionaries are that hold what is known of a compilation.</summary>
internal static class Concurrency
{
    /// <summary>How many threads can add without waiting for each other; an analyzer must not ask for the processors.</summary>
    public const int Level = 8;

    /// <summary>Room for all files and about as many types from the start, since a dictionary that grows copies what it has.</summary>
    public static int CapacityFor(Compilation compilation) => 2 * compilation.SyntaxTrees.Count();
}
