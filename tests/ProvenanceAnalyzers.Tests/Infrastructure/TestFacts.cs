using System.Text;

namespace ProvenanceAnalyzers.Tests.Infrastructure;

/// <summary>The build's facts, as its targets write them for a project whose folder is above that of the file; written by hand.</summary>
internal static class TestFacts
{
    public const string FileName = "Test.net10.0.Provenance.Facts.tsv";

    private const string Header = "# What the build tells ProvenanceAnalyzers of a project, format 1.\n";

    /// <summary>The text of a file of that name.</summary>
    /// <param name="lines">Facts, one a line, with a blank where the file has a tab, if it has none: <c>mode Strict; ci</c>.</param>
    /// <param name="policy">The text of the policy <c>company.provenance</c>; null: there is none.</param>
    public static string Text(string lines = "", string? policy = null)
    {
        var text = new StringBuilder(Header)
            .Append($"name\t{FileName}\nproject\t../\noutput\tobj/\n")
            .Append("list\tobj/Provenance.Fixtures.tsv\nlist\tobj/Provenance.Evidence.tsv\n");
        if (policy != null)
        {
            text.Append($"policy\tcompany.provenance\t{HashOf(policy)}\n");
        }

        // As the package injects them.
        foreach (var (fileName, _) in Annotations.Sources)
        {
            text.Append($"source\tAnnotations/{fileName}\t\tInjected\n");
        }

        foreach (var line in lines.Split(['\n', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            text.Append(line.Contains('\t', StringComparison.Ordinal) ? line : line.Replace(' ', '\t')).Append('\n');
        }

        return text.Append("end\n").ToString();
    }

    /// <summary>The file in a project's folder.</summary>
    /// <param name="directory">The folder, with <c>/</c> at its end.</param>
    /// <inheritdoc cref="Text"/>
    public static InMemoryText File(string directory = "/0/", string lines = "", string? policy = null) =>
        new($"{directory}obj/{FileName}", Text(lines, policy));

    public static string HashOf(string text) =>
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(text.TrimStart('\uFEFF'))));
}
