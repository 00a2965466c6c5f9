using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Build.Framework;
using ProvenanceAnalyzers.Build.Infrastructure;
using ProvenanceAnalyzers.Shared.Text;

namespace ProvenanceAnalyzers.Build.Record;

/// <summary>
/// Writes a global analyzer configuration that switches off those of the SDK's rules that only inform. With an error log the compiler runs
/// them too, which takes half of a build more, for a log that nobody but this package reads. What warns still warns.
/// </summary>
/// <remarks>
/// Which rules these are, the SDK's own files say: <c>analysislevel_10_all.globalconfig</c> raises to warnings what
/// <c>analysislevel_10_default.globalconfig</c> leaves below that. It is done where the second one holds and nobody has a rule for many
/// ids, which one for a single id would overrule; what a project says of a single id overrules what is written here.
/// </remarks>
public sealed class SilenceInformationalRules : RecordTask
{
    private static readonly Regex DefaultConfig = new(
        @"^analysislevel_(?<version>[0-9_]+)_default(_warnaserror)?\.globalconfig$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    private static readonly Regex Raised = new(
        @"^\s*dotnet_diagnostic\.(?<id>\w+)\.severity\s*=\s*warning\s*$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Multiline);

    private static readonly Regex ForManyIds = new(
        @"^\s*dotnet_analyzer_diagnostic\.", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Multiline);

    /// <summary>The analyzer configuration files of the compiler.</summary>
    public ITaskItem[] ConfigFiles { get; set; } = [];

    /// <summary>The file to write.</summary>
    [Required]
    public string File { get; set; } = string.Empty;

    /// <summary>Whether it was written; if not, the compiler must not have it.</summary>
    [Output]
    public bool IsWritten { get; set; }

    private protected override void Run()
    {
        var paths = ConfigFiles.Select(item => Path.GetFullPath(item.ItemSpec)).Distinct(Paths.Comparer).ToList();
        if (paths.Find(path => DefaultConfig.IsMatch(Path.GetFileName(path))) is not { } used)
        {
            return;
        }

        var folder = Path.GetDirectoryName(used)!;
        var all = Path.Combine(
            folder, $"analysislevel_{DefaultConfig.Match(Path.GetFileName(used)).Groups["version"].Value}_all.globalconfig");
        if (!System.IO.File.Exists(all)
            || paths.Exists(path => path != used && Paths.Comparer.Equals(Path.GetDirectoryName(path), folder))
            || paths.Exists(path => path != used && ForManyIds.IsMatch(TextOf(path))))
        {
            return;
        }

        // One level above that of the SDK's file, and below all that others write.
        var text = new StringBuilder("is_global = true\nglobal_level = -99\n");
        foreach (Match rule in Raised.Matches(TextOf(all)))
        {
            text.Append("dotnet_diagnostic.").Append(rule.Groups["id"].Value).Append(".severity = none\n");
        }

        AtomicFile.Write(File, text.ToString());
        IsWritten = true;
    }

    private static string TextOf(string path)
    {
        try
        {
            return System.IO.File.ReadAllText(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The compiler says so itself.
            return string.Empty;
        }
    }
}
