using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using ProvenanceAnalyzers.Annotations;
using ProvenanceAnalyzers.Model;
using ProvenanceAnalyzers.Options;
using ProvenanceAnalyzers.Policy;
using ProvenanceAnalyzers.Review;
using ProvenanceAnalyzers.Shared.Catalogue;
using ProvenanceAnalyzers.Shared.Digests;
using ProvenanceAnalyzers.Shared.Exchange;
using ProvenanceAnalyzers.Symbols;
using static ProvenanceAnalyzers.Record.JsonText;

namespace ProvenanceAnalyzers.Record;

/// <summary>Says all that is known of a unit, a file or a project as JSON, for the task that makes files of it.</summary>
/// <param name="provenance">The context of the compilation.</param>
/// <param name="cancellationToken">Ends the work.</param>
internal sealed class RecordText(ProvenanceContext provenance, CancellationToken cancellationToken)
{
    private readonly ReviewJudge _judge = ReviewJudge.For(provenance);
    private readonly AnnotationsOutsideUnits _annotations = new(provenance);

    /// <summary>What a type or member is called, its record, and its parts.</summary>
    public (string Name, string Json, IReadOnlyList<SyntaxReference> Parts) OfSymbol(ISymbol symbol)
    {
        var isExcluded = !provenance.Units.TryGet(symbol, cancellationToken, out _);
        var parts = isExcluded ? ExcludedParts(symbol) : [.. provenance.Units.HandWrittenParts(symbol, cancellationToken)];
        if (parts.Count == 0)
        {
            return (string.Empty, string.Empty, []);
        }

        var file = provenance.Files.Of(parts[0].SyntaxTree);
        var id = UnitId.Of(symbol, file.Path);
        var declarations = parts.Select(part => new UnitSyntax(part.GetSyntax(cancellationToken))).ToList();
        var isReviewDue = !isExcluded && ReviewDuty.IsDue(symbol, provenance, isAboutTests: null, cancellationToken);
        IReadOnlyList<IReadOnlyList<PlacedMarker>> reviews =
            isExcluded ? [] : [.. declarations.Select(declaration => ReviewsOf(symbol, declaration.Node, isReviewDue))];
        var isHeldBack = isReviewDue
            && reviews.Any(part => part.Count == 0)
            && provenance.Baseline.HoldsReviewOf(symbol, provenance.Units, cancellationToken);
        var digests = declarations.Select(declaration => provenance.Digests.Of(declaration.AttributeOwner)).ToList();
        var facts = new UnitFacts(
            id,
            SymbolText.Kind(symbol),
            file.Options,
            provenance.Resolution.Of(symbol),
            [.. declarations.Zip(digests, Part)],
            isExcluded ? CodeDigest.Combine(digests) : provenance.Digests.Of(symbol, cancellationToken))
        {
            IsTest = provenance.TestClasses.HoldCode(symbol),
            Places = PolicyJudge.For(provenance).DeclaredPlacesOf(symbol, cancellationToken),
            IsExcluded = isExcluded,
            IsDeclared = isExcluded
                ? parts.All(part => provenance.Resolution.IsDeclared(symbol, part))
                : DeclarationDuty.IsDeclared(symbol, provenance, cancellationToken),
            Rule = isExcluded ? null : DeclarationDuty.RuleOf(symbol, provenance, cancellationToken),
            IsReviewDue = isReviewDue && !isHeldBack,
            IsReviewHeldBack = isHeldBack,
            Evidence = isExcluded || provenance.Evidence.IsEmpty ? null : provenance.Evidence.Of(symbol, cancellationToken),
            Reviews = reviews,
        };
        return (id, OfUnit(facts), parts);
    }

