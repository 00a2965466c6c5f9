using System.Text.RegularExpressions;

namespace ProvenanceAnalyzers.Package.Tests.Infrastructure;

/// <summary>One warning or error on the build's output, whoever reported it.</summary>
internal sealed record LoggedMessage(string Origin, string Level, string Code, string Text, string Project);

/// <summary>What a build said and what its compilers logged.</summary>
internal sealed partial record BuildResult : CommandOutput
{
    public BuildResult(CommandOutput output, string messages, IReadOnlyDictionary<string, IReadOnlyList<Diagnostic>> errorLogs)
        : base(output)
    {
        ErrorLogs = errorLogs;
        Messages = [.. MessageLine().Matches(messages).Select(match => new LoggedMessage(
            match.Groups["origin"].Value,
            match.Groups["level"].Value,
            match.Groups["code"].Value,
            match.Groups["text"].Value,
            match.Groups["project"].Value))];
    }

    /// <summary>The results by project and framework (<c>Lib.net10.0</c>): of those that this build compiled, and no others.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Diagnostic>> ErrorLogs { get; }

    public IReadOnlyList<LoggedMessage> Messages { get; }

    public IEnumerable<Diagnostic> Diagnostics => ErrorLogs.Values.SelectMany(diagnostics => diagnostics);

    /// <summary>Our own results, summarized and in the order of files and lines.</summary>
    public IReadOnlyList<string> Provenance => [.. OurOwn.Select(diagnostic => diagnostic.Summary)];

    /// <summary>Our own results, without the records that a build leaves for its tasks.</summary>
    public IEnumerable<Diagnostic> OurOwn => Diagnostics
        .Where(diagnostic => diagnostic.Id.StartsWith("PROV", StringComparison.Ordinal) && diagnostic.Id != "PROV9001")
        .OrderBy(diagnostic => diagnostic.Project, StringComparer.Ordinal)
        .ThenBy(diagnostic => diagnostic.File, StringComparer.Ordinal)
        .ThenBy(diagnostic => diagnostic.Line)
        .ThenBy(diagnostic => diagnostic.Column)
        .ThenBy(diagnostic => diagnostic.Id, StringComparer.Ordinal);

    public new BuildResult MustSucceed()
    {
        base.MustSucceed();
        return this;
    }

    public new BuildResult MustFail()
    {
        base.MustFail();
        return this;
    }

    /// <summary>Succeeded, with not one warning: neither of a compiler or an analyzer nor of MSBuild or NuGet.</summary>
    public BuildResult MustBeClean()
    {
        MustSucceed();
        Assert.Empty(Messages);
        Assert.DoesNotContain(Diagnostics, diagnostic => diagnostic.Level is "warning" or "error");
        return this;
    }

    [GeneratedRegex(
        @"^\s*([0-9]+>)?(?<origin>[^\r\n]*?)\s*:\s*(?<level>warning|error)\s+(?<code>[A-Za-z]*[0-9]*)\s*:\s*(?<text>[^\r\n]*?)"
        + @"(\s\[(?<project>[^\]\r\n]*)\])?\r?$",
        RegexOptions.Multiline)]
    private static partial Regex MessageLine();
}
