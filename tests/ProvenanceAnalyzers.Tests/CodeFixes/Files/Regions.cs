#pragma warning disable CS1591
#nullable enable

namespace Contoso.Caching;

#region Cache

#nullable disable
/// <summary>A cache that forgets the oldest.</summary>
#pragma warning disable CS8632 // nullable annotation outside of a nullable context
public class Cache<TKey, TValue>
#pragma warning restore CS8632
    where TKey : notnull
    where TValue : class, new()
{
    #region Fields
    private readonly System.Collections.Generic.Dictionary<TKey, TValue> _values = new();
    #endregion

    #region Methods

    #nullable restore
    public TValue? Find(TKey key)
    {
        return _values.TryGetValue(key, out var value) ? value : null;
    }
    #pragma warning disable CS0618
    public void Forget(TKey key) => _values.Remove(key);
    #pragma warning restore CS0618

    #endregion
}
#nullable enable

#endregion
#region Keys
public interface IKey { string Text { get; } }
#endregion

#line 200 "Cache.template"
public class FromTemplate
{
    public string? Text() => null;
}
#line default
