using ProvenanceAnalyzers.Build.Record;

namespace ProvenanceAnalyzers.Build.Outputs;

/// <summary>Something that is made of the records of a project.</summary>
internal interface IRecordOutput
{
    /// <summary>
    /// Writes it, wherever it is wanted, and returns the line that says what it wrote and where; null where it wrote nothing.
    /// </summary>
    /// <exception cref="Infrastructure.RecordException">It cannot be written.</exception>
    string? Write(Manifest manifest);
}
