using System.Text;
using ProvenanceAnalyzers.Shared.Digests;

namespace ProvenanceAnalyzers.Shared.Exchange;

/// <summary>Fixture files that one review marker names by a glob.</summary>
internal static class FixtureSet
{
    /// <summary>
    /// The digest of several files: that of their lines, each the path, a space and the file's digest, in the order of their bytes. Null
    /// where one of them could not be read, or a name has a line end in it, so that the lines could be those of other files.
    /// </summary>
    public static string? DigestOf(IEnumerable<FixtureFile> files)
    {
        var lines = new List<byte[]>();
        foreach (var file in files)
        {
            if (file.Digest == null || file.Path.IndexOf('\n') >= 0)
            {
                return null;
            }

            lines.Add(Encoding.UTF8.GetBytes($"{file.Path} {file.Digest}\n"));
        }

        lines.Sort(CompareBytes);
        return DigestFormat.Prefix
            + Hex.Sha256(string.Concat(lines.Select(line => Encoding.UTF8.GetString(line)))).Substring(0, DigestFormat.Length);
    }

    private static int CompareBytes(byte[] one, byte[] other)
    {
        for (var index = 0; index < one.Length && index < other.Length; index++)
        {
            if (one[index] != other[index])
            {
                return one[index].CompareTo(other[index]);
            }
        }

        return one.Length.CompareTo(other.Length);
    }
}
