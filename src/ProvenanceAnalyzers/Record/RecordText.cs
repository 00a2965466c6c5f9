using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using ProvenanceAnalyzers.Annotations;
using ProvenanceAnalyzers.Baseline;
using ProvenanceAnalyzers.Catalogue;
using ProvenanceAnalyzers.Fixtures;
using ProvenanceAnalyzers.Options;
using ProvenanceAnalyzers.Policy;
using ProvenanceAnalyzers.Review;
using ProvenanceAnalyzers.Symbols;
using static ProvenanceAnalyzers.Record.JsonText;

namespace ProvenanceAnalyzers.Record;

/// <summary>Says all that is known of a unit, a file or a project as JSON, for the task that makes files of it.</summary>
/// <param name="provenance">The context of the compilation.</param>
/// <param name="cancellationToken">Ends the work.</param>
internal sealed class RecordText(ProvenanceContext provenance, CancellationToken cancellationToken)
{
    private readonly ReviewJudge _judge = ReviewJudge.For(provenance);

    /// <summary>What a type or member is called, its record, and its parts.</summary>
    public (string Name, string Json, IReadOnlyList<SyntaxReference> Parts) OfSymbol(ISymbol symbol)
    {
        var isExcluded = !provenance.TryGetUnit(symbol, cancellationToken, out _);
        var parts = isExcluded ? ExcludedParts(symbol) : [.. provenance.HandWrittenParts(symbol, cancellationToken)];
        if (parts.Count == 0)
        {
            return (string.Empty, string.Empty, []);
        }

        var file = provenance.FileOf(parts[0].SyntaxTree);
        var id = UnitId.Of(symbol, file.Path);
        var declarations = parts.Select(part => part.GetSyntax(cancellationToken)).ToList();
        var isReviewDue = !isExcluded && ReviewDuty.IsDue(symbol, provenance, isAboutTests: null, cancellationToken);
        var digests = declarations.Select(declaration => provenance.DigestOf(Declarations.AttributeOwner(declaration))).ToList();
        var facts = new UnitFacts(
            id,
            SymbolText.Kind(symbol),
            file.Options,
            provenance.Resolve(symbol),
            [.. declarations.Zip(digests, (declaration, digest) => Part(Declarations.AttributeOwner(declaration), digest))],
            CodeDigest.Combine(digests))
        {
            IsTest = provenance.IsTestCode(symbol),
            Places = PolicyJudge.For(provenance).PlacesOf(symbol, cancellationToken),
            IsExcluded = isExcluded,
            IsDeclared = DeclarationDuty.IsDeclared(symbol, file.Options, provenance),
            Rule = isExcluded ? null : DeclarationDuty.RuleOf(symbol, provenance, cancellationToken),
            IsReviewDue = isReviewDue,
            Reviews = isExcluded ? [] : [.. declarations.Select(declaration => ReviewsOf(symbol, declaration, isReviewDue))],
        };
        return (id, OfUnit(facts), parts);
    }

    /// <summary>The record of a file of top-level statements.</summary>
    public string OfStatements(SourceFile file, SyntaxNode root)
    {
        var declared = provenance.Resolve(file);
        var digest = provenance.DigestOf(root);
        return OfUnit(new UnitFacts(file.Path, "top-level statements", file.Options, declared, [Part(root, digest)], digest)
        {
            IsExcluded = file.Options.Exclude,
            Places = [new PolicyPlace(file, IsTest: false)],
            IsDeclared = DeclarationDuty.IsDeclared(file, provenance),
            Rule = DeclarationDuty.AreStatementsDue(file, provenance) ? DiagnosticIds.UndeclaredTopLevelStatements : null,
            IsReviewDue = !file.Options.Exclude && ReviewDuty.IsDue(file, declared),
            Reviews = file.Options.Exclude ? [] : [[.. _judge.ReviewsOf(file, cancellationToken)]],
        });
    }

    /// <summary>The record of a fixture file.</summary>
    public string OfFixture(FixtureFile fixture)
    {
        var declared = provenance.Resolve(fixture.Path);
        var carrier = ReviewDuty.CarrierOf(declared);
        var part = Object(
            ("file", "null"),
            ("path", String(fixture.Path)),
            ("startLine", "null"),
            ("startColumn", "null"),
            ("endLine", "null"),
            ("endColumn", "null"),
            ("digest", String(fixture.Digest)));
        return OfUnit(new UnitFacts(fixture.Path, "fixture", OptionsOf(carrier), declared, [part], fixture.Digest)
        {
            Size = fixture.Size,
            IsTest = true,
            Places = carrier?.Syntax is { } syntax ? [new PolicyPlace(provenance.FileOf(syntax.SyntaxTree), IsTest: true, fixture.Path)] : [],
            IsDeclared = FixtureDuty.IsDeclared(fixture, provenance),
            Rule = FixtureDuty.RuleOf(fixture, provenance),
            IsReviewDue = ReviewDuty.IsFixtureDue(carrier, declared, provenance),
            Reviews = [[.. _judge.ReviewsOf(fixture, cancellationToken)]],
        });
    }

