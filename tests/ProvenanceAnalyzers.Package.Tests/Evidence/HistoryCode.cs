using System.Globalization;

namespace ProvenanceAnalyzers.Package.Tests.Evidence;

/// <summary>
/// Writes code that compiles wherever it is put, each line of which is there once: no line can be taken for another. Each has a text of
/// several words, one of which can be changed.
/// </summary>
internal sealed class HistoryCode(Random random)
{
    private static readonly string[] Words =
    [
        "amber", "basin", "cedar", "delta", "ember", "fjord", "grove", "haven", "inlet", "jetty", "knoll", "lagoon", "meadow", "nectar",
        "onyx", "pebble", "quartz", "ridge", "summit", "thicket", "upland", "valley", "willow", "yarrow", "zenith", "anchor", "beacon",
        "canyon", "dune", "estuary", "frost", "glacier", "harbor", "island", "juniper", "kelp", "lantern", "marsh", "north", "orchard",
        "prairie", "quiver", "river", "stone", "tundra", "umber", "violet", "wharf", "yonder", "zephyr",
    ];

    private int _serial = 100;

    public string Member(int form) => form switch
    {
        0 => $"public const string {Name()} = \"{Text(6)}\";",
        1 => $"public static int {Name()}(int {Word()}, int amount) => (amount * {Serial()}) + \"{Text(4)}\".Length;",
        2 => $"public static double {Name()} {{ get; }} = Math.Sqrt({Serial()}.5) + \"{Text(4)}\".Length;",
        _ => $"public static bool {Name()}(string {Same(out var word)}) => {word}.Contains(\"{Text(4)}\", StringComparison.Ordinal);",
    };

    public string Statement(int form) => form switch
    {
        0 => $"amount += {Serial()} + \"{Text(6)}\".Length;",
        _ => $"if (amount > {Serial()}) {{ return \"{Text(4)}\".IndexOf('e', StringComparison.Ordinal); }}",
    };

    public string MethodHeader() => $"public static int {Name()}(int amount, string {Word()} = \"{Text(3)}\")";

    public string Return() => $"return amount - {Serial()} + \"{Text(5)}\".LastIndexOf('{Word()[0]}');";

    public string Sentence() => $"{Capital(Word())} {Text(5)}.";

    public string Member() => Member(random.Next(4));

    public string Statement() => Statement(random.Next(2));

    /// <summary>The same line with one word of its text changed: most of it stays.</summary>
    public string WithOtherWord(string line)
    {
        var open = line.IndexOf('"', StringComparison.Ordinal) + 1;
        var words = line[open..line.IndexOf('"', open)].Split(' ');
        var at = random.Next(words.Length);
        string other;
        do
        {
            other = Word();
        }
        while (other == words[at]);

        words[at] = other;
        return string.Concat(line.AsSpan(0, open), string.Join(' ', words), line.AsSpan(line.IndexOf('"', open)));
    }

    /// <summary>Another line for the same place, which has next to nothing in common with the one that it replaces.</summary>
    public string Unlike(string line, LineSlot slot)
    {
        while (true)
        {
            var other = slot == LineSlot.Statement ? Statement() : Member();
            if (Likeness(other, line.Trim()) < 0.55)
            {
                return other;
            }
        }
    }

    /// <summary>How much of two lines is in both in the same order, from 0 to 1: no measure of likeness finds more.</summary>
    public static double Likeness(string one, string other)
    {
        var lengths = new int[one.Length + 1, other.Length + 1];
        for (var i = 1; i <= one.Length; i++)
        {
            for (var j = 1; j <= other.Length; j++)
            {
                lengths[i, j] = one[i - 1] == other[j - 1]
                    ? lengths[i - 1, j - 1] + 1
                    : Math.Max(lengths[i - 1, j], lengths[i, j - 1]);
            }
        }

        return 2.0 * lengths[one.Length, other.Length] / (one.Length + other.Length);
    }

    private string Name() => Capital(Word()) + Capital(Word()) + Serial();

    private string Word() => Words[random.Next(Words.Length)];

    private string Same(out string word) => word = Word();

    private string Text(int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => Word()));

    private string Serial() => (_serial++).ToString(CultureInfo.InvariantCulture);

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
