namespace ProvenanceAnalyzers.Shared.Exchange;

/// <summary>A family of rules: the ids of one block of a thousand, their category, and the folder of their analyzers.</summary>
internal sealed class RuleFamily
{
    // The categories are constants, since release tracking reads nothing else.
    public const string Configuration = CategoryPrefix + nameof(Configuration);
    public const string Declaration = CategoryPrefix + nameof(Declaration);
    public const string Review = CategoryPrefix + nameof(Review);
    public const string Policy = CategoryPrefix + nameof(Policy);
    public const string Evidence = CategoryPrefix + nameof(Evidence);
    public const string Information = CategoryPrefix + nameof(Information);

    /// <summary>What the id of every rule of this package begins with.</summary>
    public const string IdPrefix = "PROV";

    /// <summary>What the id of a suppression has before that of its rule.</summary>
    public const string SuppressionPrefix = "S";

    private const string CategoryPrefix = "Provenance.";

    private RuleFamily(char block, string category, string? folder = null)
    {
        IdStart = IdPrefix + block;
        Category = category;
        Folder = folder ?? category.Substring(CategoryPrefix.Length);
    }

    /// <summary>Every family, in the order of the ids.</summary>
    public static IReadOnlyList<RuleFamily> All { get; } =
    [
        new('0', Configuration),
        new('1', Declaration),
        new('2', Review),
        new('3', Policy),
        new('4', Evidence),
        new('9', Information, folder: "Record"),
    ];

    /// <summary>What its ids begin with, the prefix and the digit of the block: <c>PROV1</c>.</summary>
    public string IdStart { get; }

    /// <summary>The category of its rules, by which one line sets the severity of all: <c>Provenance.Declaration</c>.</summary>
    public string Category { get; }

    /// <summary>The folder of its analyzers: <c>Declaration</c>.</summary>
    public string Folder { get; }

    /// <summary>The family of a rule of this package.</summary>
    public static RuleFamily Of(string id) => All.First(family => id.StartsWith(family.IdStart, StringComparison.Ordinal));
}
