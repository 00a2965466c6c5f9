using ProvenanceAnalyzers.Shared.Catalogue;
using ProvenanceAnalyzers.Shared.Digests;

namespace ProvenanceAnalyzers.Shared.Exchange;

/// <summary>Names a person by a hash, so that one person stays one person over all projects.</summary>
internal static class PersonHash
{
    private const string Mark = "sha256:";
    private const int Digits = 64;

    /// <summary><c>sha256:</c> and the SHA-256 of the address, or of the name where there is no address, in lower case.</summary>
    public static string Of(string person) => Mark + Hex.Sha256(new Person(person).Identity.ToLowerInvariant());

    /// <summary>Whether a person is named by a hash already.</summary>
    public static bool IsHash(string person) =>
        person.Length == Mark.Length + Digits
        && person.StartsWith(Mark, StringComparison.Ordinal)
        && person.Skip(Mark.Length).All(character => character is (>= '0' and <= '9') or (>= 'a' and <= 'f'));
}
