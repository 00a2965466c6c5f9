using ProvenanceAnalyzers.Shared.Catalogue;
using ProvenanceAnalyzers.Shared.Digests;

namespace ProvenanceAnalyzers.Build.Record;

/// <summary>Names a person by a hash, so that one person stays one person over all projects.</summary>
internal static class PersonHash
{
    /// <summary><c>sha256:</c> and the SHA-256 of the address, or of the name where there is no address, in lower case.</summary>
    public static string Of(string person) => "sha256:" + Hex.Sha256(new Person(person).Identity.ToLowerInvariant());
}
