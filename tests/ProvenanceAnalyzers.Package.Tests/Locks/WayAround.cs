namespace ProvenanceAnalyzers.Package.Tests.Locks;

/// <summary>A way around a locked policy: a small project, the policy, an attempt, and what it must end in.</summary>
/// <param name="Name">What is tried; letters and digits, as it names the project.</param>
/// <param name="Policy">Lines of <c>company.provenance</c> without <c>provenance.</c> in front, with <c>;</c> in between.</param>
/// <param name="Expected">
/// The codes that must each be reported as an error, with a blank in between; <c>PROV</c> stands for any of ours.
/// </param>
internal sealed record WayAround(string Name, string Policy, string Expected)
{
    /// <summary>The project's files by their paths; those outside of it begin with <c>../</c>; <c>{version}</c> is the package's.</summary>
    public (string Path, string Text)[] Files { get; init; } = [];

    /// <summary>Lines of the project's <c>.editorconfig</c>, below <c>[*.cs]</c> unless they begin with a section.</summary>
    public string Options { get; init; } = string.Empty;

    /// <summary>Lines of a <c>.globalconfig</c> in the project's folder.</summary>
    public string GlobalOptions { get; init; } = string.Empty;

    /// <summary>Properties of the command line: <c>A=1;B=2</c>.</summary>
    public string Properties { get; init; } = string.Empty;

    /// <summary>What stands in the project's <c>Directory.Build.props</c>.</summary>
    public string Props { get; init; } = string.Empty;

    /// <summary>What stands in the project's <c>Directory.Build.targets</c>.</summary>
    public string Targets { get; init; } = string.Empty;

    /// <summary>Items of the project file.</summary>
    public string Items { get; init; } = string.Empty;

    /// <summary>How the name of the project file ends.</summary>
    public string Extension { get; init; } = ".csproj";

    /// <summary>A symbolic link in the project's folder, as <c>name>target</c>; rows with one are left out on Windows.</summary>
    public string Link { get; init; } = string.Empty;

    /// <summary>Packages as <c>name/version</c>.</summary>
    public string[] Packages { get; init; } = [];

    /// <summary>Whether the project was built without <see cref="Properties"/> just before.</summary>
    public bool IsBuiltBefore { get; init; }

    /// <summary>The ends of paths that may not be in include.txt, were there no policy.</summary>
    public string[] NotIncluded { get; init; } = [];
}