    /// <summary>The record of a file of top-level statements.</summary>
    public string OfStatements(SourceFile file, SyntaxNode root)
    {
        var declared = provenance.Resolution.Of(file);
        var digest = provenance.Digests.Of(root);
        var part = Part(new UnitSyntax(root), digest);
        var isReviewDue = !file.Options.Exclude && ReviewDuty.IsDue(file, declared);
        var isHeldBack = isReviewDue && !_judge.Markers.Of(file).Any() && provenance.Baseline.Holds(file, root, out _);
        return OfUnit(new UnitFacts(file.Path, UnitKinds.TopLevelStatements, file.Options, declared, [part], digest)
        {
            IsExcluded = file.Options.Exclude,
            Places = [new DeclaredPlace(declared, PolicyPlace.InCode(file, isTest: false))],
            IsDeclared = provenance.Resolution.IsDeclared(file),
            Rule = DeclarationDuty.AreStatementsDue(file, provenance) ? RuleIds.UndeclaredTopLevelStatements : null,
            IsReviewDue = isReviewDue && !isHeldBack,
            IsReviewHeldBack = isHeldBack,
            Evidence = file.Options.Exclude ? null : provenance.Evidence.OfStatements(file, cancellationToken),
            Reviews = file.Options.Exclude ? [] : [[.. _judge.Markers.Of(file)]],
        });
    }

    /// <summary>The record of a fixture file.</summary>
    public string OfFixture(FixtureFile fixture)
    {
        var declared = provenance.Resolution.OfFixture(fixture.Path);
        var carrier = ReviewDuty.CarrierOf(declared);
        var part = Object(
            (RecordNames.File, "null"),
            (RecordNames.Path, String(fixture.Path)),
            (RecordNames.StartLine, "null"),
            (RecordNames.StartColumn, "null"),
            (RecordNames.EndLine, "null"),
            (RecordNames.EndColumn, "null"),
            (RecordNames.Digest, String(fixture.Digest)));
        var isReviewDue = ReviewDuty.IsFixtureDue(fixture, carrier, declared, provenance);
        var isHeldBack = isReviewDue
            && !_judge.Markers.Of(fixture).Any()
            && provenance.Baseline.Holds(
                fixture, provenance.Fixtures.OptionsOf(fixture, provenance.Files.Of(carrier!.Value.Syntax!.SyntaxTree)));
        return OfUnit(new UnitFacts(fixture.Path, UnitKinds.Fixture, OptionsOf(carrier), declared, [part], fixture.Digest)
        {
            Size = fixture.Size,
            IsTest = true,
            Places = carrier?.Syntax is { } syntax
                ? [new DeclaredPlace(declared, PolicyPlace.OfFixture(fixture, provenance.Files.Of(syntax.SyntaxTree), provenance))]
                : [],
            IsDeclared = FixtureDuty.IsDeclared(fixture, provenance),
            Rule = FixtureDuty.RuleOf(fixture, provenance),
            IsReviewDue = isReviewDue && !isHeldBack,
            IsReviewHeldBack = isHeldBack,
            Evidence = provenance.Evidence.Of(fixture),
            Reviews = [[.. _judge.Markers.Of(fixture)]],
        });
    }

    /// <summary>
    /// The record of a file that holds no unit, or code or annotations outside of its units; null for one that holds units and nothing
    /// else. To be asked when all units have their record.
    /// </summary>
    /// <param name="file">The file.</param>
    /// <param name="root">Its root.</param>
    /// <param name="units">Where its units are.</param>
    public string? OfFile(SourceFile file, CompilationUnitSyntax root, IReadOnlyCollection<TextSpan> units)
    {
        var isGenerated = units.Count == 0 && file.IsGenerated(cancellationToken);
        var outside = isGenerated ? [] : CodeOutsideUnits.Find(root, units).ToList();
        var annotations = isGenerated ? [] : _annotations.Find(file, root).ToList();
        if (units.Count > 0 && outside.Count == 0 && annotations.Count == 0)
        {
            return null;
        }

        var reasonWithoutUnits = isGenerated ? FileReason.Generated : FileReason.NoDeclarations;
        var reasonBesideUnits = outside.Count > 0 ? FileReason.CodeOutsideUnits : FileReason.AnnotationsOutsideUnits;
        return Object(
            (RecordNames.Record, Value(RecordKind.File)),
            (RecordNames.File, String(file.Tree.FilePath)),
            (RecordNames.Path, String(file.Path)),
            (RecordNames.Reason, Value(units.Count == 0 ? reasonWithoutUnits : reasonBesideUnits)),
            (RecordNames.Outside, Array(outside.Select(span => Lines(file.Tree, span)))),
            (RecordNames.OutsideAnnotations, Array(annotations.Select(span => Lines(file.Tree, span)).Distinct())));
    }

