using System.ComponentModel;

namespace System.Runtime.CompilerServices;

/// <summary>
/// What the compiler puts on the constructors of types with <c>required</c> members, so that no older one calls them; .NET Standard
/// lacks it.
/// </summary>
/// <param name="featureName">What a compiler must know.</param>
[AttributeUsage(AttributeTargets.All, AllowMultiple = true, Inherited = false)]
[EditorBrowsable(EditorBrowsableState.Never)]
internal sealed class CompilerFeatureRequiredAttribute(string featureName) : Attribute
{
    public string FeatureName { get; } = featureName;
}
