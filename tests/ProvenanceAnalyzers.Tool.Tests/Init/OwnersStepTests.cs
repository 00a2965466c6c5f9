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
        .config/dotnet-tools.json @shop/security ada@example.com
        CODEOWNERS @shop/security ada@example.com
        # provenance:end

        """;

    private static readonly InitRequest Request =
        InitFolder.Request with { Owners = ["@shop/security", "ada@example.com"], Policy = "provenance.policy" };

    [Theory]
    [InlineData("", "none", "CODEOWNERS", null)]
    [InlineData("", "github", ".github/CODEOWNERS", "/.github/workflows/provenance.yml")]
    [InlineData("", "gitlab", ".gitlab/CODEOWNERS", "/.gitlab/provenance.yml")]
    [InlineData("", "azure", "CODEOWNERS", "/provenance.azure-pipelines.yml")]
    [InlineData("CODEOWNERS", "none", "CODEOWNERS", null)]
    [InlineData("docs/CODEOWNERS", "none", "docs/CODEOWNERS", null)]
    [InlineData(".github/CODEOWNERS CODEOWNERS", "none", ".github/CODEOWNERS", null)]
    public void The_lines_stand_at_the_end_of_the_file_that_holds(string there, string host, string written, string? recipe)
    {
        using var folder = new InitFolder(("App.csproj", InitFolder.Project));
        foreach (var name in there.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            folder.Write(name, "* @shop/all\n");
        }

        var plan = folder.Plan<OwnersStep>(Request with { Host = host });

        Assert.Equal([written], plan.Names());
        Assert.Equal((there.Length == 0 ? "" : "* @shop/all\n\n") + With(recipe), plan.TextOf(written));
    }

    [Fact]
    public void The_hooks_that_are_written_are_owned_too()
    {
        using var folder = new InitFolder(("App.csproj", InitFolder.Project), ("CLAUDE.md", "x\n"));

        var plan = folder.Plan<OwnersStep>(Request with { Host = "none", Agents = ["cursor", "kimi-code"], FindsAgents = true });

        Assert.Equal(With("/.claude/settings.json", "/.cursor/hooks.json"), plan.TextOf("CODEOWNERS"));
    }

    [Fact]
    public void Nobody_is_an_owner_whom_nobody_named()
    {
        using var folder = new InitFolder(("App.csproj", InitFolder.Project), ("CODEOWNERS", "* @shop/all\n"));

        Assert.Empty(folder.Plan<OwnersStep>().Names());
    }

    private static string With(params string?[] files) => Section.Replace(
        "# provenance:end",
        string.Concat(files.OfType<string>().Select(file => $"{file} @shop/security ada@example.com\n")) + "# provenance:end",
        StringComparison.Ordinal);
}
