namespace ProvenanceAnalyzers.Shared.Digests;

/// <summary>How a digest is written: <c>h1:9f2e8a1b7c04d5e61a2b3c4d5e6f7081</c>.</summary>
internal static class DigestFormat
{
    /// <summary>The algorithm's name and a colon, which every digest begins with.</summary>
    public const string Prefix = "h1:";

    /// <summary>The same of a digest of what is left of a type without the members that are reviewed by themselves.</summary>
    public const string RestPrefix = "r1:";

    /// <summary>The number of hexadecimal digits behind the prefix: the first half of a SHA-256.</summary>
    public const int Length = 32;

    /// <summary>Whether a text is written as a digest is.</summary>
    public static bool IsMatch(string text) => IsMatch(text, Prefix);

    /// <summary>Whether a text is written as a digest of what is left of a type is.</summary>
    public static bool IsRest(string? text) => text != null && IsMatch(text, RestPrefix);

    private static bool IsMatch(string text, string prefix) =>
        text.Length == Prefix.Length + Length
        && text.StartsWith(prefix, StringComparison.Ordinal)
        && text.Skip(Prefix.Length).All(character => character is (>= '0' and <= '9') or (>= 'a' and <= 'f'));
}
