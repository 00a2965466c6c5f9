using System.Globalization;
using CsCheck;
using ProvenanceAnalyzers.Tool.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Tool.Tests.Declare;

/// <summary>Whatever changed: nothing but annotations is written, markers stay, and a second run changes nothing.</summary>
public sealed class DeclarePropertyTests
{
    private static readonly string[] Annotations =
    [
        "", "[AIProvenance(AIOrigin.Human)]", "[AIProvenance(AIOrigin.Unknown)]", "[AIProvenance(AIOrigin.Generated, Tool = \"codex\")]",
        "[AIProvenance(AIOrigin.Assisted, Tool = \"claude-code\")]", "[System.Obsolete, AIProvenance(AIOrigin.Human, Reference = \"x\")]",
        "[AIProvenance(AIOrigin.Human)] // Why.", "[AIProvenance(AIOrigin.Human), System.Obsolete]",
    ];

    private const StringComparison Ordinal = StringComparison.Ordinal;

    private static readonly string[] Markers = ["", "[HumanReviewed(\"bob@example.com\", \"2026-01-02\", Digest = \"h1:0\")]"];
    private static readonly string[] Kinds = ["class", "struct", "record", "interface", "public static class", "internal sealed class"];
    private static readonly string[] Bodies =
    [
        "", "int X => 1;", "// Only a comment.", "class Inner { [AIProvenance(AIOrigin.Human)] int Y => 2; }",
    ];

    private static readonly string[] LineEnds = ["\n", "\r\n"];

    private static readonly Gen<string> Type =
        from name in Gen.Int[0, 5]
        from annotation in OneOf(Annotations)
        from marker in OneOf(Markers)
        from kind in OneOf(Kinds)
        from body in OneOf(Bodies)
        from isIndented in Gen.Bool
        let indentation = isIndented ? "    " : ""
        let lines = new[] { "/// <summary>A type.</summary>", annotation, marker, $"{kind} T{name} {{ {body}", "}" }
        select string.Concat(lines.Where(line => line.Length > 0).Select(line => $"{indentation}{line}\n"));

    private static readonly Gen<(string Before, string After)> Versions =
        from before in Type.Array[0, 4]
        from after in Type.Array[1, 4]
        from kept in Gen.Bool
        from lineEnd in OneOf(LineEnds)
        let begin = $"namespace N;{lineEnd}{lineEnd}"
        let now = kept && before.Length > 0 ? [before[0], .. after] : after
        select (begin + string.Concat(before), (begin + string.Join("\n", now)).ReplaceLineEndings(lineEnd));

    [Fact]
    public async Task Only_annotations_are_written_and_once()
    {
        using var project = await TestProject.CreateAsync();
        foreach (var (before, after) in Versions.Array[RunCount()].Single(_ => true, "0000000000001"))
        {
            project.Write("src/A.cs", before);
            await project.CommitAsync();
            project.Write("src/A.cs", after);

            await project.DeclareAsync("src/A.cs");
            var once = project.Read("src/A.cs");
            await project.DeclareAsync("src/A.cs");

            var twice = project.Read("src/A.cs");
            Assert.True(once == twice, $"{before}\n=== became\n{after}\n=== was declared\n{once}\n=== and again\n{twice}");
            Assert.Equal(WithoutAnnotations(after), WithoutAnnotations(once));
        }
    }

    private static Gen<string> OneOf(string[] texts) => Gen.Int[0, texts.Length - 1].Select(index => texts[index]);

    private static int RunCount() => int.TryParse(
        Environment.GetEnvironmentVariable("PROVENANCE_PROPERTY_RUNS"), CultureInfo.InvariantCulture, out var runs)
            ? runs
            : 60;

    /// <summary>A text without what may be written: lines that are an annotation, and the origin and tool of one.</summary>
    private static string WithoutAnnotations(string text) => string.Join('\n', text.Split('\n')
        .Where(line => line.Trim() != "[AIProvenance(AIOrigin.Assisted, Tool = \"claude-code\")]"
            && line.Trim() != "[AIProvenance(AIOrigin.Generated, Tool = \"claude-code\")]")
        .Select(line => line
            .Replace("AIOrigin.Assisted, Reference = \"x\", Tool = \"claude-code\"", "AIOrigin.Human, Reference = \"x\"", Ordinal)
            .Replace("AIOrigin.Assisted, Tool = \"claude-code\"", "AIOrigin.Human", Ordinal))
        .Where(line => line.Trim() != "[AIProvenance(AIOrigin.Human)]"));
}
