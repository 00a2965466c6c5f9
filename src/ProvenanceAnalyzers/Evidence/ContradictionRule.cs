using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ProvenanceAnalyzers.Annotations;
using ProvenanceAnalyzers.Model;
using ProvenanceAnalyzers.Options;
using ProvenanceAnalyzers.Rules;
using ProvenanceAnalyzers.Shared.Exchange;
using ProvenanceAnalyzers.Shared.Text;
using ProvenanceAnalyzers.Symbols;

namespace ProvenanceAnalyzers.Evidence;

/// <summary>
/// What the rules share that hold what is declared against what history tells: each looks at whatever is declared by itself, and at the
/// lines of it that nothing inside declares otherwise.
/// </summary>
internal abstract class ContradictionRule : ProvenanceRule
{
    protected ContradictionRule(DiagnosticDescriptor descriptor)
        : base(descriptor)
    {
    }

    public sealed override bool IsActive(ProvenanceContext provenance) => base.IsActive(provenance) && !provenance.Evidence.IsEmpty;

    public sealed override void Register(CompilationStartAnalysisContext start, ProvenanceContext provenance)
    {
        start.RegisterSymbolAction(context => AnalyzeType(context, provenance), SymbolKind.NamedType);
        start.RegisterSyntaxTreeAction(context => AnalyzeFile(context, provenance));
    }

    /// <summary>Holds what is declared against what history tells.</summary>
    /// <param name="code">The code, what is declared of it and what history tells.</param>
    /// <param name="reporter">Where to report.</param>
    protected abstract void Analyze(DeclaredCode code, Reporter reporter);

    /// <summary>Reports a contradiction, where the annotation stands if it is about this code alone, else at the code's name.</summary>
    protected void Report(
        DeclaredCode code,
        Location location,
        IReadOnlyList<EvidencedAnnotation> annotations,
        Reporter reporter,
        params object[] arguments) =>
        reporter.Report(Diagnostic.Create(
            DescriptorFor(code.Options, code.Provenance, location),
            location,
            DiagnosticProperties.ForEvidence(code.Options, annotations),
            arguments));

    private void AnalyzeType(SymbolAnalysisContext context, ProvenanceContext provenance)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (!DeclarationDuty.CanBeDue(type) || provenance.Units.IsGeneratedAsAWhole(type, context.CancellationToken))
        {
            return;
        }

        if (type.ContainingType == null || provenance.Resolution.HasOwn(type))
        {
            AnalyzeSymbol(type, provenance, context);
        }

