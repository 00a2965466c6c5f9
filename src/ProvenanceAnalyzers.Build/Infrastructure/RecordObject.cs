using Newtonsoft.Json;

namespace ProvenanceAnalyzers.Build.Infrastructure;

/// <summary>An object of a record: all of its fields are there, and no others. Which of them may be null, each says itself.</summary>
[JsonObject(MemberSerialization.OptIn, ItemRequired = Required.Always, MissingMemberHandling = MissingMemberHandling.Error)]
internal abstract record RecordObject
{
    /// <summary>Fails where fields are there that say nothing.</summary>
    /// <exception cref="JsonException">The message says what is missing.</exception>
    public virtual void Check()
    {
    }
}
