namespace ProvenanceAnalyzers.Build.Infrastructure;

/// <summary>Marks a field that the analyzer logs for the tasks alone: no file has it.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class OnlyInLogAttribute : Attribute;

/// <summary>Marks a field that the tasks work out: the analyzer does not log it.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class NotInLogAttribute : Attribute;
