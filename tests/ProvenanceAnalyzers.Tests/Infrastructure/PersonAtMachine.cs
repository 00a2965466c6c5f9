using ProvenanceAnalyzers.CodeFixes.Annotations;

namespace ProvenanceAnalyzers.Tests.Infrastructure;

/// <summary>Has a person sit at the machine, whoever started the tests, until it is disposed of.</summary>
internal sealed class PersonAtMachine : IDisposable
{
    /// <summary>The variable that says who sits at the machine.</summary>
    public const string Variable = "PROVENANCE_REVIEWER";

    private readonly Dictionary<string, string?> _before = AgentProcess.Variables
        .Select(variable => variable.Name)
        .Append(Variable)
        .Distinct()
        .ToDictionary(name => name, Environment.GetEnvironmentVariable);

    public PersonAtMachine()
    {
        foreach (var name in _before.Keys)
        {
            Environment.SetEnvironmentVariable(name, name == Variable ? "bob@example.com" : null);
        }
    }

    public void Dispose()
    {
        foreach (var (name, value) in _before)
        {
            Environment.SetEnvironmentVariable(name, value);
        }
    }
}