    /// <summary>
    /// The record of a fixture file beside that of its unit, where an annotation that an <c>#if</c> leaves out names it, or is in the class
    /// that a snapshot has its provenance from; else null. To be asked when all units have their record.
    /// </summary>
    public string? OfLeftOutAnnotation(FixtureFile fixture) =>
        !_annotations.IsNamedByLeftOut(fixture.Path) && !_annotations.AreInClassOf(fixture.Path) ? null : Object(
        (RecordNames.Record, Value(RecordKind.File)),
        (RecordNames.File, "null"),
        (RecordNames.Path, String(fixture.Path)),
        (RecordNames.Reason, Value(FileReason.AnnotationsOutsideUnits)),
        (RecordNames.Outside, Array([])),
        (RecordNames.OutsideAnnotations, Array([Object((RecordNames.StartLine, Number(1)), (RecordNames.EndLine, Number(1)))])));

    /// <summary>The record of the project, by which its reader knows that none of the others is missing.</summary>
    public string OfProject(int units, int files) => Object(
        (RecordNames.Record, Value(RecordKind.Project)),
        (RecordNames.Assembly, String(provenance.Compilation.AssemblyName)),
        (RecordNames.Framework, String(provenance.Facts.TargetFramework)),
        (RecordNames.Annotations, Array(provenance.AssemblyAnnotations.All.Select(annotation =>
            Annotation(annotation, OptionsOf(annotation), (RecordNames.Target, String(annotation.Target)))))),
        (RecordNames.InForce, InForce()),
        (RecordNames.Units, Number(units)),
        (RecordNames.Files, Number(files)));

    /// <summary>By what the project was judged, so that somebody else can tell whether that is enough.</summary>
    private string InForce() => Object(
        (RecordNames.Mode, Value(provenance.Facts.Mode)),
        (RecordNames.Presets, Array(provenance.Facts.Presets.Select(preset => String(preset.Name)))),
        (RecordNames.Policies, Array(provenance.Facts.ListedPolicies.Select(policy => Object(
            (RecordNames.Path, String(policy.Path)),
            (RecordNames.Sha256, String(policy.Hash)))))),
        (RecordNames.Severities, Array(ChangedSeverities.Find(provenance, cancellationToken).Select(changed => Object(
            (RecordNames.Rule, String(changed.Rule)),
            (RecordNames.Severity, String(changed.Severity)))))),
        (RecordNames.Unjudged, Array(UnjudgedFiles.Find(provenance, cancellationToken).Select(file => String(file.PhysicalPath)))),
        (RecordNames.Evidence, Bool(provenance.Evidence.List != null)));

    private string OfUnit(UnitFacts unit)
    {
        _annotations.Record(unit.Declared);
        return Write(unit);
    }

    private string Write(UnitFacts unit) => Object(
        (RecordNames.Record, Value(RecordKind.Unit)),
        (RecordNames.Id, String(unit.Id)),
        (RecordNames.Kind, String(unit.Kind)),
        (RecordNames.Test, Bool(unit.IsTest)),
        (RecordNames.Excluded, Bool(unit.IsExcluded)),
        (RecordNames.Due, String(unit.Rule)),
        (RecordNames.Declared, Bool(unit.IsDeclared)),
        (RecordNames.Level, Value(unit.Declared.Level)),
        (RecordNames.Baseline, Bool(IsInBaseline(unit))),
        (RecordNames.Digest, String(unit.Digest)),
        (RecordNames.Size, Number(unit.Size)),
        (RecordNames.Parts, Array(unit.Parts)),
        (RecordNames.Annotations, Array(unit.Declared.Annotations.Select(annotation => Annotation(annotation, unit.Options)))),
        (RecordNames.Providers, Array(unit.Declared.Annotations
            .SelectMany(annotation => Providers.Of(annotation.Tool, annotation.Model, unit.Options.ToolIndex))
            .Distinct()
            .OrderBy(provider => provider, StringComparer.Ordinal)
            .Select(String))),
        (RecordNames.Review, Value(ReviewStates.Of(
            [.. unit.Reviews.Select(part => part.Select(_judge.Judge).ToList())], unit.IsReviewDue, unit.Options.ReviewsRequired))),
        (RecordNames.ReviewsRequired, Number(unit.IsReviewDue ? unit.Options.ReviewsRequired : 0)),
        (RecordNames.Reviews, Array(unit.Reviews.SelectMany(part => part).Select(Review).Distinct())),
        (RecordNames.Policy, Array(PolicyJudge.For(provenance)
            .RulesBrokenAt(unit.Places)
            .Select(String))),
        (RecordNames.Evidence, unit.Evidence is { } evidence ? Evidence(evidence, unit) : "null"),
        (RecordNames.Training, Training(unit)));

