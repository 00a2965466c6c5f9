using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using ProvenanceAnalyzers.Annotations;
using ProvenanceAnalyzers.Model;
using ProvenanceAnalyzers.Options;
using ProvenanceAnalyzers.Rules;
using ProvenanceAnalyzers.Shared.Catalogue;
using ProvenanceAnalyzers.Shared.Exchange;
using ProvenanceAnalyzers.Shared.Text;
using ProvenanceAnalyzers.Symbols;

namespace ProvenanceAnalyzers.Review;

/// <summary>
/// What the rules about missing reviews share: which code must be reviewed, and which markers cover it. A partial type is reviewed
/// when each of its hand-written parts is.
/// </summary>
internal abstract class ReviewDueRule : ProvenanceRule
{
    protected ReviewDueRule(DiagnosticDescriptor descriptor)
        : base(descriptor)
    {
    }

    /// <summary>Whether the rule is about tests, about other code, or about both (null).</summary>
    protected abstract bool? IsAboutTests { get; }

    public sealed override void Register(CompilationStartAnalysisContext start, ProvenanceContext provenance)
    {
        var judge = ReviewJudge.For(provenance);
        start.RegisterSymbolAction(
            context =>
            {
                var type = (INamedTypeSymbol)context.Symbol;
                if (provenance.Units.IsGeneratedAsAWhole(type, context.CancellationToken))
                {
                    return;
                }

                if (provenance.Types.AnyPart(type, options => options.ReviewOn == ReviewOn.Members))
                {
                    foreach (var member in provenance.Units.MembersOf(type))
                    {
                        AnalyzeMember(member, provenance, judge, context);
                    }
                }
                else
                {
                    var known = provenance.Types.Of(type);
                    foreach (var member in known.AnnotatedMembers)
                    {
                        AnalyzeMember(member, provenance, judge, context);
                    }

                    foreach (var holder in known.HoldersBesideAnnotated)
                    {
                        AnalyzeMember(holder, provenance, judge, context);
                    }
                }

                Analyze(type, provenance, judge, context);
            },
            SymbolKind.NamedType);

        if (IsAboutTests != true && provenance.Units.CanHaveStatements)
        {
            start.RegisterSyntaxTreeAction(context => AnalyzeStatements(context, provenance, judge));
        }

        if (IsAboutTests != false && !provenance.Fixtures.All.IsEmpty)
        {
            start.RegisterSyntaxTreeAction(context => AnalyzeFixtures(context, provenance, judge));
        }
    }

    /// <summary>Reports a part that lacks what the rule asks for.</summary>
    /// <param name="due">The part and the markers that cover it.</param>
    /// <param name="provenance">The context of the compilation, for the digest.</param>
    /// <returns>The diagnostic, or null when the part has what the rule asks for.</returns>
    protected abstract Diagnostic? Report(DueReview due, ProvenanceContext provenance);

    /// <summary>Reports those of the fixture files of one annotation that lack what the rule asks for.</summary>
    /// <param name="due">The files and the markers that name them.</param>
    /// <param name="provenance">The context of the compilation.</param>
    protected virtual IEnumerable<Diagnostic> ReportFixtures(IReadOnlyList<DueReview> due, ProvenanceContext provenance) =>
        due.Select(file => Report(file, provenance)).OfType<Diagnostic>();

    /// <summary>What stands in a message behind what must be reviewed, where a policy asks for it.</summary>
    protected string AsAsked(ProvenanceOptions options) => AskerOf(options) is { } asker ? $", as {asker} asks" : string.Empty;

    private void AnalyzeMember(ISymbol member, ProvenanceContext provenance, ReviewJudge judge, SymbolAnalysisContext context)
    {
        if (member is not INamedTypeSymbol && !member.IsImplicitlyDeclared && AnnotationReader.IsFirstDeclarator(member))
        {
            Analyze(Declarations.ImplementationOf(member), provenance, judge, context);
        }
    }

