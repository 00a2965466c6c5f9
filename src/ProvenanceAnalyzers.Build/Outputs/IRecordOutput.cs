using ProvenanceAnalyzers.Build.Record;

namespace ProvenanceAnalyzers.Build.Outputs;

/// <summary>Something that is made of the records of a project.</summary>
internal interface IRecordOutput
{
    /// <summary>
    /// Writes it, wherever it is wanted, and returns a line for each file that says what was written where; none where nothing was.
    /// </summary>
    /// <exception cref="Infrastructure.RecordException">It cannot be written.</exception>
    IEnumerable<string> Write(Manifest manifest);
}
