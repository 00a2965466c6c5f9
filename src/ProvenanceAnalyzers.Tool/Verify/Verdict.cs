namespace ProvenanceAnalyzers.Tool.Verify;

/// <summary>What came out of a verification.</summary>
internal sealed record Verdict
{
    /// <summary>The policies, by name, each with the SHA-256 of its text and that of its file.</summary>
    public required IReadOnlyList<(string Name, string Sha256, string FileSha256)> Policies { get; init; }

    /// <summary>The manifests that were read, by path, each with the SHA-256 of its bytes.</summary>
    public required IReadOnlyList<(string Path, string Sha256)> Manifests { get; init; }

    /// <summary>The manifests of an earlier revision that they were held against, likewise.</summary>
    public required IReadOnlyList<(string Path, string Sha256)> Earlier { get; init; }

    /// <summary>The revisions that they are of.</summary>
    public required IReadOnlyList<string> Revisions { get; init; }

    /// <summary>How many units there are.</summary>
    public required int Units { get; init; }

    /// <summary>How many of them nobody has declared, allowed or not.</summary>
    public required int Undeclared { get; init; }

    /// <summary>How many of them wait for a review, allowed or not.</summary>
    public required int Unreviewed { get; init; }

    /// <summary>What stands against it, by project, file and line.</summary>
    public required IReadOnlyList<VerifyProblem> Problems { get; init; }

    /// <summary>Whether nothing does.</summary>
    public bool Passes => Problems.Count == 0;
}
