using System.Text.RegularExpressions;

namespace ProvenanceAnalyzers.Tool.Init;

/// <summary>The text of a recipe for the CI of a host. The file is new, and belongs to the team from then on.</summary>
/// <param name="target">The solution or project to build; null: the one in the top folder.</param>
/// <param name="hasGlobalJson">Whether the repository says which SDK builds it.</param>
internal sealed partial class CiRecipe(string? target, bool hasGlobalJson)
{
    private readonly string _target = target == null ? string.Empty
        : Plain().IsMatch(target) ? " " + target
        : " '" + target.Replace("'", "'\\''", StringComparison.Ordinal) + "'";

    /// <summary>GitHub Actions.</summary>
    public string GitHub => Lines(
        "name: provenance",
        "on: pull_request",
        "permissions:",
        "  contents: read",
        "jobs:",
        "  provenance:",
        "    runs-on: ubuntu-latest",
        "    steps:",
        "      - uses: actions/checkout@v6",
        "        with:",
        "          # What a branch has changed, only the whole history says.",
        "          fetch-depth: 0",
        "          persist-credentials: false",
        "      - uses: actions/setup-dotnet@v5",
        "        with:",
        "          dotnet-version: 10.0.x",
        hasGlobalJson ? "          global-json-file: global.json" : null,
        "      # Once a baseline is committed, add -p:ProvenanceBaseline=check here, so that it only shrinks.",
        "      - run: |",
        $"          dotnet build{_target}",
        "      - run: dotnet tool restore",
        "      # The summary lists what is due. Exit code 1 says that something is; without the last line the check fails then.",
        "      - shell: bash",
        "        env:",
        "          BASE: origin/${{ github.base_ref }}",
        "        run: |",
        $"          dotnet tool run provenance due{_target} --since \"$BASE\" --format markdown >> \"$GITHUB_STEP_SUMMARY\" \\",
        "            || [ $? -eq 1 ]");

    /// <summary>GitLab.</summary>
    public string GitLab => Lines(
        "provenance:",
        "  stage: test",
        "  image: mcr.microsoft.com/dotnet/sdk:10.0",
        "  rules:",
        "    - if: $CI_PIPELINE_SOURCE == \"merge_request_event\"",
        "  variables:",
        "    # What a branch has changed, only the whole history says.",
        "    GIT_DEPTH: \"0\"",
        "  script:",
        "    # Once a baseline is committed, add -p:ProvenanceBaseline=check here, so that it only shrinks.",
        "    - |",
        $"      dotnet build{_target}",
        "    - dotnet tool restore",
        "    # The merge request shows what is due. Exit code 1 says that something is; without the last line the job fails then.",
        "    - |",
        $"      dotnet tool run provenance due{_target} --since \"$CI_MERGE_REQUEST_DIFF_BASE_SHA\" --format gitlab > provenance.json \\",
        "        || [ $? -eq 1 ]",
        "  artifacts:",
        "    when: always",
        "    reports:",
        "      codequality: provenance.json");

    /// <summary>Azure Pipelines.</summary>
    public string Azure => Lines(
        "trigger: none",
        "pr:",
        "  branches:",
        "    include: ['*']",
        "pool:",
        "  vmImage: ubuntu-latest",
        "steps:",
        "  - checkout: self",
        "    # What a branch has changed, only the whole history says.",
        "    fetchDepth: 0",
        "  - task: UseDotNet@2",
        "    inputs:",
        "      packageType: sdk",
        "      version: 10.0.x",
        hasGlobalJson ? "  - task: UseDotNet@2" : null,
        hasGlobalJson ? "    inputs:" : null,
        hasGlobalJson ? "      packageType: sdk" : null,
        hasGlobalJson ? "      useGlobalJson: true" : null,
        "  # Once a baseline is committed, add -p:ProvenanceBaseline=check here, so that it only shrinks.",
        "  - bash: |",
        $"      dotnet build{_target}",
        "  - bash: dotnet tool restore",
        "  # The summary lists what is due. Exit code 1 says that something is; without the line that asks for it the run fails then.",
        "  - bash: |",
        "      set -e",
        "      branch=\"origin/${SYSTEM_PULLREQUEST_TARGETBRANCH#refs/heads/}\"",
        $"      dotnet tool run provenance due{_target} --since \"$branch\" --format markdown > provenance.md \\",
        "        || [ $? -eq 1 ]",
        "      echo \"##vso[task.uploadsummary]$PWD/provenance.md\"",
        "    condition: and(succeeded(), eq(variables['Build.Reason'], 'PullRequest'))");

    private static string Lines(params string?[] lines) =>
        "# Written by: provenance init. It is not written again: change it as you like.\n"
        + string.Concat(lines.OfType<string>().Select(line => line + "\n"));

    [GeneratedRegex("^[A-Za-z0-9_./][A-Za-z0-9_./-]*$")]
    private static partial Regex Plain();
}
