using Microsoft.CodeAnalysis;
using ProvenanceAnalyzers.Annotations;
using ProvenanceAnalyzers.Options;
using ProvenanceAnalyzers.Shared.Catalogue;
using ProvenanceAnalyzers.Shared.Exchange;
using ProvenanceAnalyzers.Symbols;

namespace ProvenanceAnalyzers.Model;

/// <summary>Decides which code must have a review marker; whether it has one is another question.</summary>
internal static class ReviewDuty
{
    /// <summary>Whether a type or member must be reviewed, if only in one of its hand-written parts.</summary>
    /// <param name="symbol">The type or member.</param>
    /// <param name="provenance">The context of the compilation.</param>
    /// <param name="isAboutTests">Whether it is asked of tests, of other code, or of both (null).</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static bool IsDue(ISymbol symbol, ProvenanceContext provenance, bool? isAboutTests, CancellationToken cancellationToken)
    {
        var parts = provenance.Types.PartsOf(symbol);
        return parts.Length == 1
            ? IsPartDue(symbol, parts[0], provenance, isAboutTests, cancellationToken)
                && provenance.Units.TryGet(symbol, cancellationToken, out _)
            : provenance.Units.HandWrittenParts(symbol, cancellationToken)
                .Any(part => IsPartDue(symbol, part, provenance, isAboutTests, cancellationToken));
    }

    /// <summary>Whether a hand-written part of a type or member must be reviewed, by the options of the file that it is in.</summary>
    /// <inheritdoc cref="IsDue(ISymbol, ProvenanceContext, bool?, CancellationToken)"/>
    public static bool IsPartDue(
        ISymbol symbol, SyntaxReference part, ProvenanceContext provenance, bool? isAboutTests, CancellationToken cancellationToken)
    {
        // What costs least comes first: most types are no tests, and most have no review to wait for.
        var options = provenance.Files.Of(part.SyntaxTree).Options;
        if (!AsksAnything(options, provenance.TestClasses, isAboutTests)
            || !IsReviewUnit(symbol, part, options, provenance, cancellationToken)
            || (!IsDue(options.ReviewRequired, symbol, provenance) && !IsDue(options.TestsReviewRequired, symbol, provenance)))
        {
            return false;
        }

        var isTest = provenance.TestClasses.HoldCode(symbol);
        return isTest == (isAboutTests ?? isTest)
            && IsDue(isTest ? options.TestsReviewRequired : options.ReviewRequired, symbol, provenance);
    }

    /// <summary>Whether the top-level statements of a file must be reviewed.</summary>
    /// <param name="file">The file.</param>
    /// <param name="declared">The annotations that hold for it.</param>
    public static bool IsDue(SourceFile file, DeclaredProvenance declared) => IsDue(file.Options.ReviewRequired, declared);

    /// <summary>Whether a fixture file must be reviewed.</summary>
    /// <param name="fixture">The fixture file.</param>
    /// <param name="carrier">The annotation that says what it is, and of whose file the options hold; null where none does.</param>
    /// <param name="declared">The annotations that hold for it.</param>
    /// <param name="provenance">The context of the compilation.</param>
    public static bool IsFixtureDue(
        FixtureFile fixture, ProvenanceAnnotation? carrier, DeclaredProvenance declared, ProvenanceContext provenance) =>
        carrier?.Syntax is { } syntax
        && provenance.Fixtures.OptionsOf(fixture, provenance.Files.Of(syntax.SyntaxTree)) is { Exclude: false } options
        && IsDue(options.TestsReviewRequired, declared);

    /// <summary>Of the annotations that hold for a fixture file, the one on which it is said that a review is missing.</summary>
    public static ProvenanceAnnotation? CarrierOf(DeclaredProvenance declared) => declared.Annotations
        .OrderByDescending(annotation => annotation.IsAIMade)
        .Cast<ProvenanceAnnotation?>()
        .FirstOrDefault();

    /// <summary>Whether of a part of a type only that is reviewed with it which is no member that is reviewed by itself.</summary>
    public static bool IsOfRest(SyntaxNode part, SourceFile file) =>
        file.Options.ReviewOn == ReviewOn.Members && Declarations.MembersOfTheirOwn(part).Any();

    private static bool IsDue(ReviewRequired required, DeclaredProvenance declared) => required switch
    {
        ReviewRequired.All => !declared.Annotations.IsEmpty,
        ReviewRequired.AI => declared.Annotations.Any(annotation => annotation.IsAIMade),
        _ => false,
    };

    private static bool AsksAnything(ProvenanceOptions options, TestClasses tests, bool? isAboutTests) =>
        (isAboutTests != true && options.ReviewRequired != ReviewRequired.None)
        || (isAboutTests != false && tests.CanBeAny && options.TestsReviewRequired != ReviewRequired.None);

    private static bool IsReviewUnit(
        ISymbol symbol, SyntaxReference part, ProvenanceOptions options, ProvenanceContext provenance, CancellationToken cancellationToken)
    {
        if (symbol is INamedTypeSymbol type)
        {
            return !type.IsImplicitlyDeclared
                && type.CanBeReferencedByName
                && (options.ReviewOn == ReviewOn.Members || type.ContainingType == null || provenance.Resolution.HasOwn(symbol));
        }

        return AnnotationReader.CanHaveOwn(symbol)
            && (provenance.Resolution.HasOwn(symbol)
                || (options.ReviewOn == ReviewOn.Members && new UnitSyntax(part.GetSyntax(cancellationToken)).HasBody));
    }

    private static bool IsDue(ReviewRequired required, ISymbol symbol, ProvenanceContext provenance) =>
        required switch
        {
            ReviewRequired.All => provenance.Resolution.HasAny(symbol),
            ReviewRequired.AI => provenance.Resolution.IsAIMade(symbol),
            _ => false,
        };
}
