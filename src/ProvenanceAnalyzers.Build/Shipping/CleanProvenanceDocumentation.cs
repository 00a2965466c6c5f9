using System.Text.RegularExpressions;
using Microsoft.Build.Framework;
using ProvenanceAnalyzers.Build.Infrastructure;

namespace ProvenanceAnalyzers.Build.Shipping;

/// <summary>
/// Takes what the compiler writes of the injected attributes out of a documentation file, which ships with the project's output. Their own
/// comments stay: editors show them.
/// </summary>
public sealed class CleanProvenanceDocumentation : RecordTask
{
    private static readonly Regex Injected = new(
        @"^[ \t]*<member name=""[A-Z]:(?:ProvenanceAnalyzers\.(?:AIOrigin|AIProvenanceAttribute|HumanReviewedAttribute)"
        + @"|Microsoft\.CodeAnalysis\.EmbeddedAttribute)(?:[.(][^""]*)?"">.*?</member>[ \t]*\r?\n?",
        RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.CultureInvariant);

    /// <summary>The documentation files.</summary>
    [Required]
    public ITaskItem[] Files { get; set; } = [];

    private protected override void Run()
    {
        foreach (var path in Files.Select(file => file.GetMetadata("FullPath")).Where(File.Exists))
        {
            var text = Read(path);
            var cleaned = Injected.Replace(text, string.Empty);
            if (cleaned.Length != text.Length)
            {
                AtomicFile.Write(path, cleaned);
            }
        }
    }

    private static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new RecordException(ErrorCodes.CannotWrite, $"The documentation file cannot be read: {exception.Message}", path);
        }
    }
}
