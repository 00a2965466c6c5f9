using System.Globalization;
using System.Text;

namespace ProvenanceAnalyzers.Build.Evidence;

/// <summary>Something that a repository holds.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Content">Its bytes; null of one that is larger than whoever asked wants.</param>
internal sealed record GitObject(string Id, byte[]? Content);

/// <summary>Reads one object after another from a <c>git cat-file --batch</c> that keeps running.</summary>
/// <param name="process">It.</param>
internal sealed class ObjectReader(GitProcess process) : IDisposable
{
    private const int LongestHeader = 64 * 1024;

    private readonly byte[] _buffer = new byte[64 * 1024];
    private int _at;
    private int _end;

    /// <summary>Reads an object; null where there is none of that name.</summary>
    /// <param name="name">An id, or whatever else git takes for a name, such as <c>HEAD:src/A.cs</c>.</param>
    /// <param name="largest">The size from which on the content is passed over.</param>
    public GitObject? Read(string name, int largest = int.MaxValue)
    {
        // A name with a line feed would be two.
        if (name.IndexOf('\n') >= 0)
        {
            return null;
        }

        try
        {
            var request = Encoding.UTF8.GetBytes(name + "\n");
            process.Input.Write(request, 0, request.Length);
            process.Input.Flush();
            var header = ReadHeader();
            var fields = header.Split(' ');
            if (fields.Length != 3 || !long.TryParse(fields[2], NumberStyles.None, CultureInfo.InvariantCulture, out var size)
                || header.EndsWith(" missing", StringComparison.Ordinal))
            {
                return null;
            }

            var content = size <= largest ? new byte[size] : null;
            Take(content, size);
            Take(null, 1);
            return new GitObject(fields[0], content);
        }
        catch (IOException)
        {
            throw process.Failure();
        }
    }

    public void Dispose() => process.Dispose();

    private string ReadHeader()
    {
        var header = new List<byte>();
        while (header.Count < LongestHeader)
        {
            Fill();
            var next = _buffer[_at++];
            if (next == '\n')
            {
                return Encoding.UTF8.GetString([.. header]);
            }

            header.Add(next);
        }

        throw new IOException("A header without an end.");
    }

    private void Take(byte[]? content, long count)
    {
        for (long taken = 0; taken < count;)
        {
            Fill();
            var part = (int)Math.Min(count - taken, _end - _at);
            if (content != null)
            {
                Array.Copy(_buffer, _at, content, taken, part);
            }

            _at += part;
            taken += part;
        }
    }

    private void Fill()
    {
        if (_at == _end)
        {
            (_at, _end) = (0, process.Output.Read(_buffer, 0, _buffer.Length));
            if (_end == 0)
            {
                throw new IOException("git has ended.");
            }
        }
    }
}
