using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;

namespace Contoso.Values;

public record Money(decimal Amount, string Currency)
{
    public static Money Zero { get; } = new(0, "EUR");

    public Money Add(Money other) =>
        other.Currency == Currency
            ? this with { Amount = Amount + other.Amount }
            : throw new ArgumentException("Another currency.", nameof(other));
}

public readonly record struct Range<T>(T From, T To)
    where T : struct, IComparable<T>
{
    public bool Contains(T value) => From.CompareTo(value) <= 0 && value.CompareTo(To) <= 0;
}

public sealed class Table<TRow, TKey>(Func<TRow, TKey> keyOf, IEqualityComparer<TKey>? comparer = null)
    : IComparable<Table<TRow, TKey>>
    where TRow : class?
    where TKey : notnull
{
    private readonly Dictionary<TKey, TRow> _rows = new(comparer);

    public TRow this[TKey key]
    {
        get => _rows[key];
        set => _rows[key] = value;
    }

    public void Add(TRow row) => _rows.Add(keyOf(row), row);

    public int CompareTo(Table<TRow, TKey>? other) => _rows.Count.CompareTo(other?._rows.Count);

    public static bool operator <(Table<TRow, TKey> left, Table<TRow, TKey> right) => left.CompareTo(right) < 0;

    public static bool operator >(Table<TRow, TKey> left, Table<TRow, TKey> right) => left.CompareTo(right) > 0;

    public static explicit operator int(Table<TRow, TKey> table) => table._rows.Count;

    ~Table() => _rows.Clear();

    static Table() { }
}

public delegate TResult Convert<in TValue, out TResult>(TValue value)
    where TValue : allows ref struct;

public enum Rounding : byte
{
    Up,
    Down = 1 << 1,
}

public interface IConverter<TSelf>
    where TSelf : IConverter<TSelf>
{
    static abstract TSelf Parse(string text);

    static virtual bool TryParse(string text, [NotNullWhen(true)] out TSelf? value)
    {
        value = TSelf.Parse(text);
        return true;
    }
}

public ref struct Window
{
    public ReadOnlySpan<char> Text() => default;
}
