using ProvenanceAnalyzers.Shared.Text;

namespace ProvenanceAnalyzers.Tests.Shared.Text;

public sealed class TargetPatternTests
{
    [Theory]
    [InlineData("Program.cs", "Program.cs", true)]
    [InlineData("Program.cs", "program.cs", false)]
    [InlineData("Program.cs", "src/Program.cs", false)]
    [InlineData("*.cs", "Program.cs", true)]
    [InlineData("*.cs", "src/Program.cs", false)]
    [InlineData("*", "Program.cs", true)]
    [InlineData("src/*.cs", "src/.cs", true)]
    [InlineData("**", "Program.cs", true)]
    [InlineData("**", "src/a/Program.cs", true)]
    [InlineData("**/*.cs", "Program.cs", true)]
    [InlineData("**/*.cs", "src/a/Program.cs", true)]
    [InlineData("src/**", "src/a/Program.cs", true)]
    [InlineData("src/**", "src", false)]
    [InlineData("src/**", "source/Program.cs", false)]
    [InlineData("src/**/Program.cs", "src/Program.cs", true)]
    [InlineData("src/**/Program.cs", "src/a/b/Program.cs", true)]
    [InlineData("src/**/Program.cs", "src/a/MyProgram.cs", false)]
    [InlineData("src/a**b/C.cs", "src/axyb/C.cs", true)]
    [InlineData("src/a**b/C.cs", "src/ax/yb/C.cs", false)]
    [InlineData("Test?.cs", "Test1.cs", true)]
    [InlineData("Test?.cs", "Test.cs", false)]
    [InlineData("a?b.cs", "a/b.cs", false)]
    [InlineData("a.b.cs", "axb.cs", false)]
    [InlineData("a+(b)[c].cs", "a+(b)[c].cs", true)]
    [InlineData("*+(b)[c]{d}$^.cs", "a+(b)[c]{d}$^.cs", true)]
    [InlineData("Ünïcode/*.cs", "Ünïcode/ß.cs", true)]
    public void Matches_paths_as_globs_do(string pattern, string path, bool isMatch)
    {
        var target = TargetPattern.Parse(pattern, out var problem);

        Assert.Equal(string.Empty, problem);
        Assert.Equal(isMatch, target!.IsMatch(path));
    }

    [Theory]
    [InlineData("src/*.cs", 4)]
    [InlineData("src/Te?t.cs", 6)]
    [InlineData("src/Test.cs", 11)]
    [InlineData("**", 0)]
    public void Knows_its_literal_prefix(string pattern, int length) =>
        Assert.Equal(length, TargetPattern.Parse(pattern, out _)!.LiteralPrefixLength);
}
