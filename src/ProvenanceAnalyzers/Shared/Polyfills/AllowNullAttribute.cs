namespace System.Diagnostics.CodeAnalysis;

/// <summary>Says that a property whose value is never null may be set to null; .NET Standard lacks it.</summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Parameter | AttributeTargets.Property, Inherited = false)]
internal sealed class AllowNullAttribute : Attribute;