    /// <summary>The record of a file that holds no unit, or code outside of its units; null for one that holds units and nothing else.</summary>
    /// <param name="file">The file.</param>
    /// <param name="root">Its root.</param>
    /// <param name="units">Where its units are.</param>
    public string? OfFile(SourceFile file, CompilationUnitSyntax root, IReadOnlyCollection<TextSpan> units)
    {
        var isGenerated = units.Count == 0 && file.IsGenerated(cancellationToken);
        var outside = isGenerated ? [] : CodeOutsideUnits.Find(root, units).ToList();
        return units.Count > 0 && outside.Count == 0 ? null : Object(
            ("record", String("file")),
            ("path", String(file.Path)),
            ("reason", String(isGenerated ? "generated" : units.Count == 0 ? "noDeclarations" : "codeOutsideUnits")),
            ("outside", Array(outside.Select(span => Lines(file.Tree, span)))));
    }

    /// <summary>The record of the project, by which its reader knows that none of the others is missing.</summary>
    public string OfProject(int units, int files) => Object(
        ("record", String("project")),
        ("assembly", String(provenance.Compilation.AssemblyName)),
        ("framework", String(provenance.GlobalOption("build_property.TargetFramework") ?? string.Empty)),
        ("annotations", Array(provenance.AssemblyAnnotations.All.Select(annotation =>
            Annotation(annotation, OptionsOf(annotation), ("target", String(annotation.Target)))))),
        ("units", Number(units)),
        ("files", Number(files)));

    private string OfUnit(UnitFacts unit) => Object(
        ("record", String("unit")),
        ("id", String(unit.Id)),
        ("kind", String(unit.Kind)),
        ("test", Bool(unit.IsTest)),
        ("excluded", Bool(unit.IsExcluded)),
        ("due", String(unit.Rule)),
        ("declared", Bool(unit.IsDeclared)),
        ("level", String(unit.Declared.Level.ToString().ToLowerInvariant())),
        ("baseline", Bool(unit.Rule != null && unit.Digest != null && provenance.Baseline.Holds(new BaselineEntry(unit.Id, unit.Digest)))),
        ("digest", String(unit.Digest)),
        ("size", Number(unit.Size)),
        ("parts", Array(unit.Parts)),
        ("annotations", Array(unit.Declared.Annotations.Select(annotation => Annotation(annotation, unit.Options)))),
        ("providers", Array(unit.Declared.Annotations
            .SelectMany(annotation => Providers.Of(annotation.Tool, annotation.Model, unit.Options.ToolIndex))
            .Distinct()
            .OrderBy(provider => provider, StringComparer.Ordinal)
            .Select(String))),
        ("review", String(ReviewState.Of(
            [.. unit.Reviews.Select(part => part.Select(_judge.Judge).ToList())], unit.IsReviewDue, unit.Options.ReviewsRequired))),
        ("reviewsRequired", Number(unit.IsReviewDue ? unit.Options.ReviewsRequired : 0)),
        ("reviews", Array(unit.Reviews.SelectMany(part => part).Select(Review).Distinct())),
        ("policy", Array(PolicyJudge.For(provenance).RulesBrokenBy(unit.Declared, unit.Places, cancellationToken).Select(String))),
        ("training", Training(unit)));

    /// <summary>What the strictest of all terms says; of code that is not declared or of unknown origin nobody knows whose terms bind.</summary>
    private static string Training(UnitFacts unit)
    {
        // What a locked policy does not exempt, the options do not either: that is an error of its own.
        ImmutableArray<string> exempt =
        [
            .. unit.Options.Policy.TrainingExemptProviders, .. unit.Options.Policies.SelectMany(policy => policy.Options.Policy.TrainingExemptProviders),
        ];
        var terms = unit.Declared.Annotations
            .SelectMany(annotation => TrainingTerms.Of(annotation, unit.Options.ToolIndex, exempt))
            .Where(term => term.Use != TrainingUse.Allowed)
            .OrderBy(term => term.Use)
            .ThenBy(term => term.Provider, StringComparer.Ordinal);
        var isKnown = unit.IsDeclared && !unit.IsExcluded
            && unit.Declared.Annotations.All(annotation => annotation.Origin is { } origin && origin.IsDefined() && origin != AIOrigin.Unknown);
        var term = terms.FirstOrDefault() ?? new TrainingTerm(isKnown ? TrainingUse.Allowed : TrainingUse.Unknown, null, null);
        return Object(
            ("status", String(term.Use.ToString().ToLowerInvariant())),
            ("provider", String(term.Provider)),
            ("document", String(NullIfEmpty(term.Terms?.Document))),
            ("date", String(NullIfEmpty(term.Terms?.Date))));

        static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
    }