        foreach (var member in provenance.Types.Of(type).AnnotatedMembers)
        {
            if (provenance.Resolution.HasOwn(member))
            {
                AnalyzeSymbol(Declarations.ImplementationOf(member), provenance, context);
            }
        }
    }

    /// <summary>Parts of a type that declare different things are held against history by themselves.</summary>
    private void AnalyzeSymbol(ISymbol symbol, ProvenanceContext provenance, SymbolAnalysisContext context)
    {
        if (!provenance.Units.TryGet(symbol, context.CancellationToken, out var unit))
        {
            return;
        }

        var byDeclared = new List<DeclaredParts>();
        foreach (var part in provenance.Units.HandWrittenParts(symbol, context.CancellationToken))
        {
            var declared = provenance.Resolution.Of(symbol, part);
            if (byDeclared.Find(others => others.Declare(declared)) is { } same)
            {
                same.Parts.Add(part);
            }
            else if (!declared.Annotations.IsEmpty)
            {
                byDeclared.Add(new DeclaredParts(declared) { Parts = { part } });
            }
        }

        foreach (var parts in byDeclared)
        {
            if (provenance.Evidence.Of(symbol, parts.Parts, context.CancellationToken) is { } evidence)
            {
                var first = parts.Parts[0];
                var syntax = parts.Parts.Exists(part => part.SyntaxTree == unit.File.Tree)
                    ? unit.Syntax(context.CancellationToken)
                    : new UnitSyntax(first.GetSyntax(context.CancellationToken));
                Analyze(
                    new DeclaredCode(
                        $"{SymbolText.Kind(symbol)} '{SymbolText.Name(symbol)}'",
                        parts.Declared,
                        evidence,
                        syntax.Identifier.GetLocation(),
                        provenance.Files.Of(syntax.Node.SyntaxTree).Options,
                        provenance),
                    new Reporter(context));
            }
        }
    }

    private void AnalyzeFile(SyntaxTreeAnalysisContext context, ProvenanceContext provenance)
    {
        var file = provenance.Files.Of(context.Tree);
        if (file.IsGenerated(context.CancellationToken) || file.Options.Exclude)
        {
            return;
        }

        var root = context.Tree.GetRoot(context.CancellationToken);
        if (provenance.Units.CanHaveStatements
            && new UnitSyntax(root) is { HasStatements: true } statements
            && provenance.Evidence.OfStatements(file, context.CancellationToken) is { } evidence)
        {
            Analyze(
                new DeclaredCode(
                    $"file '{file.Path}'",
                    provenance.Resolution.Of(file),
                    evidence,
                    statements.Identifier.GetLocation(),
                    file.Options,
                    provenance)
                {
                    IsFile = true,
                },
                new Reporter(context));
        }

        foreach (var fixture in FixturesSaidIn(context.Tree, provenance))
        {
            Analyze(fixture, new Reporter(context));
        }
    }

    /// <summary>The fixture files that history knows and an annotation of a file names, each with the first such annotation.</summary>
    private static IEnumerable<DeclaredCode> FixturesSaidIn(SyntaxTree tree, ProvenanceContext provenance)
    {
        foreach (var fixture in provenance.Fixtures.All)
        {
            if (provenance.Evidence.Of(fixture) is not { } evidence)
            {
                continue;
            }

            var declared = provenance.Resolution.OfFixture(fixture.Path);
            var carrier = declared.Annotations.FirstOrDefault();
            if (carrier.Attribute != null && carrier.Syntax is { } syntax && syntax.SyntaxTree == tree)
            {
                yield return new DeclaredCode(
                    $"fixture file '{fixture.Path}'",
                    declared,
                    evidence,
                    Location.Create(tree, syntax.Span),
                    provenance.Fixtures.OptionsOf(fixture, provenance.Files.Of(tree)),
                    provenance);
            }
        }
    }

    /// <summary>Parts of a type that declare the same.</summary>
    private sealed class DeclaredParts(DeclaredProvenance declared)
    {
        public DeclaredProvenance Declared { get; } = declared;

        public List<SyntaxReference> Parts { get; } = [];

        public bool Declare(DeclaredProvenance other) =>
            other.Annotations.Length == Declared.Annotations.Length
            && other.Annotations.All(one => Declared.Annotations.Any(own => own.Attribute == one.Attribute));
    }
}

/// <summary>Code, what is declared of it, and what history tells.</summary>
/// <param name="What">What messages call it: <c>class 'Order'</c>.</param>
/// <param name="Declared">What is declared.</param>
/// <param name="Evidence">What history tells.</param>
/// <param name="Place">What names the code.</param>
/// <param name="Options">The options that hold for it.</param>
/// <param name="Provenance">The context of the compilation.</param>
internal sealed record DeclaredCode(
    string What,
    DeclaredProvenance Declared,
    CodeEvidence Evidence,
    Location Place,
    ProvenanceOptions Options,
    ProvenanceContext Provenance)
{
    /// <summary>Whether it is all the top-level statements of a file.</summary>
    public bool IsFile { get; init; }

    /// <summary>
    /// Where an annotation can be corrected: on itself where it is about this code and nothing else, else where the code is named.
    /// </summary>
    public Location LocationOf(ProvenanceAnnotation annotation, Func<PlacedAnnotation, Location> find) =>
        IsAboutItAlone(annotation) && annotation.Syntax is { } syntax && syntax.SyntaxTree == Place.SourceTree
            ? find(new PlacedAnnotation(annotation, Symbol: null, Provenance))
            : Place;

    private bool IsAboutItAlone(ProvenanceAnnotation annotation) =>
        Declared.Level is ProvenanceLevel.Type or ProvenanceLevel.Member
        || (IsFile && TargetPattern.Parse(annotation.Target, out _) is { HasWildcard: false });
}
