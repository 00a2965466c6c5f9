namespace ProvenanceAnalyzers.Options;

/// <summary>How an option goes together with what a policy file locks.</summary>
/// <param name="Combine">The value that holds, of the one that would hold without the policy and the locked one.</param>
/// <param name="IsWeaker">Whether a value that somebody wrote would weaken the locked one.</param>
/// <param name="Asks">Whether a locked value asks for anything: the loosest one does not, nor does an empty list.</param>
/// <param name="Together">What holds of several files, for people.</param>
/// <param name="Looser">Which values are looser than the locked one, for people.</param>
internal sealed record OptionLock<T>(
    Func<T, T, T> Combine, Func<T, T, bool> IsWeaker, Func<T, bool> Asks, string Together, string Looser)
{
    /// <summary>Whether several lines of a policy file make one list; else the strictest holds.</summary>
    public bool AddsUp { get; init; }

    /// <summary>Another option of the policy that a value that somebody wrote would weaken, or null.</summary>
    public Func<T, ScopedPolicy, OptionDefinition?> WeakensOther { get; init; } = (_, _) => null;
}
