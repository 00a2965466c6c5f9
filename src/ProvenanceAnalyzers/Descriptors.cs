using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ProvenanceAnalyzers;

/// <summary>The descriptor of every rule.</summary>
internal static class Descriptors
{
    /// <summary>Where the rule pages are, one a rule: <c>PROV1001.md</c>.</summary>
    public const string RulePages =
        "https://github.com/ProvenanceAnalyzers/ProvenanceAnalyzers/blob/main/src/ProvenanceAnalyzers.Package/docs/rules/";

    private const string Configuration = "Provenance.Configuration";
    private const string Declaration = "Provenance.Declaration";

    public static readonly DiagnosticDescriptor InvalidOption = new(
        DiagnosticIds.InvalidOption,
        "Option is unknown, invalid or contradicts another",
        "Option '{0} = {1}', which holds for '{2}', {3}",
        Configuration,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "An option that is misspelled or has an invalid value does nothing, and nobody would notice.",
        RulePages + DiagnosticIds.InvalidOption + ".md");

    public static readonly DiagnosticDescriptor MalformedAnnotation = new(
        DiagnosticIds.MalformedAnnotation,
        "Provenance annotation is malformed",
        "Malformed provenance: {0}",
        Configuration,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "An annotation that lacks a field or has an invalid one says less than it seems to, and records that are made from it are wrong.",
        RulePages + DiagnosticIds.MalformedAnnotation + ".md");

    public static readonly DiagnosticDescriptor UnknownTool = new(
        DiagnosticIds.UnknownTool,
        "Tool is not known",
        "Tool '{0}' is not known; {1}",
        Configuration,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A policy that allows, denies or suspends a tool knows it by its id; a tool of another name passes by all of them.",
        RulePages + DiagnosticIds.UnknownTool + ".md");

    public static readonly DiagnosticDescriptor UnmatchedTarget = new(
        DiagnosticIds.UnmatchedTarget,
        "Target of an assembly annotation matches nothing",
        "Target \"{0}\" matches no source file of this project; paths are relative to the project and case-sensitive{1}",
        Configuration,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "An assembly annotation whose Target matches nothing declares nothing: its file was renamed or removed, or the path is misspelled.",
        RulePages + DiagnosticIds.UnmatchedTarget + ".md");

    public static readonly DiagnosticDescriptor UndeclaredType = new(
        DiagnosticIds.UndeclaredType,
        "Type does not declare its provenance",
        "The {0} '{1}' does not declare its provenance: add [AIProvenance(...)] to say whether a human or an AI wrote it, and with which tool",
        Declaration,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Without a declaration nobody can tell later whether an AI wrote the type, with which tool, and under whose terms.",
        RulePages + DiagnosticIds.UndeclaredType + ".md");

    public static readonly DiagnosticDescriptor UndeclaredTestClass = new(
        DiagnosticIds.UndeclaredTestClass,
        "Test class does not declare its provenance",
        "The test {0} '{1}' does not declare its provenance: add [AIProvenance(...)] to say whether a human or an AI wrote it, and with which tool",
        Declaration,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A test that an AI wrote checks what the AI understood. Whoever relies on the test, or trains or evaluates a model on it, must know.",
        RulePages + DiagnosticIds.UndeclaredTestClass + ".md");

    public static readonly DiagnosticDescriptor UndeclaredMember = new(
        DiagnosticIds.UndeclaredMember,
        "Member does not declare its provenance",
        "The {0} '{1}' does not declare a provenance of its own, which provenance.required_on = members asks for: add [AIProvenance(...)]",
        Declaration,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Where code of different origins shares a type, only a declaration on each member can tell them apart.",
        RulePages + DiagnosticIds.UndeclaredMember + ".md");

    public static readonly DiagnosticDescriptor UndeclaredTopLevelStatements = new(
        DiagnosticIds.UndeclaredTopLevelStatements,
        "File of top-level statements does not declare its provenance",
        "The top-level statements of '{0}' do not declare their provenance: add [assembly: AIProvenance(..., Target = \"{0}\")]",
        Declaration,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Top-level statements have no type that an attribute could stand on; an assembly annotation with the file's path declares them.",
        RulePages + DiagnosticIds.UndeclaredTopLevelStatements + ".md");

    public static readonly DiagnosticDescriptor UnknownOrigin = new(
        DiagnosticIds.UnknownOrigin,
        "Provenance is declared unknown",
        "The provenance here is declared unknown: when someone finds out, say so",
        Declaration,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        "Unknown is honest, and the right thing to say of old code; it is also what a policy about AI-made code can say nothing of.",
        RulePages + DiagnosticIds.UnknownOrigin + ".md");

    /// <summary>Every descriptor, in the order of the ids.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        InvalidOption,
        MalformedAnnotation,
        UnknownTool,
        UnmatchedTarget,
        UndeclaredType,
        UndeclaredTestClass,
        UndeclaredMember,
        UndeclaredTopLevelStatements,
        UnknownOrigin,
    ];
}
