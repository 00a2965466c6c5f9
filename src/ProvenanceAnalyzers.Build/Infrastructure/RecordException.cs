namespace ProvenanceAnalyzers.Build.Infrastructure;

/// <summary>Something that stops a record from being written, in the words of an error message.</summary>
/// <param name="code">The code of the error.</param>
/// <param name="message">What is wrong, and what to do.</param>
/// <param name="file">The file it is about.</param>
/// <param name="line">The line of it, or 0.</param>
public sealed class RecordException(string code, string message, string file, int line = 0) : Exception(message)
{
    /// <summary>The code of the error.</summary>
    public string Code { get; } = code;

    /// <summary>The file it is about.</summary>
    public string File { get; } = file;

    /// <summary>The line of the file, or 0.</summary>
    public int Line { get; } = line;
}
