using System.Security.Cryptography;
using System.Text;
using ProvenanceAnalyzers.Shared.Digests;
using ProvenanceAnalyzers.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Tests.Shared.Digests;

/// <summary>
/// Digests stand in the code of others for years: the golden vectors never change, unless the digest gets another name than <c>h1</c>.
/// </summary>
public sealed class DigestTests
{
    private const string Folder = "GoldenVectors";
    private const string Table = Folder + "/digests.tsv";

    private static readonly Dictionary<string, string> Digests = Resources.ReadText(Table)
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split('\t'))
        .ToDictionary(row => row[0], row => row[1]);

    public static IEnumerable<string> Names => Digests.Keys;

    public static TheoryData<string> Vectors { get; } = [.. Names];

    /// <summary>Vectors that differ only in what does not count.</summary>
    public static TheoryData<string[]> Same { get; } = new(
        ["plain-code", "plain-code-on-one-line"],
        ["raw-strings-on-many-lines", "raw-strings-on-many-lines-indented", "raw-string-crlf"],
        ["verbatim-string-crlf", "verbatim-string-lf", "verbatim-string-cr"],
        ["regions", "without-regions"],
        ["comments", "without-comments"],
        ["annotated", "not-annotated"],
        ["byte-order-mark", "without-byte-order-mark"],
        ["half-a-comment", "half-a-comment-crlf"]);

    /// <summary>Written by hand from the document.</summary>
    public static TheoryData<string, string[]> VectorForms { get; } = new()
    {
        {
            "ranges",
            [
                "int", "[", "]", "Middle", "(", "int", "[", "]", "a", ")", "=", ">", "[",
                ".", ".", "a", "[", ".", ".", "]", ",",
                ".", ".", "a", "[", "1", ".", ".", "2", "]", ",",
                ".", ".", "a", "[", "1", ".", ".", "^", "1", "]", ",",
                "a", "[", "^", "1", "]", ",",
                "(", "int", ")", "1", ".", "5", ",",
                "(", "int", ")", ".", "5", "]", ";",
            ]
        },
        {
            "raw-string-with-blank-lines",
            ["string", "s", "=", "\"\"\"\na\n\n\n  \nb\n\"\"\"", ";"]
        },
        {
            "verbatim-string-crlf",
            [
                "string", "s", "=", "@\"first\n  second\n\"", ";",
                "string", "t", "=", "$@\"{", "s", "}\n\"", ";",
            ]
        },
        {
            "defined-by-the-file",
            [
                "#define FAST", "void", "M", "(", ")", "{",
                "#if FAST", "Open", "(", ")", ";",
                "#if FAST", "Fast", "(", "'\"'", ")", ";",
                "#elif SLOW && ! OTHER", "Slow", "(", ")", ";",
                "#else", "Other", "(", ")", ";", "#endif",
                "#else", "Closed", "(", "\"}\"", ")", ";", "#endif", "}",
            ]
        },
        {
            "conditional-in-hole",
            [
                "string", "Which", "(", "bool", "yes", ")", "=", ">",
                "$\"{", "(", "yes", "?", "\"a\"", ":", "\"b\"", ")", "}\"", "+",
                "$\"{", "(", "yes", "?", "1", ":", "2", ")", ":D3}\"", "+",
                "$\"{", "(", "yes", "?", "$\"{", "1", ":D}\"", ":", "\"\"\"{x}\"\"\"", ")", "}\"", ";",
            ]
        },
        {
            "annotation-under-if",
            ["#if X", "#endif", "[", "Obsolete", "]", "#if Y", "#endif", "class", "C", "{", "}"]
        },
        {
            "unicode-line-breaks",
            ["int", "a", ";", "int", "b", ";", "#if X", "int", "c", ";", "#endif", "string", "s", "=", "@\"\u2028\"", ";"]
        },
    };

    public static TheoryData<string, string[]> Forms { get; } = new()
    {
        { "", [] },
        { " \r\n\t // nothing\n/* at\nall */ #\n#", ["#"] },
        { "x >>= y >> 1 ?? -z--;", ["x", ">", ">", "=", "y", ">", ">", "1", "??", "-", "z", "--", ";"] },
        { "a<b<c>>(d)", ["a", "<", "b", "<", "c", ">", ">", "(", "d", ")"] },
        { "<<= ??= => -> ?. :: ... ^^=", ["<<=", "??=", "=", ">", "-", ">", "?", ".", "::", ".", ".", ".", "^", "^="] },
        { "@class\\u0041é 1_0.5e-3f", ["@class\\u0041é", "1_0", ".", "5e", "-", "3f"] },
        { "$\"a{ b , -3 :N2}{{c}}\"", ["$\"a{", "b", ",", "-", "3", ":N2}{{c}}\""] },
        { "$@\"\"\"{ (x) }\"\"\" + @$\"\r\n{/*y*/z}\"", ["$@\"\"\"{", "(", "x", ")", "}\"\"\"", "+", "@$\"\n{", "z", "}\""] },
        { "$$\"\"\"\n   {a}{{b}}\n    c\n   \"\"\"", ["$$\"\"\"\n{a}{{", "b", "}}\n c\n\"\"\""] },
        { "'\"' + '\\'' // '\n+ '\\\\'", ["'\"'", "+", "'\\''", "+", "'\\\\'"] },
        { "don't \"say\nisn't, 'it' \"is", ["don", "'", "t", "\"", "say", "isn", "'t, '", "it", "'", "\"", "is"] },
        { "#  if A&&B // c\n  #region x\n#endif\n;#if", ["#if A && B", "#endif", ";", "#", "if"] },
        { "$\"{a::b /*c*/}\" + $\"{(a::b)}\"", ["$\"{", "a", "::b /*c*/}\"", "+", "$\"{", "(", "a", "::", "b", ")", "}\""] },
        { "$\"{$\"{a}\"", ["$", "\"{$\"", "{", "a", "}", "\""] },
        { "#if A\n/* x\r\n # endif */ b", ["#if A", "/* x\n # endif */ b"] },
        { "#if A\n#endif\nf($\"{\n#else\n}\") // c", ["#if A", "#endif", "f", "(", "$\"{\n#else\n}\") // c"] },
        { "/*\n#if */ @\"\n#if\" #else", ["@\"\n#if\"", "#", "else"] },
        { "#:property A=https://b  //c", ["#:property A=https://b  //c"] },
        { "$\"{a}", ["$", "\"", "{", "a", "}"] },
        { "\uFEFFx is not\uFEFFnull\uFEFF ;\uFEFF@\uFEFFa", ["x", "is", "not\uFEFFnull\uFEFF", ";", "@\uFEFFa"] },
        { "[HumanReviewed] [A, AIProvenance(1, 2), B] x", ["[", "A", ",", "B", "]", "x"] },
        { "[assembly: X.HumanReviewedAttribute] [module: A::B.AIProvenance(), C]", ["[", "module", ":", "C", "]"] },
        { "[HumanReviewed(\n#if A\n)] x", ["[", "HumanReviewed", "(", "#if A", ")", "]", "x"] },
        { "{ [HumanReviewed(k)] = 1 }", ["{", "[", "HumanReviewed", "(", "k", ")", "]", "=", "1", "}"] },
        { "a[HumanReviewed]", ["a", "[", "HumanReviewed", "]"] },
    };

    [Fact]
    public void Every_golden_vector_is_in_the_table() => Assert.Equal(
        Resources.Names(Folder).Where(name => name != Table),
        Names.Select(FileOf).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Vectors))]
    public void The_digest_of_a_golden_vector_is_that_of_the_table(string name)
    {
        var text = TextOf(name);

        Assert.Equal(Digests[name], IndependentDigest.Compute(text));
        Assert.Equal(Digests[name], CodeDigest.Compute(text));
    }

    [Theory]
    [MemberData(nameof(Same))]
    public void What_does_not_count_does_not_change_the_digest(string[] names) =>
        Assert.Single(names.Select(name => CodeDigest.Compute(TextOf(name))).Distinct());

    [Theory]
    [InlineData("nested-if-active", "#if true", "nested-if-inactive", "#if false")]
    [InlineData("defined-by-the-file", "#define FAST", "undefined-by-the-file", "#undef FAST")]
    public void Which_branch_is_active_does_not_count(string first, string firstLine, string second, string secondLine)
    {
        Assert.Contains(firstLine + "\n", TextOf(first), StringComparison.Ordinal);
        Assert.Equal(
            CanonicalForm.Of(TextOf(second)),
            CanonicalForm.Of(TextOf(first)).Replace(firstLine + "\n", secondLine + "\n", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(VectorForms))]
    public void The_canonical_form_of_a_golden_vector_is_known(string name, string[] elements)
    {
        var form = Join(elements);

        Assert.Equal(form, CanonicalForm.Of(TextOf(name)));
        Assert.Equal(Digests[name], "h1:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(form)))[..32]);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void The_canonical_form_is_the_elements_line_by_line(string text, string[] elements)
    {
        Assert.Equal(Join(elements), CanonicalForm.Of(text));
        Assert.Equal(Join(elements), IndependentDigest.CanonicalForm(text));
    }

    /// <summary>In each text the compiler sees the <c>?</c>, though the digest reads without it, and reads inactive code too.</summary>
    [Theory]
    [InlineData("#if X\n/*\n#endif\nM(\"?\");\n#if X\n*/\n#endif")]
    [InlineData("#if X\n src/*.cs \n#endif\nM(\"?\");")]
    [InlineData("#if X\n@\"\n#endif\nM(\"http://?\");\n#if X\n\"\n#endif")]
    [InlineData("#if X\n'\\\n#endif // ' @\"\nM(\"http://?\");\n#if X\n\"\n#endif")]
    [InlineData("#if X\n\"\\\n#endif // \" @\"\nM(\"http://?\");\n#if X\n\"\n#endif")]
    [InlineData("#if X\n#elif Y\n$@\"{\n#endif\nM(\"http://?\");\n#if X\n}\"\n#endif")]
    [InlineData("void M()\n{\n#else\nvoid N()\n{\n/*\n#endif\nP(\"?\");\n/* */ }")]
    [InlineData("\u001A#if X\n/*\n\u001A#endif\nM(\"?\"); // */")]
    [InlineData("M($@\"{a:: // ?}\");")]
    [InlineData("[HumanReviewed(\n#if ?\n\"x\"\n#endif\n)] void M() { }")]
    [InlineData("#:property Homepage=https://?.example/")]
    [InlineData("a[HumanReviewed(\"?\")]")]
    [InlineData("{ [HumanReviewed(\"?\")] = 1 }")]
    [InlineData("{ [HumanReviewed(1)(\"?\")] = 1 }")]
    public void An_edit_of_what_a_compiler_sees_changes_the_digest(string text) => Assert.NotEqual(
        CodeDigest.Compute(text.Replace('?', 'a')),
        CodeDigest.Compute(text.Replace('?', 'b')));

    internal static string TextOf(string name) => Encoding.UTF8.GetString(Resources.ReadBytes(FileOf(name)));

    private static string FileOf(string name) => $"{Folder}/{name}.txt";

    private static string Join(string[] elements) => string.Concat(elements.Select(element => element + "\n"));
}
