using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;

namespace ProvenanceAnalyzers.Tests.Infrastructure;

internal static class SourceListExtensions
{
    public static void RemoveAll(this SourceFileList sources, Predicate<(string filename, SourceText content)> match)
    {
        for (var index = sources.Count - 1; index >= 0; index--)
        {
            if (match(sources[index]))
            {
                sources.RemoveAt(index);
            }
        }
    }
}
