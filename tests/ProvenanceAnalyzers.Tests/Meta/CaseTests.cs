using System.Text.RegularExpressions;
using ProvenanceAnalyzers.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Tests.Meta;

/// <summary>
/// What failed on real projects (P), with real names (N) and in a first hour (H) has a number, and a test that bears it as the trait
/// <c>Case</c>, so that it does not come back: <c>dotnet test --filter Case=P5</c>.
/// </summary>
public sealed partial class CaseTests
{
    private static readonly Lazy<HashSet<string>> Tested = new(() => [.. Repository.CSharpFiles("tests")
        .SelectMany(file => CaseTrait().Matches(Repository.Read(file)))
        .Select(trait => trait.Groups["number"].Value)]);

    // What a manifest costs (P28) is in the benchmarks: no test is timed.
    private static readonly string[] All =
        [.. Numbered('P', 1, 27), .. Numbered('N', 1, 8), .. Numbered('H', 1, 13), "H15"];

    public static TheoryData<string> Numbers => [.. All];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Each_has_a_test(string number) => Assert.Contains(number, Tested.Value);

    [Fact]
    public void No_test_bears_a_number_that_does_not_exist() => Assert.Empty(Tested.Value.Except(All));

    private static IEnumerable<string> Numbered(char kind, int first, int last) =>
        Enumerable.Range(first, last - first + 1).Select(number => $"{kind}{number}");

    [GeneratedRegex(@"\[Trait\(""Case"", ""(?<number>\w+)""\)\]")]
    private static partial Regex CaseTrait();
}
