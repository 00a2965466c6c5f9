namespace ProvenanceAnalyzers.Tool.Output;

/// <summary>The forms in which a list is written.</summary>
internal enum DueFormat
{
    /// <summary>For people, on a terminal or in a log.</summary>
    Text,

    /// <summary>For the summary of a pull request.</summary>
    Markdown,

    /// <summary>For programs: one object.</summary>
    Json,

    /// <summary>SARIF 2.1.0.</summary>
    Sarif,

    /// <summary>Workflow commands of GitHub Actions, which become annotations of a pull request.</summary>
    GitHub,

    /// <summary>A code quality report of GitLab.</summary>
    GitLab,
}
