using System.Globalization;
using System.Reflection;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ProvenanceAnalyzers.Shared.Digests;

namespace ProvenanceAnalyzers.Benchmarks;

/// <summary>
/// A project as large as one likes, of files that look like a business application's: a type a file, 60 to 100 lines each.
/// </summary>
internal static class GeneratedProject
{
    private static readonly Func<int, string>[] Shapes = [Service, Entity, Value, Service, Contract, Service, Entity, Helpers];

    /// <summary>The injected attributes: file names and texts.</summary>
    public static IReadOnlyList<(string FileName, string Text)> Annotations { get; } =
    [
        .. Assembly.GetExecutingAssembly().GetManifestResourceNames().Select(name =>
        {
            using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!);
            return (Path.GetFileName(name), reader.ReadToEnd());
        }),
    ];

    /// <summary>The text of a file.</summary>
    /// <param name="index">Which one; every eighth has the same shape.</param>
    /// <param name="isDeclared">Whether its type declares its provenance.</param>
    /// <param name="isReviewed">Whether it also has a review marker that holds.</param>
    public static string File(int index, bool isDeclared, bool isReviewed = false)
    {
        var file = Shapes[index % Shapes.Length](index)
            .Replace("$Area$", (index / 50).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("$Id$", index.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        return file.Replace(
            "$Provenance$\n",
            (isDeclared ? Annotation(index) + "\n" : string.Empty)
                + (isReviewed ? Marker(file.Replace("$Provenance$\n", string.Empty, StringComparison.Ordinal)) + "\n" : string.Empty),
            StringComparison.Ordinal);
    }

    /// <summary>The text of a file that has the types of several.</summary>
    /// <param name="files">Their texts.</param>
    public static string Join(IEnumerable<string> files)
    {
        var lines = files.SelectMany(file => file.Split('\n')).ToLookup(line => line.StartsWith("using ", StringComparison.Ordinal));
        return string.Join('\n', lines[true].Distinct().Concat(lines[false]));
    }

    /// <summary>Writes a project to the disk that <c>dotnet build</c> can build.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="types">How many types it has.</param>
    /// <param name="isDeclared">Whether they declare their provenance.</param>
    /// <param name="isReviewed">Whether they also have review markers that hold.</param>
    public static void Write(string folder, int types, bool isDeclared, bool isReviewed = false)
    {
        Directory.CreateDirectory(folder);
        foreach (var (fileName, text) in Annotations)
        {
            System.IO.File.WriteAllText(Path.Combine(folder, fileName), text);
        }

        var lines = 0;
        for (var index = 0; index < types; index++)
        {
            var area = Directory.CreateDirectory(Path.Combine(folder, $"Area{index / 50}")).FullName;
            var text = File(index, isDeclared, isReviewed);
            lines += text.Count(character => character == '\n');
            System.IO.File.WriteAllText(Path.Combine(area, $"Type{index}.cs"), text);
        }

        Console.WriteLine($"{types} types, {lines} lines in {folder}");
    }

    private static string Marker(string file)
    {
        var type = CSharpSyntaxTree.ParseText(file).GetRoot().DescendantNodes().OfType<TypeDeclarationSyntax>().First();
        return """[ProvenanceAnalyzers.HumanReviewed("bob@example.com", "2026-11-21", """
            + $"""Digest = "{CodeDigest.Compute(type.ToString())}")]""";
    }

    private static string Annotation(int index) => (index % 4) switch
    {
        0 => """[ProvenanceAnalyzers.AIProvenance(ProvenanceAnalyzers.AIOrigin.Human)]""",
        1 => """
            [ProvenanceAnalyzers.AIProvenance(ProvenanceAnalyzers.AIOrigin.Generated, Tool = "claude-code",
                Model = "anthropic/claude-opus-4-5", RequestedBy = "ada@example.com", On = "2026-11-20")]
            """,
        2 => """[ProvenanceAnalyzers.AIProvenance(ProvenanceAnalyzers.AIOrigin.Assisted, Tool = "github-copilot")]""",
        _ => """[ProvenanceAnalyzers.AIProvenance(ProvenanceAnalyzers.AIOrigin.Generated, Tool = "codex", Reference = "PR 1234")]""",
    };

    private static string Service(int index)
    {
        var methods = new StringBuilder();
        for (var method = 0; method < 1 + (index % 2); method++)
        {
            methods.Append(CultureInfo.InvariantCulture, $$"""


                    /// <summary>Finds the entries of a group, the newest first.</summary>
                    /// <param name="group">The group's name.</param>
                    /// <param name="limit">How many entries to return at most.</param>
                    public IReadOnlyList<string> Find{{method}}(string group, int limit)
                    {
                        ArgumentOutOfRangeException.ThrowIfNegative(limit);
                        var found = new List<string>();
                        foreach (var entry in _entries)
                        {
                            if (entry.Key.StartsWith(group, StringComparison.Ordinal) && found.Count < limit)
                            {
                                found.Add($"{entry.Key}: {string.Join(", ", entry.Value.Where(value => value > {{method}}).Select(value => value * 2))}");
                            }
                        }

                        return found.Count == 0 ? [] : found.OrderByDescending(text => text.Length).ToList();
                    }
                """);
        }

        return $$"""
            using System;
            using System.Collections.Generic;
            using System.Linq;
            using System.Threading;
            using System.Threading.Tasks;

            namespace Contoso.Area$Area$
            {
                /// <summary>Keeps entries by their name.</summary>
                /// <remarks>One of many services.</remarks>
            $Provenance$
                public sealed class Service$Id$
                {
                    private readonly Dictionary<string, List<int>> _entries = new(StringComparer.Ordinal);
                    private readonly object _gate = new();
                    private int _version;

                    /// <summary>Creates an empty service.</summary>
                    public Service$Id$(string name)
                    {
                        Name = name ?? throw new ArgumentNullException(nameof(name));
                    }

                    /// <summary>What it is called.</summary>
                    public string Name { get; }

                    /// <summary>How often it was changed.</summary>
                    public int Version
                    {
                        get
                        {
                            lock (_gate)
                            {
                                return _version;
                            }
                        }
                    }

                    /// <summary>Adds an entry.</summary>
                    public async Task<bool> AddAsync(string key, int value, CancellationToken cancellationToken)
                    {
                        await Task.Delay(1, cancellationToken).ConfigureAwait(false);
                        lock (_gate)
                        {
                            if (!_entries.TryGetValue(key, out var values))
                            {
                                _entries[key] = values = new List<int>();
                            }

                            values.Add(value);
                            _version++;
                            return values.Count == 1;
                        }
                    }{{methods}}

                    private static int Compare(string left, string right) =>
                        left.Length != right.Length ? left.Length.CompareTo(right.Length) : string.CompareOrdinal(left, right);
                }
            }

            """;
    }

    private static string Entity(int index) => """
        using System;
        using System.Collections.Generic;
        using System.Diagnostics;
        using System.Globalization;
        using System.Linq;

        namespace Contoso.Area$Area$
        {
            /// <summary>An order with its lines.</summary>
        $Provenance$
            [Serializable]
            [DebuggerDisplay("{Number}: {Total}")]
            public class Order$Id$ : IEquatable<Order$Id$>
            {
                private readonly List<Line> _lines = new();

                /// <summary>The order's number.</summary>
                public string Number { get; set; } = string.Empty;

                /// <summary>When it was placed.</summary>
                public DateTimeOffset PlacedAt { get; set; }

                /// <summary>Who placed it.</summary>
                public string? Customer { get; set; }

                /// <summary>Its lines.</summary>
                public IReadOnlyList<Line> Lines => _lines;

                /// <summary>What it costs.</summary>
                public decimal Total => _lines.Sum(line => line.Price * line.Count);

                /// <summary>Adds a line, or adds to the line of the same article.</summary>
                public void Add(string article, int count, decimal price)
                {
                    if (count <= 0)
                    {
                        throw new ArgumentOutOfRangeException(nameof(count), count, "At least one.");
                    }

                    var known = _lines.Find(line => line.Article == article && line.Price == price);
                    if (known != null)
                    {
                        known.Count += count;
                    }
                    else
                    {
                        _lines.Add(new Line { Article = article, Count = count, Price = price });
                    }
                }

                /// <inheritdoc/>
                public bool Equals(Order$Id$? other) => other is not null && other.Number == Number && other.Total == Total;

                /// <inheritdoc/>
                public override bool Equals(object? obj) => Equals(obj as Order$Id$);

                /// <inheritdoc/>
                public override int GetHashCode() => HashCode.Combine(Number, Total);

                /// <inheritdoc/>
                public override string ToString()
                {
                    var texts = _lines.Select((line, index) => $"{index + 1}. {line.Article} x {line.Count}");
                    return string.Create(CultureInfo.InvariantCulture, $"{Number} of {PlacedAt:yyyy-MM-dd}: {string.Join("; ", texts)}");
                }

                /// <summary>A line of an order.</summary>
                public sealed class Line
                {
                    /// <summary>What is ordered.</summary>
                    public string Article { get; set; } = string.Empty;

                    /// <summary>How many.</summary>
                    public int Count { get; set; }

                    /// <summary>What one costs.</summary>
                    public decimal Price { get; set; }

                    internal bool IsGift() => Price == 0 && Count > 0;
                }
            }
        }

        """;

    private static string Value(int index) => """
        using System;
        using System.Collections.Generic;
        using System.ComponentModel;

        namespace Contoso.Area$Area$;

        /// <summary>A length with its unit.</summary>
        $Provenance$
        public readonly record struct Length$Id$(double Amount, Length$Id$.Unit In) : IComparable<Length$Id$>
        {
            private static readonly Dictionary<Unit, double> Meters = new()
            {
                [Unit.Meter] = 1,
                [Unit.Mile] = 1609.344,
                [Unit.Foot] = 0.3048,
            };

            /// <summary>A unit of length.</summary>
            public enum Unit
            {
                /// <summary>The metre.</summary>
                Meter,

                /// <summary>The mile.</summary>
                Mile,

                /// <summary>The foot.</summary>
                [Description("ft")]
                Foot,
            }

            /// <summary>The same length in another unit.</summary>
            public Length$Id$ To(Unit unit) => new(Amount * Meters[In] / Meters[unit], unit);

            /// <inheritdoc/>
            public int CompareTo(Length$Id$ other) => To(Unit.Meter).Amount.CompareTo(other.To(Unit.Meter).Amount);

            /// <summary>Adds two lengths.</summary>
            public static Length$Id$ operator +(Length$Id$ left, Length$Id$ right) => left with { Amount = left.Amount + right.To(left.In).Amount };

            /// <summary>Whether one is shorter.</summary>
            public static bool operator <(Length$Id$ left, Length$Id$ right) => left.CompareTo(right) < 0;

            /// <summary>Whether one is longer.</summary>
            public static bool operator >(Length$Id$ left, Length$Id$ right) => left.CompareTo(right) > 0;

            /// <summary>Reads a length such as <c>12 ft</c>.</summary>
            public static bool TryParse(string text, out Length$Id$ length)
            {
                var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
                if (parts.Length == 2 && double.TryParse(parts[0], out var amount) && Enum.TryParse<Unit>(parts[1], out var unit))
                {
                    length = new Length$Id$(amount, unit);
                    return true;
                }

                length = default;
                return false;
            }
        }

        """;

    private static string Contract(int index) => """
        using System;
        using System.Collections.Generic;
        using System.Threading;
        using System.Threading.Tasks;

        namespace Contoso.Area$Area$
        {
            /// <summary>Stores things.</summary>
            /// <typeparam name="TKey">By what they are found.</typeparam>
            /// <typeparam name="TValue">What is stored.</typeparam>
        $Provenance$
            public interface IStore$Id$<TKey, TValue>
                where TKey : notnull
                where TValue : class
            {
                /// <summary>How many things are stored.</summary>
                int Count { get; }

                /// <summary>Something was stored.</summary>
                event EventHandler<TKey> Stored;

                /// <summary>Finds a thing.</summary>
                /// <param name="key">Its key.</param>
                /// <param name="cancellationToken">Ends the search.</param>
                /// <returns>The thing, or null.</returns>
                ValueTask<TValue?> FindAsync(TKey key, CancellationToken cancellationToken = default);

                /// <summary>Stores a thing.</summary>
                /// <param name="key">Its key.</param>
                /// <param name="value">The thing.</param>
                /// <param name="cancellationToken">Ends the work.</param>
                Task StoreAsync(TKey key, TValue value, CancellationToken cancellationToken = default);

                /// <summary>Removes a thing.</summary>
                /// <param name="key">Its key.</param>
                /// <param name="cancellationToken">Ends the work.</param>
                /// <returns>Whether there was one.</returns>
                Task<bool> RemoveAsync(TKey key, CancellationToken cancellationToken = default);

                /// <summary>Finds a thing, or stores a new one.</summary>
                /// <param name="key">Its key.</param>
                /// <param name="create">Makes a new one.</param>
                /// <param name="cancellationToken">Ends the work.</param>
                /// <returns>The thing.</returns>
                async Task<TValue> FindOrStoreAsync(TKey key, Func<TKey, TValue> create, CancellationToken cancellationToken = default)
                {
                    var value = await FindAsync(key, cancellationToken).ConfigureAwait(false);
                    if (value == null)
                    {
                        value = create(key);
                        await StoreAsync(key, value, cancellationToken).ConfigureAwait(false);
                    }

                    return value;
                }

                /// <summary>All keys.</summary>
                IAsyncEnumerable<TKey> Keys(CancellationToken cancellationToken = default);
            }
        }

        """;

    private static string Helpers(int index) => """
        using System;
        using System.Collections.Generic;
        using System.Runtime.CompilerServices;
        using System.Text;

        namespace Contoso.Area$Area$
        {
            /// <summary>What all texts of the area need.</summary>
        $Provenance$
            internal static class Texts$Id$
            {
                private const int Limit = 80;

                /// <summary>Wraps a text.</summary>
                public static IEnumerable<string> Wrap(this string text, int width = Limit)
                {
                    var line = new StringBuilder();
                    foreach (var word in text.Split(' '))
                    {
                        if (line.Length + word.Length + 1 > width && line.Length > 0)
                        {
                            yield return line.ToString();
                            line.Clear();
                        }

                        line.Append(line.Length == 0 ? string.Empty : " ").Append(word);
                    }

                    if (line.Length > 0)
                    {
                        yield return line.ToString();
                    }
                }

                [MethodImpl(MethodImplOptions.AggressiveInlining)]
                public static bool IsBlank(this string? text) => string.IsNullOrWhiteSpace(text);

                [Obsolete("Use Wrap.")]
                public static string Cut(string text, int length)
                {
                    if (text.Length <= length)
                    {
                        return text;
                    }

                    var end = length;
                    while (end > 0 && char.IsLetterOrDigit(text[end]))
                    {
                        end--;
                    }

                    return string.Concat(text.AsSpan(0, end == 0 ? length : end), "...");
                }

                public static int Distance(string left, string right)
                {
                    var distance = Math.Abs(left.Length - right.Length);
                    for (var index = 0; index < Math.Min(left.Length, right.Length); index++)
                    {
                        distance += left[index] == right[index] ? 0 : 1;
                    }

                    return distance;
                }
            }
        }

        """;
}
