using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using ProvenanceAnalyzers.Rules;
using ProvenanceAnalyzers.Shared.Exchange;
using ProvenanceAnalyzers.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Tests.Policy;

/// <summary>
/// The decision tables of the pages PROV3xxx and PROV0006: origin, tool and model of an annotation, where it stands, what the options and a
/// locked policy say, and the ids that are reported. Each row is compiled and analyzed with every rule.
/// </summary>
public sealed class PolicyDecisionTableTests
{
    private const int LeastRows = 80;

    private static readonly string[] Pages =
        [.. Descriptors.All.Where(rule => rule.Category == RuleFamily.Policy).Select(rule => rule.Id), RuleIds.WeakenedPolicy];

    private static readonly MetadataReference[] References =
        [.. TestReferences.Net, .. TestFrameworks.References(Framework.XUnit2)];

    public static TheoryData<string, string, string, string, string> Rows
    {
        get
        {
            var rows = new TheoryData<string, string, string, string, string>();
            foreach (var page in Pages)
            {
                foreach (var row in Read(page))
                {
                    rows.Add(page, row[0].Trim('`'), row[1].Trim('`'), row[2].Trim('`'), row[4]);
                }
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Each_row_holds(string page, string annotation, string where, string options, string reported)
    {
        var path = "/0/" + where.Split(' ')[^1];
        var attribute = $"[AIProvenance(AIOrigin.{annotation})]";
        var code = where.StartsWith("test method ", StringComparison.Ordinal)
            ? $"[AIProvenance(AIOrigin.Human)] public class C {{ {attribute} [Xunit.Fact] public void M() {{ }} }}"
            : where.StartsWith("test ", StringComparison.Ordinal)
                ? $"{attribute} public class C {{ [Xunit.Fact] public void M() {{ }} }}"
                : $"{attribute} public class C {{ }}";
        var (config, additionalFiles) = ConfigOf(options);
        var compilation = CSharpCompilation.Create(
            page,
            [
                CSharpSyntaxTree.ParseText("using ProvenanceAnalyzers;\n" + code, path: path),
                .. Infrastructure.Annotations.Sources.Select(
                    source => CSharpSyntaxTree.ParseText(source.Text, path: "/0/Annotations/" + source.FileName)),
            ],
            References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary).WithSyntaxTreeOptionsProvider(config.Severities));
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));

        var diagnostics = await compilation.WithAnalyzers(
            Analyzers.All,
            new AnalyzerOptions(additionalFiles, config)).GetAnalyzerDiagnosticsAsync();

        Assert.Equal(
            reported,
            diagnostics.IsEmpty
                ? "none"
                : string.Join(", ", diagnostics.Select(diagnostic => diagnostic.Id).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void The_tables_are_long_enough_and_no_row_is_there_twice()
    {
        Assert.True(Rows.Count >= LeastRows, $"{Rows.Count} rows");
        Assert.All(Pages, page =>
        {
            var rows = Read(page);
            Assert.True(rows.Count >= 20, $"{page}: {rows.Count} rows");
            Assert.Equal(rows.Count, rows.Select(row => (row[0], row[1], row[2])).Distinct().Count());
            Assert.Contains(rows, row => row[4].Contains(page, StringComparison.Ordinal));
            Assert.Contains(rows, row => !row[4].Contains(page, StringComparison.Ordinal));
        });
    }

    private static IReadOnlyList<string[]> Read(string page) => Repository.ReadTable(
        $"src/ProvenanceAnalyzers.Package/docs/rules/{page}.md", "Annotation", "Where", "Options", "Why", "Reported");

    /// <summary>Options as a row writes them, in the files that a build would have them in.</summary>
    private static (ConfigFiles Config, ImmutableArray<AdditionalText> AdditionalFiles) ConfigOf(string row)
    {
        const string PolicyPath = "/0/company.provenance";
        // A policy that asks for reviews would be weakened by an option that switches them off.
        var config = new StringBuilder("root = true\n[*.cs]\n");
        if (!row.Contains("lock review", StringComparison.Ordinal) && !row.Contains("lock tests.review", StringComparison.Ordinal))
        {
            config.Append("provenance.review_required = none\nprovenance.tests.review_required = none\n");
        }

        var policy = new StringBuilder();
        foreach (var part in row.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var option = part;
            if (option[0] == '[')
            {
                var end = option.IndexOf(']', StringComparison.Ordinal) + 1;
                config.Append($"{option[..end]}\n");
                option = option[end..].Trim();
            }

            if (option.StartsWith("lock ", StringComparison.Ordinal))
            {
                var line = option["lock ".Length..];
                var end = line.IndexOf(']', StringComparison.Ordinal) + 1;
                policy.Append(line[..end]).Append('\n').Append($"provenance.{line[end..].Trim()}\n");
            }
            else
            {
                config.Append(option.StartsWith("dotnet_", StringComparison.Ordinal) ? $"{option}\n" : $"provenance.{option}\n");
            }
        }

        return (
            new ConfigFiles(("/0/.editorconfig", config.ToString())),
            policy.Length > 0
                ? [TestFacts.File(policy: policy.ToString()), new InMemoryText(PolicyPath, policy.ToString())]
                : [TestFacts.File()]);
    }
}
