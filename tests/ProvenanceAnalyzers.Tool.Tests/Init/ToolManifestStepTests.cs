using ProvenanceAnalyzers.Tool.Init;

namespace ProvenanceAnalyzers.Tool.Tests.Init;

public sealed class ToolManifestStepTests
{
    private const string Other =
        """
        {
          "version": 1,
          "isRoot": true,
          "tools": {
            "csharp-ls": {
              "version": "0.28.0",
              "commands": [
                "csharp-ls"
              ],
              "rollForward": false
            }
          }
        }
        """;

    [Fact]
    public void A_repository_without_tools_gets_a_manifest()
    {
        using var folder = new InitFolder(("App.csproj", InitFolder.Project));

        Assert.Equal(
            """
            {
              "version": 1,
              "isRoot": true,
              "tools": {
                "provenanceanalyzers.tool": {
                  "version": "1.2.3",
                  "commands": [
                    "provenance"
                  ],
                  "rollForward": false
                }
              }
            }

            """,
            folder.Plan<ToolManifestStep>().TextOf(".config/dotnet-tools.json"));
    }

    [Theory]
    [InlineData(".config/dotnet-tools.json")]
    [InlineData("dotnet-tools.json")]
    public void Tools_that_are_there_stay(string name)
    {
        using var folder = new InitFolder(("App.csproj", InitFolder.Project), (name, Other));

        Assert.Equal(
            Other.Replace(
                "\n    }\n  }",
                """

                    },
                    "provenanceanalyzers.tool": {
                      "version": "1.2.3",
                      "commands": [
                        "provenance"
                      ],
                      "rollForward": false
                    }
                  }
                """,
                StringComparison.Ordinal),
            folder.Plan<ToolManifestStep>().TextOf(name));
    }

    [Theory]
    [InlineData("1.2.3", null)]
    [InlineData("1.0.0", "'.config/dotnet-tools.json' has version 1.0.0 of this tool, and this one is 1.2.3. To have it there too: "
        + "dotnet tool update ProvenanceAnalyzers.Tool")]
    public void A_version_that_somebody_has_chosen_stays(string version, string? note)
    {
        using var folder = new InitFolder(("App.csproj", InitFolder.Project));
        folder.Run(InitFolder.Request with { Version = version });

        var plan = folder.Plan<ToolManifestStep>();

        Assert.Empty(plan.Names());
        Assert.Equal(note == null ? [] : [note], plan.Notes);
    }
}