    private static string Evidence(CodeEvidence evidence, UnitFacts unit)
    {
        var sources = evidence.Shares.Select(share => share.Source).ToList();
        var days = sources.Select(source => source.Day).OrderBy(day => day, StringComparer.Ordinal).ToList();
        var declared = unit.Declared.Annotations.Select(annotation => annotation.Tool).OfType<string>().ToList();
        return Object(
            (RecordNames.Lines, Number(evidence.Lines)),
            (RecordNames.NotedLines, Number(evidence.LinesOf(EvidenceStrength.Line))),
            (RecordNames.CommittedLines, Number(evidence.LinesOf(EvidenceStrength.Commit))),
            (RecordNames.AssistedLines, Number(evidence.LinesOf(EvidenceStrength.Trailer))),
            (RecordNames.SuggestedLines, Number(evidence.LinesOf(EvidenceStrength.Suggestion))),
            (RecordNames.Tools, Array(Sorted(evidence.Tools))),
            (RecordNames.UndeclaredTools, Array(Sorted(evidence.Tools
                .Where(tool => !declared.Exists(other => unit.Options.ToolIndex.MayBeSame(other, tool)))))),
            (RecordNames.Models, Array(Sorted(sources.SelectMany(source => source.Models)))),
            (RecordNames.FirstDay, String(days[0])),
            (RecordNames.LastDay, String(days[days.Count - 1])),
            (RecordNames.Commits, Array(Sorted(sources.Select(source => source.Commit)))));

        static IEnumerable<string> Sorted(IEnumerable<string> texts) =>
            texts.Distinct(StringComparer.Ordinal).OrderBy(text => text, StringComparer.Ordinal).Select(String);
    }

    private bool IsInBaseline(UnitFacts unit) =>
        (unit.Rule != null || unit.IsReviewHeldBack)
        && unit.Digest is { } digest
        && provenance.Baseline.Holds(new BaselineEntry(unit.Id, digest));

    /// <summary>
    /// What the strictest of all terms says; of code that is not declared or of unknown origin nobody knows whose terms bind.
    /// </summary>
    private static string Training(UnitFacts unit)
    {
        // What a locked policy does not exempt, the options do not either: that is an error of its own.
        ImmutableArray<string> exempt =
        [
            .. unit.Options.Policy.TrainingExemptProviders,
            .. unit.Options.Policies.SelectMany(policy => policy.Options.Policy.TrainingExemptProviders),
        ];
        var terms = unit.Declared.Annotations
            .SelectMany(annotation => TrainingTerms.Of(annotation, unit.Options.ToolIndex, exempt))
            .Where(term => term.Use != TrainingUse.Allowed)
            .Distinct()
            .OrderBy(term => term.Use)
            .ThenBy(term => term.Provider, StringComparer.Ordinal)
            .ToList();
        var isKnown = unit.IsDeclared && !unit.IsExcluded
            && unit.Declared.Annotations.All(annotation =>
                annotation.Origin is { } origin && origin.IsDefined() && origin != Origin.Unknown);
        var term = terms.FirstOrDefault() ?? new TrainingTerm(isKnown ? TrainingUse.Allowed : TrainingUse.Unknown, null, null);
        return Object([.. Fields(term), (RecordNames.Terms, Array(terms.Select(each => Object(Fields(each)))))]);

        static (string Name, string Json)[] Fields(TrainingTerm term) =>
        [
            (RecordNames.Status, Value(term.Use)),
            (RecordNames.Provider, String(term.Provider)),
            (RecordNames.Document, String(NullIfEmpty(term.Terms?.Document))),
            (RecordNames.Date, String(NullIfEmpty(term.Terms?.Date))),
        ];

        static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
    }

