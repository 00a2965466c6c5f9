using System.CommandLine;
using System.Globalization;
using ProvenanceAnalyzers.Tool.Due;
using ProvenanceAnalyzers.Tool.Infrastructure;
using ProvenanceAnalyzers.Tool.Manifests;
using ProvenanceAnalyzers.Tool.Verify;

namespace ProvenanceAnalyzers.Tool.Commands;

/// <summary><c>provenance verify</c>: a verdict that does not rest on the build that somebody could have changed.</summary>
internal static class VerifyCommand
{
    private const string Text = "text";
    private const string Json = "json";

    private static readonly Option<string[]> Policy = new("--policy")
    {
        Description = "A policy file that must have been in force; may be given several times.",
        HelpName = "FILE",
        Required = true,
    };

    private static readonly Option<string?> Sources = new("--sources")
    {
        Description = "A checkout: each C# project below it must have a manifest of its revision.",
        HelpName = "DIR",
    };

    private static readonly Option<string[]> Except = new("--except")
    {
        Description = "A project below --sources that needs none, as a path or glob; may be given several times.",
        HelpName = "GLOB",
    };

    private static readonly Option<string[]> Against = new("--against")
    {
        Description = "Manifests of an earlier revision: no baseline may have grown, and nothing vanished.",
        HelpName = "OLD",
    };

    private static readonly Option<int> AllowUndeclared = AllowanceOption("--allow-undeclared", "So many units may be undeclared.");

    private static readonly Option<int> AllowUnreviewed = AllowanceOption("--allow-unreviewed", "So many units may wait for a review.");

    private static readonly Option<string> Format = FormatOption();

    private static readonly Option<string?> Vsa = new("--vsa")
    {
        Description = "Writes a verification summary attestation of SLSA into this file, for somebody to sign.",
        HelpName = "FILE",
    };

    private static readonly Option<string?> Resource = new("--resource")
    {
        Description = "What was verified, for --vsa: git+https://example.com/shop.",
        HelpName = "URI",
    };

    public static Command Create()
    {
        var command = new Command(
            "verify", "Says whether projects were judged under a policy, with nothing weakened, and whether anything stands against them.");
        command.Arguments.Add(SharedOptions.Manifests);
        foreach (var option in new Option[]
        {
            Policy, Sources, Except, Against, AllowUndeclared, AllowUnreviewed, Format, Vsa, Resource,
        })
        {
            command.Options.Add(option);
        }

        command.SetAction((parsed, cancellationToken) => Program.RunAsync(() => RunAsync(parsed, cancellationToken), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var request = new VerifyRequest
        {
            Manifests = parsed.GetValue(SharedOptions.Manifests)!,
            Policies = parsed.GetValue(Policy)!,
            Sources = parsed.GetValue(Sources),
            Except = parsed.GetValue(Except) ?? [],
            Against = parsed.GetValue(Against) ?? [],
            AllowedUndeclared = parsed.GetValue(AllowUndeclared),
            AllowedUnreviewed = parsed.GetValue(AllowUnreviewed),
        };
        var (vsa, resource) = (parsed.GetValue(Vsa), parsed.GetValue(Resource));
        if (vsa != null && string.IsNullOrWhiteSpace(resource))
        {
            throw new ToolException("Say what was verified, for --vsa: --resource git+https://example.com/shop");
        }

        if (vsa != null && request.Policies.Count > 1)
        {
            throw new ToolException("A verification summary is about one policy: run it once for each, with a file of its own.");
        }

        var verdict = await new Verification(request).RunAsync(cancellationToken).ConfigureAwait(false);
        if (vsa != null)
        {
            var read = ManifestReader.FilesAt(request.Manifests.Concat(request.Against)).Concat(request.Policies);
            OutputFile.Write(
                vsa, VerificationSummary.Write(verdict, resource!, DateTimeOffset.UtcNow) + "\n", [.. read.Select(RealPath.Of)]);
        }

        if (parsed.GetValue(Format) == Json)
        {
            Console.WriteLine(VerdictJson.Write(verdict));
        }
        else
        {
            Write(verdict, Console.Out);
        }

        return verdict.Passes ? ExitCode.Nothing : ExitCode.Due;
    }

    /// <summary>A line for each thing that stands against it, and a sentence at the end.</summary>
    private static void Write(Verdict verdict, TextWriter output)
    {
        foreach (var problem in verdict.Problems)
        {
            var place = problem.Path.Length == 0 ? problem.Project : problem.Line > 0 ? $"{problem.Path}({problem.Line})" : problem.Path;
            var name = problem.Name.Length == 0 || problem.Name == problem.Path ? string.Empty : $"{problem.Name}: ";
            output.WriteLine(PlainCharacters.Of($"{place}: {VerdictJson.NameOf(problem.Kind)}: {name}{problem.Message}."));
        }

        var what = $"{DueList.Count(verdict.Units, "unit")} of {DueList.Count(verdict.Manifests.Count, "manifest")}, under "
            + string.Join(", ", verdict.Policies.Select(policy => $"'{policy.Name}'"));
        output.WriteLine(PlainCharacters.Of(verdict.Passes
            ? $"Verified: {what}. Nothing stands against it; {verdict.Undeclared:N0} undeclared, {verdict.Unreviewed:N0} unreviewed."
            : $"Not verified: {what}. {string.Join(", ", verdict.Problems
                .GroupBy(problem => problem.Kind)
                .OrderBy(group => group.Key)
                .Select(group => $"{group.Count():N0} {VerdictJson.NameOf(group.Key)}"))}."));
    }

    private static Option<int> AllowanceOption(string name, string description)
    {
        var option = new Option<int>(name) { Description = description, HelpName = "N" };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var value }] && !IsCount(value))
            {
                result.AddError($"'{value}' is no number of units for {name}.");
            }
        });
        return option;

        static bool IsCount(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _);
    }

    private static Option<string> FormatOption()
    {
        var option = new Option<string>("--format")
        {
            Description = "How the verdict is written.",
            HelpName = $"{Text}|{Json}",
            DefaultValueFactory = _ => Text,
        };
        option.AcceptOnlyFromAmong(Text, Json);
        return option;
    }
}
