using System.Text.RegularExpressions;
using System.Xml.Linq;
using CliWrap;
using CliWrap.Buffered;
using ProvenanceAnalyzers.Tool.Infrastructure;

namespace ProvenanceAnalyzers.Tool.Workspaces;

/// <summary>
/// The build by which projects are loaded, once more and by the SDK itself: that says which of its messages are errors, and the load does
/// not.
/// </summary>
internal static partial class DesignTimeBuild
{
    /// <summary>What the load asks for, the second where there is XAML.</summary>
    private const string Targets = "Compile;DesignTimeMarkupCompilation";

    /// <summary>The properties that the load sets.</summary>
    private static readonly string[] Properties =
    [
        "DesignTimeBuild=true", "NonExistentFile=__NonExistentSubDir__/__NonExistentFile__", "BuildProjectReferences=false",
        "BuildingProject=false", "ProvideCommandLineArgs=true", "SkipCompilerExecution=true", "ContinueOnError=ErrorAndContinue",
        "ShouldUnsetParentConfigurationAndPlatform=false", "InnerTargets=Compile",
    ];

    /// <summary>The errors of a build.</summary>
    /// <param name="paths">The projects.</param>
    /// <param name="folder">The folder whose SDK builds.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>Their texts, in the order in which MSBuild says them; none where all is well.</returns>
    public static async Task<IReadOnlyList<string>> ErrorsOfAsync(
        IEnumerable<string> paths, string folder, CancellationToken cancellationToken)
    {
        using var temporary = TemporaryFolder.Create("load");
        var all = Path.Combine(temporary.Path, "all.proj");
        await File.WriteAllTextAsync(all, ProjectOver(paths), cancellationToken).ConfigureAwait(false);
        var result = await Cli.Wrap("dotnet")
            .WithArguments(
            [
                "msbuild", all, "-nologo", "-verbosity:quiet", "-consoleLoggerParameters:ErrorsOnly;NoSummary", "-nodeReuse:false",
                "-terminalLogger:off", "-maxCpuCount", "-noAutoResponse",
                .. Properties.Select(property => "-property:" + property),
            ])
            .WithWorkingDirectory(folder)
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync(cancellationToken)
            .ConfigureAwait(false);
        await Interruption.RequireNoneAsync(result.ExitCode, cancellationToken).ConfigureAwait(false);
        return result.ExitCode == 0 ? [] : ErrorsIn(result.StandardOutput + result.StandardError);
    }

    /// <summary>The texts of the errors in what MSBuild wrote; all that it wrote where none can be told.</summary>
    internal static IReadOnlyList<string> ErrorsIn(string output)
    {
        var errors = output.Split('\n')
            .Select(line => ErrorLine().Match(line.TrimEnd()))
            .Where(match => match.Success)
            .Select(match => match.Groups["text"].Value)
            .Distinct()
            .ToList();
        return errors.Count > 0 ? errors : [output.Trim()];
    }

    /// <summary>A project with several target frameworks has the first target alone, one with a single one the others alone.</summary>
    private static string ProjectOver(IEnumerable<string> paths) => new XElement(
        "Project",
        new XElement("ItemGroup", paths.Select(path => new XElement("Loaded", new XAttribute("Include", Escaped(path))))),
        new XElement("Target", new XAttribute("Name", "Load"), Build("DispatchToInnerBuilds"), Build(Targets))).ToString();

    private static XElement Build(string targets) => new(
        "MSBuild",
        new XAttribute("Projects", "@(Loaded)"),
        new XAttribute("Targets", targets),
        new XAttribute("SkipNonexistentTargets", "true"),
        new XAttribute("BuildInParallel", "true"),
        new XAttribute("ContinueOnError", "ErrorAndContinue"));

    /// <summary>A path as MSBuild takes it for one name, whatever stands in it.</summary>
    private static string Escaped(string path) =>
        Special().Replace(path, match => FormattableString.Invariant($"%{(int)match.Value[0]:X2}"));

    [GeneratedRegex(@"[%$@;*?()']")]
    private static partial Regex Special();

    /// <summary><c>App.csproj(5,3): error CODE: text [App.csproj]</c>, where the place and the code may be missing.</summary>
    [GeneratedRegex(@"^(?:.*?(?:\)|\S) ?: )?(?:[^:]* )?error(?: [^:\s]+)?\s?: (?<text>.*?)(?: \[[^\[\]]*\])?$")]
    private static partial Regex ErrorLine();
}
