using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace ProvenanceAnalyzers.Tool.Infrastructure;

/// <summary>
/// A source file as it lies on the disk: its bytes, and the text that they are. A change replaces the bytes of what changes and leaves all
/// others as they are, and is written as a whole or not at all.
/// </summary>
internal sealed class SourceFile
{
    private static readonly Encoding[] WithPreamble =
        [new UTF8Encoding(true, true), new UnicodeEncoding(false, true, true), new UnicodeEncoding(true, true, true)];

    private static readonly UTF8Encoding PlainUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly byte[] _bytes;
    private readonly int _preamble;
    private readonly Encoding _encoding;

    private SourceFile(string path, byte[] bytes, int preamble, Encoding encoding, string text)
    {
        Path = path;
        _bytes = bytes;
        _preamble = preamble;
        _encoding = encoding;
        Text = SourceText.From(text, encoding);
    }

    /// <summary>The full path.</summary>
    public string Path { get; }

    /// <summary>The text, without a byte order mark.</summary>
    public SourceText Text { get; }

    /// <summary>Reads a file.</summary>
    /// <exception cref="ToolException">It cannot be read, or its bytes are no text of its encoding.</exception>
    public static SourceFile Read(string path)
    {
        try
        {
            var bytes = File.ReadAllBytes(path);
            var encoding = Array.Find(WithPreamble, one => bytes.AsSpan().StartsWith(one.Preamble)) ?? PlainUtf8;
            var preamble = encoding == PlainUtf8 ? 0 : encoding.Preamble.Length;
            return new SourceFile(path, bytes, preamble, encoding, encoding.GetString(bytes.AsSpan(preamble)));
        }
        catch (DecoderFallbackException)
        {
            throw new ToolException(
                $"'{path}' is not UTF-8, nor UTF-16 with a byte order mark: change it in an editor that knows its encoding.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ToolException($"'{path}' cannot be read: {exception.Message}");
        }
    }

    /// <summary>Changes the file, unless somebody else has changed it since it was read.</summary>
    /// <param name="changes">The changes of <see cref="Text"/>, in any order; none is in another's way.</param>
    /// <exception cref="ToolException">It is not as it was read, or cannot be written; it is left as it is.</exception>
    public void Write(IEnumerable<TextChange> changes)
    {
        var bytes = Changed(changes);

        // A link stays one: what it leads to is written.
        var target = File.ResolveLinkTarget(Path, returnFinalTarget: true)?.FullName ?? Path;
        var temporary = $"{target}.{Guid.NewGuid():N}.tmp";
        try
        {
            if (File.GetAttributes(target).HasFlag(FileAttributes.ReadOnly))
            {
                throw new ToolException($"'{Path}' is read-only, and is left as it is.");
            }

            File.WriteAllBytes(temporary, bytes);
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(temporary, File.GetUnixFileMode(target));
            }

            if (!File.ReadAllBytes(target).AsSpan().SequenceEqual(_bytes))
            {
                throw new ToolException($"'{Path}' was changed meanwhile, and is left as it is.");
            }

            File.Move(temporary, target, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ToolException($"'{Path}' cannot be written, and is left as it is: {exception.Message}");
        }
        finally
        {
            DeleteIfThere(temporary);
        }
    }

    private byte[] Changed(IEnumerable<TextChange> changes)
    {
        using var changed = new MemoryStream(_bytes.Length + 256);
        changed.Write(_bytes, 0, _preamble);
        var (position, offset) = (0, _preamble);
        foreach (var change in changes.OrderBy(change => change.Span))
        {
            Copy(change.Span.Start);
            changed.Write(_encoding.GetBytes(change.NewText ?? string.Empty));
            offset += Size(position, change.Span.End);
            position = change.Span.End;
        }

        Copy(Text.Length);
        return changed.ToArray();

        void Copy(int end)
        {
            var size = Size(position, end);
            changed.Write(_bytes, offset, size);
            (position, offset) = (end, offset + size);
        }

        int Size(int start, int end) => _encoding.GetByteCount(Text.ToString(TextSpan.FromBounds(start, end)));
    }

    private static void DeleteIfThere(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // What led here says more.
        }
    }
}
