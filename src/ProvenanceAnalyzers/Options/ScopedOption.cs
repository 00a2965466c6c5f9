using System.Collections.Immutable;

namespace ProvenanceAnalyzers.Options;

/// <summary>A list for all code, and the one that holds instead in test code and fixture files where it is set.</summary>
/// <param name="General">The option for all code: <c>provenance.denied_tools</c>. Empty: nothing is said.</param>
/// <param name="Tests">
/// The option for test code: <c>provenance.tests.denied_tools</c>. Its value is the default array where it is not set.
/// </param>
internal sealed record ScopedOption<T>(OptionDefinition<ImmutableArray<T>> General, OptionDefinition<ImmutableArray<T>> Tests);

/// <summary>What a file says in both options of a pair.</summary>
internal readonly record struct ScopedValue<T>(ScopedOption<T> Option, ImmutableArray<T> General, ImmutableArray<T> Tests)
{
    /// <summary>Whether neither says anything.</summary>
    public bool IsEmpty => General.IsDefaultOrEmpty && Tests.IsDefaultOrEmpty;

    /// <summary>The option that decides in test code or in other code, and its list.</summary>
    public (OptionDefinition Option, ImmutableArray<T> Values) In(bool isTest) =>
        isTest && !Tests.IsDefault ? (Option.Tests, Tests) : (Option.General, General);
}
