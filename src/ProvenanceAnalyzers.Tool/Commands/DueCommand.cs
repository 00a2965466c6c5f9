using System.CommandLine;
using System.CommandLine.Parsing;
using ProvenanceAnalyzers.Tool.Due;
using ProvenanceAnalyzers.Tool.Infrastructure;
using ProvenanceAnalyzers.Tool.Output;

namespace ProvenanceAnalyzers.Tool.Commands;

/// <summary><c>provenance due</c>: what waits for somebody.</summary>
internal static class DueCommand
{
    private static readonly Option<string?> For = new("--for")
    {
        Description = "Only what this person may review: not what they requested.",
        HelpName = "PERSON",
    };

    private static readonly Option<string[]> Rule = new Option<string[]>("--rule")
    {
        Description = "Only what this rule finds, as PROV2001; may be given several times.",
        HelpName = "ID",
    }.Completed(DueKinds.Rules);

    private static readonly Option<string?> Manifests = new("--manifests")
    {
        Description = "Read the manifests in this folder, and not the code.",
        HelpName = "DIR",
    };

    private static readonly string[] Formats = [.. Enum.GetNames<DueFormat>().Select(name => name.ToLowerInvariant())];

    private static readonly Option<DueFormat> Format = new Option<DueFormat>("--format")
    {
        Description = $"How the list is written: {string.Join(", ", Formats)}.",
        HelpName = "NAME",
        CustomParser = FormatOf,
    }.Completed(Formats);

    public static Command Create()
    {
        var command = new Command("due", "Lists what waits for somebody: undeclared, unreviewed, stale, contradicted or forbidden code.");
        command.Arguments.Add(SharedOptions.Path);
        foreach (var option in new Option[] { SharedOptions.Since, For, Rule, Manifests, Format, SharedOptions.NoRestore })
        {
            command.Options.Add(option);
        }

        command.SetAction((parsed, cancellationToken) => Program.RunAsync(
            async () =>
            {
                var request = new DueRequest
                {
                    Path = parsed.GetValue(SharedOptions.Path)!,
                    Since = parsed.GetValue(SharedOptions.Since),
                    For = parsed.GetValue(For),
                    Rules = parsed.GetValue(Rule) ?? [],
                    Manifests = parsed.GetValue(Manifests),
                    Restore = !parsed.GetValue(SharedOptions.NoRestore),
                };
                RequireKnownRules(request.Rules);
                RequireHuman(request.For);
                var list = request.Manifests is { } folder
                    ? await DueManifests.FindAsync(folder, request, cancellationToken).ConfigureAwait(false)
                    : await Terminal.WithProgressAsync(progress => DueSearch.FindAsync(request, progress, cancellationToken))
                        .ConfigureAwait(false);
                Write(list, parsed.GetValue(Format));
                return list.Items.Count == 0 ? ExitCode.Nothing : ExitCode.Due;
            },
            cancellationToken));
        return command;
    }

    private static DueFormat FormatOf(ArgumentResult result)
    {
        var written = result.Tokens[0].Value;
        if (Formats.Contains(written, StringComparer.OrdinalIgnoreCase))
        {
            return Enum.Parse<DueFormat>(written, ignoreCase: true);
        }

        result.AddError($"'{written}' is no format. The formats are {string.Join(", ", Formats)}.");
        return default;
    }

    private static void RequireKnownRules(IEnumerable<string> rules)
    {
        if (rules.FirstOrDefault(rule => !DueKinds.Rules.Contains(rule, StringComparer.OrdinalIgnoreCase)) is { } unknown)
        {
            throw new ToolException($"'{unknown}' is no rule. The rules are {string.Join(", ", DueKinds.Rules)}.");
        }
    }

    /// <summary>Nobody else reviews, and a list that is empty for that reason would look as if nothing were due.</summary>
    private static void RequireHuman(string? person)
    {
        if (person != null && HumanReviewer.Refusal(person) is { } refusal)
        {
            throw new ToolException(refusal);
        }
    }

    private static void Write(DueList list, DueFormat format)
    {
        switch (format)
        {
            case DueFormat.Text:
                TextOutput.Write(list, Terminal.Output);
                break;
            case DueFormat.Markdown:
                Console.Out.Write(MarkdownOutput.Write(
                    list, (path, line) => FileLinks.Of(path, line, Environment.GetEnvironmentVariable)));
                break;
            case DueFormat.Json:
                Console.Out.WriteLine(JsonOutput.Write(list));
                break;
            case DueFormat.Sarif:
                Console.Out.WriteLine(SarifOutput.Write(list));
                break;
            case DueFormat.GitHub:
                Console.Out.Write(GitHubOutput.Write(list));
                break;
            case DueFormat.GitLab:
                Console.Out.WriteLine(GitLabOutput.Write(list));
                break;
        }
    }
}
