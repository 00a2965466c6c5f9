using System.ComponentModel;

namespace System.Runtime.CompilerServices;

/// <summary>What the compiler asks for where a property has <c>init</c>, as that of every record has; .NET Standard lacks it.</summary>
/// <remarks>
/// The types of this folder are written by hand: what a source generator adds stands in an order of its own in each build, and the same
/// commit must give the same bytes.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
internal static class IsExternalInit;
