using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ProvenanceAnalyzers.Model;
using ProvenanceAnalyzers.Options;
using ProvenanceAnalyzers.Rules;

namespace ProvenanceAnalyzers.Configuration;

/// <summary>PROV0001: an option is unknown, invalid or contradicts another.</summary>
internal sealed class InvalidOptionRule() : SettingRule(Descriptors.InvalidOption)
{
    protected override Func<SourceFile, IEnumerable<OptionProblem>> CreateFinder(ProvenanceContext provenance)
    {
        var isNamed = new ConcurrentDictionary<AttributeAlias, bool>();
        return file => file.Options is { Problems.IsEmpty: true, AttributeAliases.IsEmpty: true } ? [] : Find(file, provenance, isNamed);
    }

    private static IEnumerable<OptionProblem> Find(
        SourceFile file, ProvenanceContext provenance, ConcurrentDictionary<AttributeAlias, bool> isNamed)
    {
        foreach (var problem in file.Options.Problems)
        {
            yield return problem;
        }

        var key = OptionDefinitions.AttributeAliases.Key;
        if (file.Options.Written.TryGetValue(key, out var written))
        {
            foreach (var alias in file.Options.AttributeAliases)
            {
                if (!isNamed.GetOrAdd(alias, created => NamesType(created, provenance.Compilation)))
                {
                    yield return new OptionProblem(
                        key,
                        written,
                        $"names the attribute '{alias.Name}', but the project and its references have no "
                        + $"type {string.Join(" or ", alias.TypeNames)}");
                }
            }
        }
    }

    private static bool NamesType(AttributeAlias alias, Compilation compilation) => Array.Exists(alias.TypeNames, name =>
        alias.IsFullName
            ? MetadataNames(name).Any(metadataName => !compilation.GetTypesByMetadataName(metadataName).IsEmpty)
            : compilation.ContainsSymbolsWithName(name, SymbolFilter.Type)
                || compilation.SourceModule.ReferencedAssemblySymbols.Any(assembly => assembly.TypeNames.Contains(name)));

    /// <summary>The metadata names that a full name can have: <c>A.B.C</c>, <c>A.B+C</c> where C is nested in B, and so on.</summary>
    private static IEnumerable<string> MetadataNames(string fullName)
    {
        yield return fullName;
        for (var dot = fullName.LastIndexOf('.'); dot > 0; dot = fullName.LastIndexOf('.'))
        {
            fullName = fullName.Remove(dot, 1).Insert(dot, "+");
            yield return fullName;
        }
    }
}
