namespace ProvenanceAnalyzers.Options;

/// <summary>An option that is unknown, invalid or contradicts another.</summary>
/// <param name="Key">The key as the compiler passes it, lower case.</param>
/// <param name="Value">The value as written.</param>
/// <param name="Explanation">What is wrong and what is allowed, as the end of a sentence that begins with the option.</param>
internal sealed record OptionProblem(string Key, string Value, string Explanation);
