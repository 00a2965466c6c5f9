using System.Collections.Immutable;
using CsCheck;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using ProvenanceAnalyzers.Shared.Exchange;
using ProvenanceAnalyzers.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Tests.Robustness;

/// <summary>
/// Whatever is written into a configuration file, no analyzer throws, and what is wrong ends in PROV0001, not in silence.
/// </summary>
public sealed class OptionTests
{
    private static readonly CSharpCompilation Compilation = CSharpCompilation.Create(
        "Options",
        Infrastructure.Annotations.Sources
            .Select(source => CSharpSyntaxTree.ParseText(source.Text, path: "/0/Annotations/" + source.FileName))
            .Append(CSharpSyntaxTree.ParseText(
                """
                using System;
                using ProvenanceAnalyzers;
                using N;
                [assembly: AIProvenance(AIOrigin.Generated, Tool = "metacode")]
                [Obsolete] public class Aliased { public void M() { } }
                [AIProvenance(AIOrigin.Assisted, Tool = "codexx", On = "?")] public class Annotated { [Mine] public void M() { } }
                namespace N { public class MineAttribute : Attribute { } }
                """,
                path: "/0/Code.cs")),
        TestReferences.Net,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

    private static readonly OptionOracle Oracle = new(Compilation);

    /// <summary>Words that mean something to some option, or nearly do.</summary>
    private static readonly ImmutableArray<string> Words =
    [
        "types", "members", "none", "classes", "methods", "all", "public", "trivial", "false", "true", "unknown", "human", "assisted",
        "generated", "autonomous", "model", "on", "requested_by", "reference", "requested-by", "TYPES", "True", "yes", "1", "null",
        "default", "+", "++", "", "claude-code", "claude", "codex", "Codex", "codexx", "metacode", "-codex", "codex_2", "metacode=meta",
        "metacode=other", "metacode = meta", "a=b=c", "=meta", "metacode=", "Meta=code", "Obsolete:generated",
        "ObsoleteAttribute:generated", "Obsolete:human", "System.Obsolete:review", "System.ObsoleteAttribute:generated:codex",
        "Mine:assisted:codex", "N.Mine:review", "N.Mine:review:codex", "Mine:assisted:nobodys-tool", "Gone:generated", "Not.There:review",
        "Obsolete", "Obsolete:", ":generated", "Obsolete:wrong", "Obsolete:generated:Codex", "N..Mine:human",
        "claude-code:2026-06-01..2026-07-15", "codex:..", "codex:2026-07-15..2026-06-01", "codex:2026-02-30..", "codex:2026-06-01", "..",
        "anthropic", "openai", "nobody", "meta", "*", "gpt-*", "class:generated", "Obsolete`1:generated", "global::System.Obsolete:review",
        "a:b:c:d",
    ];

    /// <summary>For each option, words that are right for it, so that right and wrong values meet.</summary>
    private static readonly ImmutableDictionary<string, string[]> FittingWords = ImmutableDictionary.CreateRange<string, string[]>(
    [
        new("provenance.required_on", ["types", "members", "none", " Members "]),
        new("provenance.tests.required_on", ["classes", "methods", "none"]),
        new("provenance.api_surface", ["all", "public"]),
        new("provenance.exempt", ["none", "trivial"]),
        new("provenance.assembly_default_declares", ["false", "true"]),
        new("provenance.default_origin", ["unknown", "assisted", "generated", "autonomous", ""]),
        new("provenance.exclude", ["false", "true"]),
        new("provenance.required_fields", ["model", "on", "requested_by", "reference", "+"]),
        new("provenance.tools", ["codex", "claude-code", "metacode", "nobodys-tool"]),
        new("provenance.custom_tools", ["metacode=meta", "inhouse = contoso", "nobodys-tool=nobody"]),
        new("provenance.review_required", ["ai", "all", "none"]),
        new("provenance.tests.review_required", ["ai", "all", "none"]),
        new("provenance.review_on", ["types", "members"]),
        new("provenance.require_digest", ["false", "true"]),
        new("provenance.independent_review", ["false", "true"]),
        new("provenance.show_digest", ["false", "true"]),
        new("provenance.reviews_required", ["1", "2", "3", "02", "99999999999", "0", "-1"]),
        new("provenance.reviewers", ["ada@example.com", "bob@example.com", "*@example.com", "staff:????"]),
        new("provenance.review_max_age_days", ["1", "365", ""]),
        new("provenance.evidence_contradicts", ["commit", "line", "trailer"]),
        new("provenance.evidence_tolerance", ["0", "10", "100", "101", "007", ""]),
        new("provenance.review_attestation", ["human", "reviewer", "none"]),
        new("provenance.review_lines_per_commit", ["1", "400", ""]),
        new("provenance.evidence", ["false", "true"]),
        new("provenance.allowed_origins", ["unknown", "human", "Assisted", "generated", "autonomous"]),
        new("provenance.tests.allowed_origins", ["human", "unknown", ""]),
        new("provenance.allowed_tools", ["codex", "claude", "claude-code", "metacode", "nobodys-tool"]),
        new("provenance.tests.allowed_tools", ["codex", "chatgpt", "aider", ""]),
        new("provenance.denied_tools", ["codex", "claude-code", "cursor"]),
        new("provenance.tests.denied_tools", ["claude", "gemini", ""]),
        new("provenance.allowed_providers", ["openai", "anthropic", "meta", "nobody"]),
        new("provenance.tests.allowed_providers", ["google", "contoso", ""]),
        new("provenance.denied_providers", ["openai", "google", "anthropic"]),
        new("provenance.tests.denied_providers", ["meta", ""]),
        new("provenance.denied_models", ["gpt-*", "anthropic/*", "?"]),
        new("provenance.due", ["error", "warning"]),
        new("provenance.baseline", ["false", "true"]),
        new("provenance.generated_files", ["Forms/*.Designer.cs", "**/*.g.cs", "A.cs", "../A.cs", "/A.cs", "a//b", "C:x", @"a\b", "."]),
        new(
            "provenance.suspended_tools",
            [
                "codex:2026-06-29..",
                "claude:2026-06-01..2026-07-15",
                "metacode:..2026-01-01",
                "codex:2026-07-15..2026-06-01",
                " codex : .. ",
            ]),
        new("provenance.training_corpus", ["false", "true"]),
        new("provenance.training_exempt_providers", ["meta", "contoso", "nobody"]),
        new(
            "provenance.attribute_aliases",
            ["Obsolete:generated", "N.Mine:assisted:codex", "System.Serializable:review", "Mine:human:nobodys-tool"]),
    ]);

    private static readonly Gen<string> Garbage = Gen.OneOf(
        Gen.String,
        Gen.String[Gen.Char["+,:=.;#\"\\ \t\0é漢İıß\uD83D\uDE00\u2028ab"], 0, 30],
        Gen.OneOf(Words.ToArray()).Array[200, 400].Select(words => string.Join(',', words)),
        Gen.Char.Array[5_000, 6_000].Select(characters => new string(characters)));

    private static readonly Gen<string> Key = Gen.Frequency(
        (8, Gen.OneOf(OptionOracle.Keys.ToArray())),
        (1, Gen.Select(Gen.OneOf(OptionOracle.Keys.ToArray()), Gen.Double.Unit, Gen.Char['a', 'z'], Misspell)),
        (1, Garbage.Select(text => "provenance." + text.ToLowerInvariant())),
        (1, Garbage.Select(text => text.ToLowerInvariant())));

    private static readonly Gen<(string Key, string Value)> Option = Key.SelectMany(key => Gen.Frequency(
        (3, List(Gen.OneOf(FittingWords.GetValueOrDefault(key, ["true"])))),
        (2, List(Gen.OneOf(Words.ToArray()))),
        (1, Garbage)).Select(value => (key, value)));

    [Fact]
    public Task Every_wrong_option_is_reported_and_no_right_one() => Gen.Select(Option.Array[0, 7], Gen.Bool).SampleAsync(
        input => CheckAsync(
            input.Item1.GroupBy(option => option.Key).ToDictionary(same => same.Key, same => same.Last().Value),
            input.Item2),
        iter: PropertyRuns.Count,
        print: input => (input.Item2 ? "strict: " : string.Empty)
            + string.Join('\n', input.Item1.Select(option => $"{option.Key} = {option.Value}")));

    private static async Task CheckAsync(Dictionary<string, string> options, bool isStrict)
    {
        // A compilation of its own: the analyzers share what they work out for one.
        var diagnostics = await AnalyzerRun.DiagnosticsAsync(
            Compilation.Clone(), new AnalyzerOptions([TestFacts.File(lines: isStrict ? "mode Strict" : "")], new InMemoryConfig(options)));
        var messages = diagnostics
            .Where(diagnostic => diagnostic.Id == RuleIds.InvalidOption)
            .Select(diagnostic => diagnostic.GetMessage())
            .ToArray();
        Assert.Equal(
            Oracle.WrongKeys(options, isStrict),
            options
                .Where(option =>
                    messages.Any(message => message.StartsWith($"Option '{option.Key} = {option.Value}', which", StringComparison.Ordinal)))
                .Select(option => option.Key)
                .ToImmutableSortedSet(StringComparer.Ordinal));
        Assert.Equal(messages.Distinct().Count(), messages.Length);
    }

    private static Gen<string> List(Gen<string> word) =>
        Gen.Select(word.Array[1, 4], Gen.OneOf(",", ", ", " , ", ",,")).Select((words, separator) => string.Join(separator, words));

    private static string Misspell(string key, double where, char letter)
    {
        var position = (int)(where * key.Length);
        return key[..position] + letter + key[Math.Min(position + 1, key.Length)..];
    }
}
