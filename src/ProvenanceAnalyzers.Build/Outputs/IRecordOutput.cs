using ProvenanceAnalyzers.Build.Record;

namespace ProvenanceAnalyzers.Build.Outputs;

/// <summary>Something that is made of the records of a project.</summary>
internal interface IRecordOutput
{
    /// <summary>Writes it, wherever it is wanted.</summary>
    /// <exception cref="Infrastructure.RecordException">It cannot be written.</exception>
    void Write(Manifest manifest);
}
