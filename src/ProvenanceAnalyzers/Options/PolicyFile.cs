using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ProvenanceAnalyzers.Options;

/// <summary>
/// A file of locked options: lines of the form <c>key = value</c>. The values of a key that is there several times are added if they are
/// lists, and else the strictest holds.
/// </summary>
internal sealed class PolicyFile
{
    private static readonly char[] CommentMarks = ['#', ';'];

    private readonly Dictionary<string, int> _lines = new(StringComparer.Ordinal);
    private readonly string? _impliedExclude;

    private PolicyFile(string path, string? text)
    {
        Path = path;
        var problems = ImmutableArray.CreateBuilder<PolicyProblem>();
        var written = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var number = 0;
        foreach (var rawLine in (text ?? string.Empty).Split('\n'))
        {
            number++;
            var line = rawLine.TrimStart('\uFEFF').Split(CommentMarks)[0].Trim();
            if (line.Length > 0 && Read(line, number, written) is { } problem)
            {
                problems.Add(new PolicyProblem(number, problem));
            }
        }

        if (text == null)
        {
            problems.Add(new PolicyProblem(1, "it cannot be read"));
        }
        else if (written.Count == 0 && problems.Count == 0)
        {
            problems.Add(new PolicyProblem(1, "it locks nothing; write lines such as 'provenance.denied_tools = codex'"));
        }

        // Code that is excluded is asked for nothing, so whatever is asked for would be weakened.
        _impliedExclude = OptionDefinitions.All.FirstOrDefault(option => option.AsksOfAllCode && written.ContainsKey(option.Key))?.Key;
        if (written.ContainsKey(OptionDefinitions.Exclude.Key))
        {
            _impliedExclude = null;
        }
        else if (_impliedExclude != null)
        {
            written[OptionDefinitions.Exclude.Key] = "false";
        }

        Options = ProvenanceOptions.OfPolicy(written.ToImmutable());
        problems.AddRange(Options.Problems.Select(problem => new PolicyProblem(
            _lines.TryGetValue(problem.Key, out var line) ? line : 1, $"'{problem.Key} = {problem.Value}' {problem.Explanation}")));
        Problems = [.. problems.OrderBy(problem => problem.Line)];
    }

    /// <summary>The file's path.</summary>
    public string Path { get; }

    /// <summary>What messages call the file.</summary>
    public string Name => System.IO.Path.GetFileName(Path);

    /// <summary>The locked options; those that the file does not name have their defaults, which lock nothing.</summary>
    public ProvenanceOptions Options { get; }

    /// <summary>What is wrong with the file, in the order of the lines.</summary>
    public ImmutableArray<PolicyProblem> Problems { get; }

    /// <summary>Its first option that names tools, providers or models, or null.</summary>
    public OptionDefinition? FirstAboutTools => !Options.Policy.LooksAtTools ? null
        : OptionDefinitions.AboutTools.FirstOrDefault(option => TextOf(option) != null);

    /// <summary>Reads a policy file.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="text">Its text; null when it cannot be read.</param>
    public static PolicyFile Read(string path, string? text) => new(path, text);

    /// <summary>The locked value of an option as written, or null where the file locks none.</summary>
    public string? TextOf(OptionDefinition option) => Options.Written.TryGetValue(option.Key, out var text) ? text : null;

    /// <summary>What the file says of an option, as a sentence.</summary>
    public string Explain(OptionDefinition option) => option == OptionDefinitions.Exclude && _impliedExclude != null
        ? $"'{Name}' asks for '{_impliedExclude} = {Options.Written[_impliedExclude]}' of all code, "
            + $"and only '{option.Key} = true' in it would allow to exclude some"
        : $"'{Name}' says '{option.Key} = {TextOf(option)}'";

    private string? Read(string line, int number, ImmutableDictionary<string, string>.Builder written)
    {
        if (line[0] == '[')
        {
            return "a policy file has no sections: what it locks holds for all files";
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

        if (OptionDefinitions.All.FirstOrDefault(option => option.Key == key) is { } definition)
        {
            if (!definition.CanBeLocked)
            {
                return $"'{key}' cannot be locked: nothing that is reported depends on it";
            }

            if (definition.Check(value, AnalysisMode.Default) is { } problem)
            {
                return $"'{key} = {value}' {problem}";
            }

            value = written.TryGetValue(key, out var earlier) ? definition.Join(earlier, value) : value;
        }

        _lines[key] = number;
        written[key] = value;
        return null;
    }
}

/// <summary>What is wrong with a line of a policy file.</summary>
/// <param name="Line">Which line it is, from 1.</param>
/// <param name="Explanation">What is wrong, as the end of a sentence about the file.</param>
internal readonly record struct PolicyProblem(int Line, string Explanation);
