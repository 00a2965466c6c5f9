namespace ProvenanceAnalyzers.Tool.Declare;

/// <summary>Compares data files as git does: of a text, how its lines end says nothing.</summary>
internal static class FixtureBytes
{
    /// <summary>In so many bytes a file without a NUL is a text; the same number as git's.</summary>
    private const int LookedAt = 8000;

    /// <summary>Whether two files say the same.</summary>
    public static bool AreSame(byte[] one, byte[] other) =>
        one.AsSpan().SequenceEqual(other) || (IsText(one) && IsText(other) && WithLf(one).SequenceEqual(WithLf(other)));

    private static bool IsText(byte[] bytes) => bytes.AsSpan(0, Math.Min(bytes.Length, LookedAt)).IndexOf((byte)0) < 0;

    private static IEnumerable<byte> WithLf(byte[] bytes) =>
        bytes.Where((value, index) => value != '\r' || index + 1 == bytes.Length || bytes[index + 1] != '\n');
}
