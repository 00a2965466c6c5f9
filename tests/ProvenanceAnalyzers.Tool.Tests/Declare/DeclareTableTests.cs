using ProvenanceAnalyzers.Tool.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Tool.Tests.Declare;

/// <summary>Each kind of change with each annotation that may stand there, and what is written.</summary>
public sealed class DeclareTableTests
{
    private const string Own = "Tool = \"claude-code\")]\n";
    private const string Marker = "[HumanReviewed(\"bob@example.com\", \"2026-01-02\", Digest = \"h1:0\")]\n";

    /// <summary>What was committed, what is there now, and what it is once it is declared; <c>null</c>: nothing is written.</summary>
    public static TheoryData<string, string?, string, string?> Changes { get; } = new()
    {
        { "a new file", null, "class A { }\n", "[AIProvenance(AIOrigin.Generated, " + Own + "class A { }\n" },
        {
            "a new type beside an old one",
            "class A { }\n",
            "class A { }\n\nrecord B(int X);\n",
            "class A { }\n\n[AIProvenance(AIOrigin.Generated, " + Own + "record B(int X);\n"
        },
        {
            "each kind of type",
            null,
            "namespace N;\n\nclass A { }\nstruct B { }\nenum C { X }\ninterface D { }\ndelegate void E();\nrecord struct F(int X);\n",
            "namespace N;\n\n[AIProvenance(AIOrigin.Generated, " + Own + "class A { }\n[AIProvenance(AIOrigin.Generated, " + Own
                + "struct B { }\n[AIProvenance(AIOrigin.Generated, " + Own + "enum C { X }\n[AIProvenance(AIOrigin.Generated, " + Own
                + "interface D { }\n[AIProvenance(AIOrigin.Generated, " + Own + "delegate void E();\n"
                + "[AIProvenance(AIOrigin.Generated, " + Own + "record struct F(int X);\n"
        },
        {
            "an undeclared type changed",
            "class A { int X() => 1; }\nclass B { }\n",
            "class A { int X() => 2; }\nclass B { }\n",
            "[AIProvenance(AIOrigin.Assisted, " + Own + "class A { int X() => 2; }\nclass B { }\n"
        },
        {
            "a human's type changed",
            "[AIProvenance(AIOrigin.Human)]\nclass A { int X() => 1; }\n",
            "[AIProvenance(AIOrigin.Human)]\nclass A { int X() => 2; }\n",
            "[AIProvenance(AIOrigin.Assisted, " + Own + "class A { int X() => 2; }\n"
        },
        {
            "a human's type with more fields changed",
            "[AIProvenance(AIOrigin.Human, Reference = \"PR 1\")]\nclass A { int X() => 1; }\n",
            "[AIProvenance(AIOrigin.Human, Reference = \"PR 1\")]\nclass A { int X() => 2; }\n",
            "[AIProvenance(AIOrigin.Assisted, Reference = \"PR 1\", " + Own + "class A { int X() => 2; }\n"
        },
        {
            "another tool's type changed",
            "[AIProvenance(AIOrigin.Generated, Tool = \"codex\")]\nclass A { int X() => 1; }\n",
            "[AIProvenance(AIOrigin.Generated, Tool = \"codex\")]\nclass A { int X() => 2; }\n",
            "[AIProvenance(AIOrigin.Generated, Tool = \"codex\")]\n[AIProvenance(AIOrigin.Assisted, " + Own + "class A { int X() => 2; }\n"
        },
        {
            "a type of unknown origin changed",
            "[AIProvenance(AIOrigin.Unknown)]\nclass A { int X() => 1; }\n",
            "[AIProvenance(AIOrigin.Unknown)]\nclass A { int X() => 2; }\n",
            "[AIProvenance(AIOrigin.Unknown)]\n[AIProvenance(AIOrigin.Assisted, " + Own + "class A { int X() => 2; }\n"
        },
        {
            "the tool's own type changed",
            "[AIProvenance(AIOrigin.Generated, " + Own + "class A { int X() => 1; }\n",
            "[AIProvenance(AIOrigin.Generated, " + Own + "class A { int X() => 2; }\n",
            null
        },
        {
            "the tool's own type, by another of its names",
            "[AIProvenance(AIOrigin.Generated, Tool = \"Claude Code\")]\nclass A { int X() => 1; }\n",
            "[AIProvenance(AIOrigin.Generated, Tool = \"Claude Code\")]\nclass A { int X() => 2; }\n",
            null
        },
        {
            "a marker stays as it is",
            "[AIProvenance(AIOrigin.Human)]\n" + Marker + "class A { int X() => 1; }\n",
            "[AIProvenance(AIOrigin.Human)]\n" + Marker + "class A { int X() => 2; }\n",
            "[AIProvenance(AIOrigin.Assisted, " + Own + Marker + "class A { int X() => 2; }\n"
        },
        { "only white space", "class A { int X() => 1; }\n", "class A\n{\n    int X() =>\n        1;\n}\n", null },
        { "only a comment", "class A { int X() => 1; }\n", "// Why.\nclass A { /* how */ int X() => 1; }\n", null },
        { "only a using", "class A { int X() => 1; }\n", "using System;\n\nclass A { int X() => 1; }\n", null },
        {
            "only an annotation and a marker",
            "class A { int X() => 1; }\n",
            "[AIProvenance(AIOrigin.Human), HumanReviewed(\"bob@example.com\", \"2026-01-02\")]\nclass A { int X() => 1; }\n",
            null
        },
        {
            "only an annotation in a list with another attribute",
            "[System.Obsolete]\nclass A { int X() => 1; }\n",
            "[System.Obsolete, AIProvenance(AIOrigin.Human)]\nclass A { int X() => 1; }\n",
            null
        },
        {
            "only lines that end otherwise",
            "class A { string X() => \"\"\"\n    a\n    \"\"\"; }\n",
            "class A { string X() => \"\"\"\r\n    a\r\n    \"\"\"; }\r\n",
            null
        },
        {
            "something removed",
            "class A { int X() => 1; int Y() => 2; }\n",
            "class A { int X() => 1; }\n",
            "[AIProvenance(AIOrigin.Assisted, " + Own + "class A { int X() => 1; }\n"
        },
        { "a type removed", "class A { }\nclass B { }\n", "class B { }\n", null },
        { "types in another order", "class A { int X; }\nclass B { int Y; }\n", "class B { int Y; }\nclass A { int X; }\n", null },
        {
            "a renamed type",
            "[AIProvenance(AIOrigin.Human)]\nclass A\n{\n    int X;\n    int Y;\n    int Z;\n}\n",
            "[AIProvenance(AIOrigin.Human)]\nclass B\n{\n    int X;\n    int Y;\n    int Z;\n}\n",
            "[AIProvenance(AIOrigin.Assisted, " + Own + "class B\n{\n    int X;\n    int Y;\n    int Z;\n}\n"
        },
        { "a type in another namespace", "namespace N;\nclass A { int X; }\n", "namespace M;\nclass A { int X; }\n", null },
        {
            "a class that became a record is no new type",
            "class A { int X; }\n",
            "record A { int X; }\n",
            "[AIProvenance(AIOrigin.Assisted, " + Own + "record A { int X; }\n"
        },
        {
            "one of more type parameters is another type",
            "class A { }\n",
            "class A { }\nclass A<T> { }\n",
            "class A { }\n[AIProvenance(AIOrigin.Generated, " + Own + "class A<T> { }\n"
        },
        {
            "what changed in a nested type counts for the outer one",
            "class A\n{\n    class B { int X; }\n}\n",
            "class A\n{\n    class B { int Y; }\n}\n",
            "[AIProvenance(AIOrigin.Assisted, " + Own + "class A\n{\n    class B { int Y; }\n}\n"
        },
        {
            "unless the nested type is declared by itself",
            "class A\n{\n    [AIProvenance(AIOrigin.Human)]\n    class B { int X; }\n}\n",
            "class A\n{\n    [AIProvenance(AIOrigin.Human)]\n    class B { int Y; }\n}\n",
            "class A\n{\n    [AIProvenance(AIOrigin.Assisted, Tool = \"claude-code\")]\n    class B { int Y; }\n}\n"
        },
        {
            "or the member",
            "[AIProvenance(AIOrigin.Human)]\nclass A\n{\n    [AIProvenance(AIOrigin.Generated, Tool = \"codex\")]\n    int X() => 1;\n}\n",
            "[AIProvenance(AIOrigin.Human)]\nclass A\n{\n    [AIProvenance(AIOrigin.Generated, Tool = \"codex\")]\n    int X() => 2;\n}\n",
            "[AIProvenance(AIOrigin.Human)]\nclass A\n{\n    [AIProvenance(AIOrigin.Generated, Tool = \"codex\")]\n"
                + "    [AIProvenance(AIOrigin.Assisted, Tool = \"claude-code\")]\n    int X() => 2;\n}\n"
        },
        {
            "a new member of a human's type",
            "[AIProvenance(AIOrigin.Human)]\nclass A\n{\n    int X() => 1;\n}\n",
            "[AIProvenance(AIOrigin.Human)]\nclass A\n{\n    int X() => 1;\n    int Y() => 2;\n}\n",
            "[AIProvenance(AIOrigin.Assisted, " + Own + "class A\n{\n    int X() => 1;\n    int Y() => 2;\n}\n"
        },
        {
            "a new type that a human has claimed is one that a human began",
            null,
            "[AIProvenance(AIOrigin.Human)]\nclass A { }\n",
            "[AIProvenance(AIOrigin.Assisted, " + Own + "class A { }\n"
        },
        { "a new type that the tool has declared itself", null, "[AIProvenance(AIOrigin.Generated, " + Own + "class A { }\n", null },
        {
            "code that a condition leaves out",
            "class A\n{\n#if NEVER\n    int X() => 1;\n#endif\n}\n",
            "class A\n{\n#if NEVER\n    int X() => 2;\n#endif\n}\n",
            "[AIProvenance(AIOrigin.Assisted, " + Own + "class A\n{\n#if NEVER\n    int X() => 2;\n#endif\n}\n"
        },
        {
            "documentation stays above",
            null,
            "/// <summary>A.</summary>\n[System.Obsolete]\npublic class A { }\n",
            "/// <summary>A.</summary>\n[AIProvenance(AIOrigin.Generated, " + Own + "[System.Obsolete]\npublic class A { }\n"
        },
        { "generated code", null, "// <auto-generated/>\nclass A { }\n", null },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task A_change_is_declared(string change, string? before, string after, string? declared)
    {
        using var project = await TestProject.CreateAsync(before != null ? [("src/A.cs", before)] : []);
        project.Write("src/A.cs", after);

        await project.DeclareAsync("src/A.cs");
        var once = project.Read("src/A.cs");
        await project.DeclareAsync("src/A.cs");

        Assert.True((declared ?? after) == once, $"{change}:\n{once}");
        Assert.Equal(once, project.Read("src/A.cs"));
    }
}
