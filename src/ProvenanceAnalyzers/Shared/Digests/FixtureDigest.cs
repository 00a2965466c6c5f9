using System.Security.Cryptography;

namespace ProvenanceAnalyzers.Shared.Digests;

/// <summary>
/// Computes digests of fixture files, exactly as docs/review.md says: <c>h1:</c> and the first half of the SHA-256 of the bytes, CRLF
/// counted as LF unless there is a NUL in the first 8,000 bytes. It never holds more of a file than one buffer.
/// </summary>
internal sealed class FixtureDigest : IDisposable
{
    private const int BinaryHead = 8000;

    private readonly byte[] _buffer = new byte[1 << 16];
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>Computes the digest of what is left of a stream.</summary>
    public string Compute(Stream stream)
    {
        var count = Fill(stream, 0);
        var isBinary = Array.IndexOf(_buffer, (byte)0, 0, Math.Min(count, BinaryHead)) >= 0;
        while (count > 0)
        {
            var isLast = count < _buffer.Length;
            var kept = 0;
            if (isBinary)
            {
                _hash.AppendData(_buffer, 0, count);
            }
            else
            {
                kept = AppendText(count, isLast);
            }

            if (isLast)
            {
                break;
            }

            count = kept + Fill(stream, kept);
        }

        return DigestFormat.Prefix + Hex.Of(_hash.GetHashAndReset(), DigestFormat.Length / 2);
    }

    public void Dispose() => _hash.Dispose();

    /// <summary>
    /// Hashes text without the CR of each CRLF. A CR at the end of the buffer is kept for the next one, where its LF may be.
    /// </summary>
    /// <returns>How many bytes are kept, at the beginning of the buffer.</returns>
    private int AppendText(int count, bool isLast)
    {
        var kept = !isLast && _buffer[count - 1] == '\r' ? 1 : 0;
        var end = count - kept;
        var start = 0;
        var index = NextReturn(0);
        while (index >= 0)
        {
            if (index + 1 < end && _buffer[index + 1] == '\n')
            {
                _hash.AppendData(_buffer, start, index - start);
                start = index + 1;
            }

            index = NextReturn(index + 1);
        }

        _hash.AppendData(_buffer, start, end - start);
        _buffer[0] = (byte)'\r';
        return kept;

        int NextReturn(int from) => Array.IndexOf(_buffer, (byte)'\r', from, end - from);
    }

    /// <summary>Reads until the buffer is full or the stream ends.</summary>
    private int Fill(Stream stream, int start)
    {
        var end = start;
        while (end < _buffer.Length && stream.Read(_buffer, end, _buffer.Length - end) is > 0 and var read)
        {
            end += read;
        }

        return end - start;
    }
}
