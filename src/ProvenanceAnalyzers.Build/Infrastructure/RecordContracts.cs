using System.Collections;
using System.Reflection;
using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace ProvenanceAnalyzers.Build.Infrastructure;

/// <summary>Which fields the classes of records have in the compiler's error log, and which in files.</summary>
/// <param name="isLog">Whether it is about the log.</param>
internal sealed class RecordContracts(bool isLog) : DefaultContractResolver
{
    /// <inheritdoc/>
    protected override JsonProperty CreateProperty(MemberInfo member, MemberSerialization memberSerialization)
    {
        var property = base.CreateProperty(member, memberSerialization);
        property.Ignored |= member.IsDefined(isLog ? typeof(NotInLogAttribute) : typeof(OnlyInLogAttribute));

        // What is worked out of other fields is written, and worked out again when it is read.
        property.ShouldDeserialize = _ => property.Writable;
        return property;
    }

    /// <inheritdoc/>
    protected override JsonObjectContract CreateObjectContract(Type objectType)
    {
        var contract = base.CreateObjectContract(objectType);
        contract.OnDeserializedCallbacks.Add((value, _) => (value as RecordObject)?.Check());
        return contract;
    }

    /// <inheritdoc/>
    protected override JsonArrayContract CreateArrayContract(Type objectType)
    {
        var contract = base.CreateArrayContract(objectType);
        contract.OnDeserializedCallbacks.Add((list, _) =>
        {
            if (((IEnumerable)list).Cast<object?>().Contains(null))
            {
                throw new JsonSerializationException("A list has null in it.");
            }
        });
        return contract;
    }
}
