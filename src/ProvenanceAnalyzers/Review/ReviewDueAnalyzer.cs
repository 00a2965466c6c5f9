using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using ProvenanceAnalyzers.Annotations;
using ProvenanceAnalyzers.Catalogue;
using ProvenanceAnalyzers.Fixtures;
using ProvenanceAnalyzers.Options;
using ProvenanceAnalyzers.Symbols;

namespace ProvenanceAnalyzers.Review;

/// <summary>
/// What the rules about missing reviews share: which code must be reviewed, and which markers cover it. A partial type is reviewed
/// when each of its hand-written parts is.
/// </summary>
public abstract class ReviewDueAnalyzer : ProvenanceDiagnosticAnalyzer
{
    private protected ReviewDueAnalyzer(DiagnosticDescriptor descriptor)
        : base(descriptor)
    {
    }

    /// <summary>Whether the rule is about tests, about other code, or about both (null).</summary>
    private protected abstract bool? IsAboutTests { get; }

    private protected sealed override void Register(CompilationStartAnalysisContext start, ProvenanceContext provenance)
    {
        start.RegisterSymbolAction(
            context =>
            {
                var type = (INamedTypeSymbol)context.Symbol;
                var members = provenance.AnyPart(type, options => options.ReviewOn == ReviewOn.Members)
                    ? type.GetMembers()
                    : provenance.TypeOf(type).AnnotatedMembers;
                foreach (var member in members)
                {
                    if (member is not INamedTypeSymbol && !member.IsImplicitlyDeclared && AnnotationReader.IsFirstDeclarator(member))
                    {
                        Analyze(Declarations.ImplementationOf(member), provenance, context);
                    }
                }

                Analyze(type, provenance, context);
            },
            SymbolKind.NamedType);

        if (IsAboutTests != true && DeclarationDuty.CanHaveStatements(start.Compilation))
        {
            start.RegisterSyntaxTreeAction(context => AnalyzeTopLevelStatements(context, provenance));
        }

        if (IsAboutTests != false && !provenance.Fixtures.All.IsEmpty)
        {
            start.RegisterSyntaxTreeAction(context => AnalyzeFixtures(context, provenance));
        }
    }

    /// <summary>Reports a part that lacks what the rule asks for.</summary>
    /// <param name="due">The part and the markers that cover it.</param>
    /// <param name="provenance">The context of the compilation, for the digest.</param>
    /// <returns>The diagnostic, or null when the part has what the rule asks for.</returns>
    private protected abstract Diagnostic? Report(DueReview due, ProvenanceContext provenance);

    /// <summary>Reports those of the fixture files of one annotation that lack what the rule asks for.</summary>
    /// <param name="due">The files and the markers that name them.</param>
    /// <param name="provenance">The context of the compilation.</param>
    private protected virtual IEnumerable<Diagnostic> ReportFixtures(IReadOnlyList<DueReview> due, ProvenanceContext provenance) =>
        due.Select(file => Report(file, provenance)).OfType<Diagnostic>();

    private void Analyze(ISymbol symbol, ProvenanceContext provenance, SymbolAnalysisContext context)
    {
        if (!ReviewDuty.IsDue(symbol, provenance, IsAboutTests, context.CancellationToken))
        {
            return;
        }

        var tool = ToolOf(provenance.Resolve(symbol));
        var judge = ReviewJudge.For(provenance);
        foreach (var part in provenance.HandWrittenParts(symbol, context.CancellationToken))
        {
            var declaration = part.GetSyntax(context.CancellationToken);
            var due = new DueReview(
                Declarations.Identifier(declaration).GetLocation(),
                $"the {SymbolText.Kind(symbol)} '{SymbolText.Name(symbol)}'",
                tool,
                MarkerTarget(symbol, declaration),
                new Covered(Declarations.AttributeOwner(declaration)),
                provenance.FileOf(part.SyntaxTree),
                judge.JudgementsOf(symbol, declaration, context.CancellationToken));
            if (Report(due, provenance) is { } diagnostic)
            {
                context.ReportDiagnostic(diagnostic);
                return;
            }
        }
    }

    private void AnalyzeTopLevelStatements(SyntaxTreeAnalysisContext context, ProvenanceContext provenance)
    {
        var file = provenance.FileOf(context.Tree);
        if (!file.Options.Exclude
            && context.Tree.GetRoot(context.CancellationToken) is var root
            && DeclarationDuty.FirstStatement(root) is { } statement
            && provenance.Resolve(file) is var declared
            && ReviewDuty.IsDue(file, declared)
            && Report(
                new DueReview(
                    statement.GetFirstToken().GetLocation(),
                    $"the top-level statements of '{file.Path}'",
                    ToolOf(declared),
                    "assembly: ",
                    new Covered(root),
                    file,
                    ReviewJudge.For(provenance).JudgementsOf(file, context.CancellationToken)),
                provenance) is { } diagnostic)
        {
            context.ReportDiagnostic(diagnostic);
        }
    }

    private void AnalyzeFixtures(SyntaxTreeAnalysisContext context, ProvenanceContext provenance)
    {
        if (context.Tree.GetRoot(context.CancellationToken) is not CompilationUnitSyntax { AttributeLists.Count: > 0 })
        {
            return;
        }

        var judge = ReviewJudge.For(provenance);
        foreach (var annotation in provenance.AssemblyAnnotations.In(context.Tree))
        {
            var due = FixturesOf(annotation, provenance).Where(IsDue).Select(fixture => new DueReview(
                Location.Create(context.Tree, annotation.Syntax!.Span),
                $"the fixture file '{fixture.Path}'",
                annotation.Origin?.IsAIMade() == true ? annotation.Tool : null,
                "assembly: ",
                new Covered(fixture),
                provenance.FileOf(context.Tree),
                [.. judge.ReviewsOf(fixture, context.CancellationToken).Select(judge.Judge)])).ToList();
            foreach (var diagnostic in ReportFixtures(due, provenance))
            {
                context.ReportDiagnostic(diagnostic);
            }

            bool IsDue(FixtureFile fixture)
            {
                context.CancellationToken.ThrowIfCancellationRequested();
                var declared = provenance.Resolve(fixture.Path);
                return ReviewDuty.CarrierOf(declared)?.Attribute == annotation.Attribute && ReviewDuty.IsFixtureDue(annotation, declared, provenance);
            }
        }
    }

    /// <summary>The fixture files that an annotation may hold for.</summary>
    private static IEnumerable<FixtureFile> FixturesOf(AIProvenance annotation, ProvenanceContext provenance) =>
        !annotation.HasTarget ? provenance.Fixtures.All
        : TargetPattern.Parse(annotation.Target, out _) is { } target ? provenance.Fixtures.Matching(target)
        : [];

    private static string MarkerTarget(ISymbol symbol, SyntaxNode declaration) => (symbol, declaration) switch
    {
        (IPropertySymbol, ParameterSyntax) => "property: ",
        (IMethodSymbol, TypeDeclarationSyntax) => "method: ",
        _ => string.Empty,
    };

    private static string? ToolOf(Provenance declared) =>
        declared.Annotations.Where(annotation => annotation.Origin?.IsAIMade() == true).Select(annotation => annotation.Tool).FirstOrDefault();
}
