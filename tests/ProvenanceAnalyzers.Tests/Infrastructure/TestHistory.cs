using System.Text;
using Microsoft.CodeAnalysis.Testing;

namespace ProvenanceAnalyzers.Tests.Infrastructure;

/// <summary>What the build has found in the history of a project, as its task writes it; written by hand.</summary>
internal static class TestHistory
{
    private const string Header = "# What history tells ProvenanceAnalyzers of who wrote which lines, format 1.\n";

    /// <summary>The text of the list.</summary>
    /// <param name="lines">Its lines, separated by <c>;</c>, with blanks where it has tabs; <c>_</c> stands for a blank.</param>
    /// <param name="textOf">The text of a source file, with the marks of a test.</param>
    public static string Text(string lines, Func<string, string> textOf)
    {
        var text = new StringBuilder(Header);
        foreach (var line in lines.Split([';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var fields = line.Split(' ');
            text.AppendJoin('\t', fields).Replace('_', ' ', text.Length - line.Length, line.Length);
            if (fields is ["file", var path])
            {
                TestFileMarkupParser.GetPositionsAndSpans(textOf(path), out var plain, out _, out _);
                text.Append('\t').Append(TestFacts.HashOf(plain.Replace("\r\n", "\n", StringComparison.Ordinal)));
            }

            text.Append('\n');
        }

        return text.Append("end\n").ToString();
    }
}
