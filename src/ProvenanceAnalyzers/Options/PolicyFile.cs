using System.Collections.Concurrent;
using System.Collections.Immutable;
using ProvenanceAnalyzers.Shared.Text;

namespace ProvenanceAnalyzers.Options;

/// <summary>
/// A file of locked options: lines of the form <c>key = value</c>, and sections, <c>[Evals/**]</c>, whose lines hold for the files that
/// they name, relative to the policy file's folder.
/// </summary>
internal sealed class PolicyFile
{
    private static readonly char[] CommentMarks = ['#', ';'];

    private readonly string _place;
    private readonly List<PolicySection> _sections = [];
    private readonly ConcurrentDictionary<string, ScopedPolicy> _bySections = new(StringComparer.Ordinal);

    private PolicyFile(string path, string? text, string place)
    {
        Path = path;
        _place = place;
        var problems = ImmutableArray.CreateBuilder<PolicyProblem>();
        _sections.Add(PolicySection.General);
        var number = 0;
        foreach (var line in (text ?? string.Empty).Split('\n'))
        {
            number++;
            if (Read(line.TrimStart('\uFEFF').Trim(), number) is { } problem)
            {
                problems.Add(new PolicyProblem(number, problem));
            }
        }

        if (text == null)
        {
            problems.Add(new PolicyProblem(1, "it cannot be read"));
        }
        else if (_sections.TrueForAll(section => section.Lines.Count == 0) && problems.Count == 0)
        {
            problems.Add(new PolicyProblem(1, "it locks nothing; write lines such as 'provenance.denied_tools = codex'"));
        }

        General = Scope([]);
        problems.AddRange(_sections.SelectMany(ProblemsIn));
        Problems = [.. problems.Distinct().OrderBy(problem => problem.Line)];
    }

    /// <summary>The file's path.</summary>
    public string Path { get; }

    /// <summary>What messages call the file.</summary>
    public string Name => System.IO.Path.GetFileName(Path);

    /// <summary>What it says for files that none of its sections names.</summary>
    public ScopedPolicy General { get; }

    /// <summary>What is wrong with the file, in the order of the lines.</summary>
    public ImmutableArray<PolicyProblem> Problems { get; }

    /// <summary>Whether it says the same for all files.</summary>
    public bool HoldsEverywhere => _sections.Count == 1;

    /// <summary>Whether it lets no baseline hold anything back, if only in one section.</summary>
    public bool ForbidsBaseline => _sections.Exists(section =>
        section.Lines.TryGetValue(OptionDefinitions.Baseline.Key, out var line) && OptionDefinitions.Baseline.Asks(line.Value));

    /// <summary>What it says for all files, or in one of its sections, where that is so; else null.</summary>
    public ScopedPolicy? FirstScope(Func<ScopedPolicy, bool> condition) =>
        Enumerable.Range(1, _sections.Count - 1).Select(index => Scope([index])).Prepend(General).FirstOrDefault(condition);

    /// <summary>Reads a policy file.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="text">Its text; null when it cannot be read.</param>
    /// <param name="place">
    /// Where it lies, for its sections: the same way of writing a path as the files that they name; null: its path.
    /// </param>
    public static PolicyFile Read(string path, string? text, string? place = null) => new(path, text, place ?? path);

    /// <summary>What it says for a file.</summary>
    /// <param name="path">The file's path, as that of the place of the policy file.</param>
    public ScopedPolicy At(string path)
    {
        if (HoldsEverywhere)
        {
            return General;
        }

        var named = Enumerable.Range(1, _sections.Count - 1).Where(index => _sections[index].Names(path)).ToList();
        return named.Count == 0 ? General : _bySections.GetOrAdd(string.Join(" ", named), _ => Scope(named));
    }

    private ScopedPolicy Scope(IReadOnlyCollection<int> sections)
    {
        var written = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var index in sections.Prepend(0))
        {
            foreach (var line in _sections[index].Lines)
            {
                written[line.Key] = written.TryGetValue(line.Key, out var earlier) && Definition(line.Key)?.IsStrictestOfSections == true
                    ? Definition(line.Key)!.Join(earlier, line.Value.Value)
                    : line.Value.Value;
            }
        }

        return new ScopedPolicy(Name, written.ToImmutable());
    }

    private IEnumerable<PolicyProblem> ProblemsIn(PolicySection section)
    {
        var index = _sections.IndexOf(section);
        var options = (index == 0 ? General : Scope([index])).Options;
        return options.Problems.Select(problem => new PolicyProblem(
            section.LineOf(problem.Key) ?? _sections[0].LineOf(problem.Key) ?? 1,
            $"'{problem.Key} = {problem.Value}' {problem.Explanation}"));
    }

    private static OptionDefinition? Definition(string key) => OptionDefinitions.ByKey.TryGetValue(key, out var option) ? option : null;

    private string? Read(string line, int number)
    {
        if (line.Length > 0 && line[0] == '[')
        {
            var section = PolicySection.Parse(line, _place, Paths.Comparison);
            _sections.Add(section ?? PolicySection.OfNothing);
            return section == null
                ? $"'{line}' is no section: write a glob between [ and ], relative to the folder of this file, such as [Evals/**]"
                : null;
        }

        line = line.Split(CommentMarks)[0].Trim();
        if (line.Length == 0)
        {
            return null;
        }

        var equals = line.IndexOf('=');
        if (equals <= 0)
        {
            return "it is not of the form 'key = value', such as 'provenance.denied_tools = codex'";
        }

        var key = line.Substring(0, equals).Trim().ToLowerInvariant();
        var value = line.Substring(equals + 1).Trim();
        if (!key.StartsWith(OptionDefinition.Prefix, StringComparison.Ordinal))
        {
            return $"'{key} = {value}' is no option; a policy file has {OptionDefinition.Prefix}* options alone";
        }

        var lines = _sections[_sections.Count - 1].Lines;
        if (Definition(key) is { } definition)
        {
            if (!definition.CanBeLocked)
            {
                return $"'{key}' cannot be locked: nothing that is reported depends on it";
            }

            if (definition.Check(value, AnalysisMode.Default) is { } problem)
            {
                return $"'{key} = {value}' {problem}";
            }

            value = lines.TryGetValue(key, out var earlier) ? definition.Join(earlier.Value, value) : value;
        }

        lines[key] = (value, number);
        return null;
    }
}

/// <summary>What is wrong with a line of a policy file.</summary>
/// <param name="Line">Which line it is, from 1.</param>
/// <param name="Explanation">What is wrong, as the end of a sentence about the file.</param>
internal readonly record struct PolicyProblem(int Line, string Explanation);