    /// <summary>The markers that cover a part; where none is asked for, only those that stand on it.</summary>
    private IReadOnlyList<PlacedMarker> ReviewsOf(ISymbol symbol, SyntaxNode declaration, bool isReviewDue) =>
    [
        .. _judge.Markers.Of(symbol, declaration)
            .Where(review => isReviewDue || SymbolEqualityComparer.Default.Equals(review.Symbol, symbol)),
    ];

    private string Part(UnitSyntax part, string digest)
    {
        var lines = part.Lines;
        return Object(
            (RecordNames.File, String(part.Node.SyntaxTree.FilePath)),
            (RecordNames.Path, String(provenance.Files.Of(part.Node.SyntaxTree).Path)),
            (RecordNames.StartLine, Number(lines.StartLine)),
            (RecordNames.StartColumn, Number(lines.StartColumn)),
            (RecordNames.EndLine, Number(lines.EndLine)),
            (RecordNames.EndColumn, Number(lines.EndColumn)),
            (RecordNames.Digest, String(digest)));
    }

    private static string Value(Enum value) => String(RecordValue.NameOf(value));

    private static string Lines(SyntaxTree tree, TextSpan span)
    {
        var lines = tree.GetText().Lines.GetLinePositionSpan(span);
        return Object((RecordNames.StartLine, Number(lines.Start.Line + 1)), (RecordNames.EndLine, Number(lines.End.Line + 1)));
    }

    private static string Annotation(
        ProvenanceAnnotation annotation, ProvenanceOptions options, params (string Name, string Json)[] others) =>
        Object(
        [
            (RecordNames.Origin, Value(annotation.Origin is { } origin && origin.IsDefined() ? origin : Origin.Unknown)),
            (RecordNames.Tool, String(annotation.Tool is { } tool ? options.ToolIndex.Identify(tool) : null)),
            (RecordNames.Provider, String(annotation.Tool is { } name ? Providers.OfTool(name, options.ToolIndex) : null)),
            (RecordNames.Model, String(annotation.Model)),
            (RecordNames.RequestedBy, String(annotation.RequestedBy)),
            (RecordNames.On, String(annotation.On)),
            (RecordNames.Reference, String(annotation.Reference)),
            .. others,
        ]);

    private string Review(PlacedMarker review)
    {
        var judgement = _judge.Judge(review);
        return Object(
            (RecordNames.Reviewer, String(review.Value.Reviewer)),
            (RecordNames.On, String(review.Value.On)),
            (RecordNames.Digest, String(review.Value.Digest)),
            (RecordNames.Valid, Bool(judgement.IsValid)),
            (RecordNames.Faults, Array(RecordValue.NamesOf(judgement.Faults).Select(String))));
    }

    private ProvenanceOptions OptionsOf(ProvenanceAnnotation? annotation) =>
        provenance.Files.Of(annotation?.Syntax?.SyntaxTree ?? provenance.Compilation.SyntaxTrees.FirstOrDefault()!).Options;

    private IReadOnlyList<SyntaxReference> ExcludedParts(ISymbol symbol) =>
    [
        .. symbol.DeclaringSyntaxReferences
            .Where(part => provenance.Files.Of(part.SyntaxTree) is { Options.Exclude: true } file && !file.IsGenerated(cancellationToken)
                && !part.GetSyntax(cancellationToken).IsKind(Microsoft.CodeAnalysis.CSharp.SyntaxKind.CompilationUnit))
            .OrderBy(part => part.SyntaxTree.FilePath, StringComparer.Ordinal)
            .ThenBy(part => part.Span.Start),
    ];
}
