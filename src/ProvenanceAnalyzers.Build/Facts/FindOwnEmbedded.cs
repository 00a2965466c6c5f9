using System.Text.RegularExpressions;
using Microsoft.Build.Framework;
using ProvenanceAnalyzers.Build.Infrastructure;
using ProvenanceAnalyzers.Shared.Text;

namespace ProvenanceAnalyzers.Build.Facts;

/// <summary>
/// Finds whether a project declares <c>Microsoft.CodeAnalysis.EmbeddedAttribute</c> as a type that can have no second part, which is what
/// the package would inject. Only files whose name speaks of it are read: to read all of them would cost every build.
/// </summary>
public sealed class FindOwnEmbedded : RecordTask
{
    private static readonly Regex Namespace = new(@"\bnamespace\s+Microsoft\.CodeAnalysis\s*[;{]", RegexOptions.CultureInvariant);

    private static readonly Regex WholeType = new(@"(?<!\bpartial\s+)\bclass\s+EmbeddedAttribute\b", RegexOptions.CultureInvariant);

    private static readonly Regex Comment = new(@"//[^\r\n]*|/\*.*?\*/", RegexOptions.CultureInvariant | RegexOptions.Singleline);

    /// <summary>What the compiler compiles.</summary>
    [Required]
    public ITaskItem[] Sources { get; set; } = [];

    /// <summary>Whether the project declares it.</summary>
    [Output]
    public bool IsFound { get; set; }

    private protected override void Run() => IsFound = Sources
        .Where(source => Paths.NameOf(source.ItemSpec).IndexOf("Embedded", StringComparison.OrdinalIgnoreCase) >= 0
            && source.GetMetadata("ProvenanceInjected").Length == 0)
        .Any(source => Declares(Text(source.GetMetadata("FullPath"))));

    /// <summary>What stands under a condition may be there in one target framework and not in another.</summary>
    private static bool Declares(string text)
    {
        var code = Comment.Replace(text, " ");
        return Namespace.IsMatch(code) && WholeType.IsMatch(code) && code.IndexOf("#if", StringComparison.Ordinal) < 0;
    }

    private static string Text(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // The compiler says so, if it is one of its files.
            return string.Empty;
        }
    }
}