    /// <summary>The markers that cover a part; where none is asked for, only those that stand on it.</summary>
    private IReadOnlyList<PlacedReview> ReviewsOf(ISymbol symbol, SyntaxNode declaration, bool isReviewDue) =>
    [
        .. _judge.ReviewsOf(symbol, declaration, cancellationToken)
            .Where(review => isReviewDue || SymbolEqualityComparer.Default.Equals(review.Symbol, symbol)),
    ];

    private string Part(SyntaxNode node, string digest)
    {
        var lines = node.SyntaxTree.GetText().Lines.GetLinePositionSpan(CodeDigest.SpanOf(node));

        // A file ends with its last line, not with the empty one behind the last line end.
        var endsBehindLastLine = lines.End.Character == 0 && lines.End.Line > lines.Start.Line;
        var end = endsBehindLastLine
            ? (Line: lines.End.Line, Column: node.SyntaxTree.GetText().Lines[lines.End.Line - 1].Span.Length + 1)
            : (Line: lines.End.Line + 1, Column: lines.End.Character + 1);
        return Object(
            ("file", String(node.SyntaxTree.FilePath)),
            ("path", String(provenance.FileOf(node.SyntaxTree).Path)),
            ("startLine", Number(lines.Start.Line + 1)),
            ("startColumn", Number(lines.Start.Character + 1)),
            ("endLine", Number(end.Line)),
            ("endColumn", Number(end.Column)),
            ("digest", String(digest)));
    }

    private static string Lines(SyntaxTree tree, TextSpan span)
    {
        var lines = tree.GetText().Lines.GetLinePositionSpan(span);
        return Object(("startLine", Number(lines.Start.Line + 1)), ("endLine", Number(lines.End.Line + 1)));
    }

    private static string Annotation(AIProvenance annotation, ProvenanceOptions options, params (string Name, string Json)[] others) =>
        Object(
        [
            ("origin", String((annotation.Origin is { } origin && origin.IsDefined() ? origin : AIOrigin.Unknown).ToString().ToLowerInvariant())),
            ("tool", String(annotation.Tool is { } tool ? options.ToolIndex.IdOf(tool) : null)),
            ("provider", String(annotation.Tool is { } name ? options.ToolIndex.ProviderOf(name) : null)),
            ("model", String(annotation.Model)),
            ("requestedBy", String(annotation.RequestedBy)),
            ("on", String(annotation.On)),
            ("reference", String(annotation.Reference)),
            .. others,
        ]);

    private string Review(PlacedReview review)
    {
        var judgement = _judge.Judge(review);
        return Object(
            ("reviewer", String(review.Value.Reviewer)),
            ("on", String(review.Value.On)),
            ("digest", String(review.Value.Digest)),
            ("valid", Bool(judgement.Faults == ReviewFault.None)),
            ("faults", Array(FaultNames(judgement.Faults).Select(String))));
    }

    private static IEnumerable<string> FaultNames(ReviewFault faults) => Enum.GetValues(typeof(ReviewFault)).Cast<ReviewFault>()
        .Where(fault => fault != ReviewFault.None && faults.HasFlag(fault))
        .Select(fault => char.ToLowerInvariant(fault.ToString()[0]) + fault.ToString().Substring(1));

    private ProvenanceOptions OptionsOf(AIProvenance? annotation) =>
        provenance.FileOf(annotation?.Syntax?.SyntaxTree ?? provenance.Compilation.SyntaxTrees.FirstOrDefault()!).Options;

    private IReadOnlyList<SyntaxReference> ExcludedParts(ISymbol symbol) =>
    [
        .. symbol.DeclaringSyntaxReferences
            .Where(part => provenance.FileOf(part.SyntaxTree) is { Options.Exclude: true } file && !file.IsGenerated(cancellationToken)
                && !part.GetSyntax(cancellationToken).IsKind(Microsoft.CodeAnalysis.CSharp.SyntaxKind.CompilationUnit))
            .OrderBy(part => part.SyntaxTree.FilePath, StringComparer.Ordinal)
            .ThenBy(part => part.Span.Start),
    ];
}
