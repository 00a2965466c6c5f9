using System.ComponentModel;

namespace System.Diagnostics.CodeAnalysis;

/// <summary>
/// What the compiler puts on a constructor that sets each <c>required</c> member, as that which copies a record; .NET Standard lacks it.
/// </summary>
[AttributeUsage(AttributeTargets.Constructor, AllowMultiple = false, Inherited = false)]
[EditorBrowsable(EditorBrowsableState.Never)]
internal sealed class SetsRequiredMembersAttribute : Attribute;
