using ProvenanceAnalyzers.Shared.Text;

namespace ProvenanceAnalyzers.Build.Evidence;

/// <summary>
/// A <c>.mailmap</c>: which names and addresses are one human's. Whoever is none keeps the address that the commit has, whatever it says.
/// </summary>
internal sealed class Mailmap
{
    private readonly Dictionary<string, List<Entry>> _byAddress = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads a <c>.mailmap</c>; one that is not there has no text.</summary>
    public static Mailmap Read(string text)
    {
        var mailmap = new Mailmap();
        foreach (var line in text.Split('\n'))
        {
            mailmap.Add(line.Trim());
        }

        return mailmap;
    }

    /// <summary>Who somebody is.</summary>
    public Signature Join(Signature person)
    {
        if (!_byAddress.TryGetValue(person.Address, out var entries))
        {
            return person;
        }

        var found = entries.FindLast(entry => string.Equals(entry.Name, person.Name, StringComparison.OrdinalIgnoreCase))
            ?? entries.FindLast(entry => entry.Name == null);
        return found == null ? person : person with
        {
            Name = found.ProperName ?? person.Name,
            Address = found.ProperAddress ?? person.Address,
        };
    }

    /// <summary>Who a person is that is written as <c>Ada Lovelace &lt;ada@example.com&gt;</c>.</summary>
    public string Join(string person)
    {
        var signature = Signature.Read(person);
        return signature.Address.Length == 0 ? person.Trim() : Join(signature).Person;
    }

    private void Add(string line)
    {
        if (line.StartsWith("#", StringComparison.Ordinal) || !TryTake(ref line, out var firstName, out var firstAddress))
        {
            return;
        }

        var entry = TryTake(ref line, out var secondName, out var secondAddress)
            ? new Entry(secondName, firstName, firstAddress)
            : new Entry(null, firstName, null);
        var address = secondAddress.Length > 0 ? secondAddress : firstAddress;
        if (!_byAddress.TryGetValue(address, out var entries))
        {
            _byAddress.Add(address, entries = []);
        }

        entries.Add(entry);
    }

    private static bool TryTake(ref string line, out string? name, out string address)
    {
        var open = line.IndexOf('<');
        var close = open < 0 ? -1 : line.IndexOf('>', open);
        (name, address) = (null, string.Empty);
        if (close < 0)
        {
            return false;
        }

        var before = PlainText.WithSingleBlanks(line.Substring(0, open));
        (name, address) = (before.Length > 0 ? before : null, line.Substring(open + 1, close - open - 1).Trim());
        line = line.Substring(close + 1);
        return true;
    }

    /// <param name="Name">The name in the commit; null: any.</param>
    /// <param name="ProperName">The name that the human bears; null: the one in the commit.</param>
    /// <param name="ProperAddress">The address that the human has; null: the one in the commit.</param>
    private sealed record Entry(string? Name, string? ProperName, string? ProperAddress);
}
