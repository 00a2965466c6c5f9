using ProvenanceAnalyzers.Tool.Init;

namespace ProvenanceAnalyzers.Tool.Tests.Init;

public sealed class OwnersStepTests
{
    private const string Section =
        """
        # provenance:begin
        /provenance.policy @shop/security ada@example.com
        Provenance.Baseline*.txt @shop/security ada@example.com
        .editorconfig @shop/security ada@example.com
        *.globalconfig @shop/security ada@example.com
        *.csproj @shop/security ada@example.com
        *.props @shop/security ada@example.com
        *.targets @shop/security ada@example.com
        Directory.Build.rsp @shop/security ada@example.com
        NuGet.config @shop/security ada@example.com
        global.json @shop/security ada@example.com
        # provenance:end

        """;

    private static readonly InitRequest Request =
        InitFolder.Request with { Owners = ["@shop/security", "ada@example.com"], Policy = "provenance.policy" };

    [Theory]
    [InlineData("", null, "CODEOWNERS")]
    [InlineData("", "github", ".github/CODEOWNERS")]
    [InlineData("", "gitlab", ".gitlab/CODEOWNERS")]
    [InlineData("CODEOWNERS", null, "CODEOWNERS")]
    [InlineData("docs/CODEOWNERS", null, "docs/CODEOWNERS")]
    [InlineData(".github/CODEOWNERS CODEOWNERS", null, ".github/CODEOWNERS")]
    public void The_lines_stand_at_the_end_of_the_file_that_holds(string there, string? host, string written)
    {
        using var folder = new InitFolder(("App.csproj", InitFolder.Project));
        foreach (var name in there.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            folder.Write(name, "* @shop/all\n");
        }

        var plan = folder.Plan<OwnersStep>(Request with { Host = host });

        Assert.Equal([written], plan.Names());
        Assert.Equal((there.Length == 0 ? "" : "* @shop/all\n\n") + Section, plan.TextOf(written));
    }

    [Fact]
    public void Nobody_is_an_owner_whom_nobody_named()
    {
        using var folder = new InitFolder(("App.csproj", InitFolder.Project), ("CODEOWNERS", "* @shop/all\n"));

        Assert.Empty(folder.Plan<OwnersStep>().Names());
    }
}