    private void Analyze(ISymbol symbol, ProvenanceContext provenance, ReviewJudge judge, SymbolAnalysisContext context)
    {
        if (!ReviewDuty.IsDue(symbol, provenance, IsAboutTests, context.CancellationToken))
        {
            return;
        }

        var declared = provenance.Resolution.Of(symbol);
        var tool = ToolOf(declared);
        var isPartial = provenance.Types.PartsOf(symbol).Length > 1;
        foreach (var part in DueParts(symbol, provenance, context.CancellationToken))
        {
            var syntax = new UnitSyntax(part.GetSyntax(context.CancellationToken));
            var isRest = ReviewDuty.IsOfRest(syntax.Node, provenance.Files.Of(part.SyntaxTree));
            var name = $"the {SymbolText.Kind(symbol)} '{SymbolText.Name(symbol)}'";
            var due = new DueReview(
                syntax.Identifier.GetLocation(),
                isRest ? $"what is left without its members of {name}" : name,
                tool,
                MarkerTarget(symbol, syntax.Node),
                new ReviewSubject(syntax.AttributeOwner, isRest),
                provenance.Files.Of(part.SyntaxTree),
                judge.JudgementsOf(symbol, syntax.Node))
            {
                Declared = isPartial ? provenance.Resolution.Of(symbol, part) : declared,
                IsInBaseline = () => provenance.Baseline.HoldsReviewOf(symbol, provenance.Units, context.CancellationToken),
            };
            if (Report(due, provenance) is { } diagnostic)
            {
                context.ReportDiagnostic(diagnostic);
                return;
            }
        }
    }

    /// <summary>
    /// The parts that must be reviewed, what a policy holds most strictly first: one that lacks a review stands for all.
    /// </summary>
    private IEnumerable<SyntaxReference> DueParts(ISymbol symbol, ProvenanceContext provenance, CancellationToken cancellationToken) =>
        provenance.Units.HandWrittenParts(symbol, cancellationToken)
            .Where(part => ReviewDuty.IsPartDue(symbol, part, provenance, IsAboutTests, cancellationToken))
            .OrderByDescending(part => provenance.Files.Of(part.SyntaxTree).Options.LockOf(Descriptor.Id));

    private void AnalyzeStatements(SyntaxTreeAnalysisContext context, ProvenanceContext provenance, ReviewJudge judge)
    {
        var file = provenance.Files.Of(context.Tree);
        if (!file.Options.Exclude
            && context.Tree.GetRoot(context.CancellationToken) is var root
            && new UnitSyntax(root) is { HasStatements: true } syntax
            && provenance.Resolution.Of(file) is var declared
            && ReviewDuty.IsDue(file, declared)
            && !file.IsGenerated(context.CancellationToken)
            && Report(
                new DueReview(
                    syntax.Identifier.GetLocation(),
                    $"the top-level statements of '{file.Path}'",
                    ToolOf(declared),
                    "assembly: ",
                    new ReviewSubject(root),
                    file,
                    judge.JudgementsOf(file))
                {
                    Declared = declared,
                    IsInBaseline = () => provenance.Baseline.Holds(file, root, out _),
                },
                provenance) is { } diagnostic)
        {
            context.ReportDiagnostic(diagnostic);
        }
    }

    private void AnalyzeFixtures(SyntaxTreeAnalysisContext context, ProvenanceContext provenance, ReviewJudge judge)
    {
        var file = provenance.Files.Of(context.Tree);
        foreach (var carried in CarriedFixtures.In(context.Tree, provenance))
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            var annotation = carried.Annotation;
            var due = carried.Files
                .Where(code => ReviewDuty.IsFixtureDue(code.Fixture!, annotation, code.Declared, provenance))
                .Select(code => new DueReview(
                    Location.Create(context.Tree, annotation.Syntax!.Span),
                    $"the fixture file '{code.Path}'",
                    annotation.IsAIMade ? annotation.Tool : null,
                    "assembly: ",
                    new ReviewSubject(code.Fixture!),
                    file,
                    judge.JudgementsOf(code.Fixture!))
                {
                    Declared = code.Declared,
                    Options = provenance.Fixtures.OptionsOf(code.Fixture!, file),
                    IsInBaseline = () =>
                        provenance.Baseline.Holds(code.Fixture!, provenance.Fixtures.OptionsOf(code.Fixture!, file)),
                })
                .OrderByDescending(review => review.Options.LockOf(Descriptor.Id))
                .ToList();
            foreach (var diagnostic in ReportFixtures(due, provenance))
            {
                context.ReportDiagnostic(diagnostic);
            }
        }
    }

    private static string MarkerTarget(ISymbol symbol, SyntaxNode declaration) => (symbol, declaration) switch
    {
        (IPropertySymbol, ParameterSyntax) => "property: ",
        (IMethodSymbol, TypeDeclarationSyntax) => "method: ",
        _ => string.Empty,
    };

    private static string? ToolOf(DeclaredProvenance declared) =>
        declared.Annotations.Where(annotation => annotation.IsAIMade)
            .Select(annotation => annotation.Tool)
            .FirstOrDefault();
}
