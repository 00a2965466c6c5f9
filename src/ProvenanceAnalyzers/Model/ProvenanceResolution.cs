using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ProvenanceAnalyzers.Annotations;
using ProvenanceAnalyzers.Options;
using ProvenanceAnalyzers.Shared.Exchange;
using ProvenanceAnalyzers.Symbols;

namespace ProvenanceAnalyzers.Model;

/// <summary>
/// Finds which annotations hold for code and files: all those at the nearest level that has any, for each part of a partial type by itself,
/// and what stands inside.
/// </summary>
/// <param name="files">The source files.</param>
/// <param name="types">The parts of types, and what stands inside of them.</param>
/// <param name="units">Which parts are hand-written.</param>
/// <param name="annotations">What stands on symbols.</param>
/// <param name="attributes">What stands inside of top-level statements.</param>
/// <param name="assemblyAnnotations">What stands on the assembly.</param>
/// <param name="snapshots">The test classes that snapshots have their names from.</param>
internal sealed class ProvenanceResolution(
    SourceFiles files,
    SourceTypes types,
    Units units,
    AnnotationReader annotations,
    AttributeSearch attributes,
    Lazy<AssemblyAnnotations> assemblyAnnotations,
    SnapshotClasses snapshots)
{
    private readonly ConcurrentDictionary<INamedTypeSymbol, ImmutableArray<ProvenanceAnnotation>> _withinClass =
        new(SymbolEqualityComparer.Default);

    /// <summary>The annotations that hold for a type or member: of a partial type what each hand-written part found.</summary>
    public DeclaredProvenance Of(ISymbol symbol)
    {
        var finding = new Finding(ImmutableArray.CreateBuilder<ProvenanceAnnotation>());
        FindParts(symbol, ref finding);
        return finding.ToProvenance();
    }

    /// <summary>The annotations that hold for one part of a type or member.</summary>
    public DeclaredProvenance Of(ISymbol symbol, SyntaxReference part)
    {
        var finding = new Finding(ImmutableArray.CreateBuilder<ProvenanceAnnotation>());
        Find(symbol, part, ref finding);
        return finding.ToProvenance();
    }

    /// <summary>The annotations that hold for a file of top-level statements, those inside of them among them.</summary>
    public DeclaredProvenance Of(SourceFile file)
    {
        var finding = new Finding(ImmutableArray.CreateBuilder<ProvenanceAnnotation>());
        Find(file, ref finding);
        return finding.ToProvenance();
    }

    /// <summary>
    /// The annotations that hold for a fixture file: those that name it; else, for a snapshot, those of the test class whose name it bears;
    /// with what an AI made of that class where it may have made the snapshot; else those of the assembly.
    /// </summary>
    /// <param name="path">The file's path relative to its project, with <c>/</c> between folders.</param>
    public DeclaredProvenance OfFixture(string path)
    {
        var finding = new Finding(ImmutableArray.CreateBuilder<ProvenanceAnnotation>());
        FindFixture(path, ref finding);
        return finding.ToProvenance();
    }

    /// <summary>Whether any annotation holds for a type or member.</summary>
    public bool HasAny(ISymbol symbol)
    {
        var finding = default(Finding);
        FindParts(symbol, ref finding);
        return finding.HasAny;
    }

    /// <summary>Whether any annotation that holds for a type or member, in any of its parts, says that an AI had a hand in it.</summary>
    public bool IsAIMade(ISymbol symbol)
    {
        var finding = default(Finding);
        FindParts(symbol, ref finding);
        return finding.IsAIMade;
    }

    /// <summary>Whether what holds for a part of a type or member declares it.</summary>
    public bool IsDeclared(ISymbol symbol, SyntaxReference part)
    {
        var finding = default(Finding);
        Find(symbol, part, ref finding);
        return finding.Declares || (finding.IsDefault && files.Of(part.SyntaxTree).Options.AssemblyDefaultDeclares);
    }

    /// <summary>Whether what holds for a file of top-level statements declares it.</summary>
    public bool IsDeclared(SourceFile file)
    {
        var finding = default(Finding);
        Find(file, ref finding);
        return finding.Declares || (finding.IsDefault && file.Options.AssemblyDefaultDeclares);
    }

    /// <summary>Whether what holds for a fixture file declares it, or would if the options say so.</summary>
    /// <param name="path">The file's path relative to its project, with <c>/</c> between folders.</param>
    /// <param name="options">The options that hold for the fixture file; null where no file could say so.</param>
    public bool IsFixtureDeclared(string path, ProvenanceOptions? options)
    {
        var finding = new Finding(null, options?.Policies ?? []);
        FindFixture(path, ref finding);
        return finding.Declares || (finding.IsDefault && options?.AssemblyDefaultDeclares == true);
    }

    /// <summary>
    /// Whether what stands on a type or member, or inside of it, makes it a unit of its own: an annotation that counts, or one of an AI's
    /// inside.
    /// </summary>
    public bool HasOwn(ISymbol symbol)
    {
        var finding = default(Finding);
        TakeInner(symbol, ref finding);
        return (AnnotationReader.CanHaveOwn(symbol) && annotations.IsAnnotated(symbol)) || finding.HasAny;
    }

    /// <summary>Whether a member's own annotation, or an AI's inside of it, declares it.</summary>
    public bool DeclaresItself(ISymbol member)
    {
        var finding = default(Finding);
        TakeInner(member, ref finding);
        return finding.Declares
            || TakeOwn(member, null, Declarations.ImplementationOf(member).DeclaringSyntaxReferences.FirstOrDefault(), ref finding);
    }

    /// <summary>
    /// What stands on a type or member beside an annotation on it or inside of it: on the same part of a partial type.
    /// </summary>
    public ImmutableArray<ProvenanceAnnotation> BesideOn(ISymbol symbol, ProvenanceAnnotation annotation)
    {
        var finding = new Finding(ImmutableArray.CreateBuilder<ProvenanceAnnotation>());
        TakeInner(symbol, ref finding);
        var parts = types.PartsOf(symbol);
        var part = symbol is INamedTypeSymbol && parts.Length > 1
            ? parts.FirstOrDefault(one => one.SyntaxTree == annotation.Syntax?.SyntaxTree && one.Span.Contains(annotation.Syntax.Span))
            : null;
        TakeOwn(symbol, part, part, ref finding);
        return finding.ToProvenance().Annotations;
    }

    private void FindParts(ISymbol symbol, ref Finding finding)
    {
        var parts = types.PartsOf(symbol);
        if (parts.Length <= 1)
        {
            Find(symbol, parts.IsEmpty ? null : parts[0], ref finding);
            return;
        }

        var isWritten = false;
        foreach (var part in parts)
        {
            if (units.IsWritten(symbol, part, CancellationToken.None))
            {
                isWritten = true;
                Find(symbol, part, ref finding);
            }
        }

        if (!isWritten)
        {
            Find(symbol, parts[0], ref finding);
        }
    }

    /// <summary>
    /// The part's own annotations and those of what it is in; else those of its file; else those of the other parts; else those of the
    /// assembly.
    /// </summary>
    private void Find(ISymbol symbol, SyntaxReference? part, ref Finding finding)
    {
        var hasOtherParts = false;
        for (var current = symbol; current is not null and not INamespaceSymbol; current = current.ContainingType)
        {
            TakeInner(current, ref finding);
            var isPartial = part != null && current is INamedTypeSymbol type && types.PartsOf(type).Length > 1;
            hasOtherParts |= isPartial;
            if (TakeOwn(current, isPartial ? part : null, part, ref finding))
            {
                return;
            }
        }

        if (part != null && assemblyAnnotations.Value.HasTargets && TakeTargets(files.Of(part.SyntaxTree).Path, ref finding))
        {
            return;
        }

        for (var current = hasOtherParts ? symbol : null; current is not null and not INamespaceSymbol; current = current.ContainingType)
        {
            if (TakeOwn(current, null, part, ref finding))
            {
                return;
            }
        }

        TakeDefaults(ref finding);
    }

    private void Find(SourceFile file, ref Finding finding)
    {
        foreach (var inner in attributes.In(file.Tree).Inner)
        {
            if (inner.IsInStatements)
            {
                TakeInner(inner, ProvenanceLevel.File, ref finding);
            }
        }

        if (!TakeTargets(file.Path, ref finding))
        {
            TakeDefaults(ref finding);
        }
    }

    private void FindFixture(string path, ref Finding finding)
    {
        TakeAIMade(assemblyAnnotations.Value.UnreadableFor(path), ref finding);
        var targeted = assemblyAnnotations.Value.ForFixture(path);
        foreach (var annotation in targeted)
        {
            finding.Add(annotation, ProvenanceLevel.File);
            finding.Declares |= assemblyAnnotations.Value.DeclaresFixtures(annotation);
            finding.IsDefault = true;
        }

        if (!targeted.IsEmpty)
        {
            return;
        }

        if (snapshots.Of(path) is { Type: var testClass } snapshot)
        {
            FindParts(testClass, ref finding);
            TakeAIMade(MakersOf(snapshot), ref finding);
            DeclareAsClass(testClass, ref finding);
        }
        else
        {
            TakeDefaults(ref finding);
        }
    }

    /// <summary>
    /// Says whether a test class declares its snapshots: as it is declared itself, but by nothing that a policy where they lie does not let
    /// count. A class that nobody wrote declares nothing.
    /// </summary>
    private void DeclareAsClass(INamedTypeSymbol testClass, ref Finding finding)
    {
        var (isAny, isAll, isByDefault) = (false, true, false);
        foreach (var part in units.WrittenParts(testClass, CancellationToken.None))
        {
            var ofPart = new Finding(null, finding.Policies);
            Find(testClass, part, ref ofPart);
            isAny = true;
            isByDefault |= !ofPart.Declares;
            isAll &= ofPart.Declares || (ofPart.IsDefault && files.Of(part.SyntaxTree).Options.AssemblyDefaultDeclares);
        }

        finding.Declares = isAny && isAll && !isByDefault;
        finding.IsDefault = isAny && isAll;
    }

    /// <summary>
    /// What holds for those members of a test class that may have made a snapshot: the ones that its name bears; where it bears none, any
    /// member of the class and of its base classes.
    /// </summary>
    private ImmutableArray<ProvenanceAnnotation> MakersOf(SnapshotClass snapshot)
    {
        if (!snapshot.Members.IsEmpty)
        {
            return [.. snapshot.Members.SelectMany(member => Of(member).Annotations)];
        }

        return _withinClass.TryGetValue(snapshot.Type, out var known)
            ? known
            : _withinClass.GetOrAdd(snapshot.Type, [.. WithBases(snapshot.Type).SelectMany(symbol => Of(symbol).Annotations)]);
    }

    private static IEnumerable<ISymbol> WithBases(INamedTypeSymbol testClass)
    {
        for (var current = testClass; current is { DeclaringSyntaxReferences.IsEmpty: false }; current = current.BaseType)
        {
            yield return current;
            foreach (var member in current.GetMembers())
            {
                // A snapshot of a test in there bears its name.
                if (member is not INamedTypeSymbol)
                {
                    yield return member;
                }
            }
        }
    }

    private bool TakeTargets(string path, ref Finding finding)
    {
        TakeAIMade(assemblyAnnotations.Value.UnreadableFor(path), ref finding);
        var targeted = assemblyAnnotations.Value.ForSource(path);
        foreach (var annotation in targeted)
        {
            finding.Add(annotation, ProvenanceLevel.File);
            finding.Declares |= assemblyAnnotations.Value.Declares(annotation);
            finding.IsDefault = true;
        }

        return !targeted.IsEmpty;
    }

    private void TakeDefaults(ref Finding finding)
    {
        TakeAIMade(assemblyAnnotations.Value.UnreadableDefaults, ref finding);
        foreach (var annotation in assemblyAnnotations.Value.Defaults)
        {
            finding.Add(annotation, ProvenanceLevel.Assembly);
            finding.IsDefault = true;
        }
    }

    /// <summary>
    /// Takes what names an AI and counts for what is strict alone, never for what is allowed: nobody can be asked about it, or it need not
    /// be about all of this.
    /// </summary>
    private static void TakeAIMade(IEnumerable<ProvenanceAnnotation> annotations, ref Finding finding)
    {
        foreach (var annotation in annotations)
        {
            if (annotation.IsAIMade)
            {
                finding.Add(annotation, ProvenanceLevel.None);
            }
        }
    }

    /// <summary>Takes what stands on a type or member, and says whether any of it holds.</summary>
    /// <param name="symbol">The type or member.</param>
    /// <param name="part">Only what stands on the part of the type that holds this code; null: on any.</param>
    /// <param name="code">The code that it is asked for; null where that is not known.</param>
    /// <param name="finding">What was found.</param>
    private bool TakeOwn(ISymbol symbol, SyntaxReference? part, SyntaxReference? code, ref Finding finding)
    {
        var holds = false;
        var level = symbol is INamedTypeSymbol ? ProvenanceLevel.Type : ProvenanceLevel.Member;
        foreach (var attribute in symbol.GetAttributes())
        {
            if (annotations.TryRead(attribute) is not { } annotation)
            {
                continue;
            }

            if (!Counts(annotation) || (annotation.Alias is { } alias && (IsForbiddenAt(code, alias) || finding.Forbids(alias))))
            {
                if (annotation.IsAIMade)
                {
                    finding.Add(annotation, ProvenanceLevel.None);
                }
            }
            else if (part == null || StandsOnPartAround(annotation, (INamedTypeSymbol)symbol, part))
            {
                finding.Add(annotation, level);
                holds = true;
            }
        }

        finding.Declares |= holds;
        return holds;
    }

    private void TakeInner(ISymbol symbol, ref Finding finding)
    {
        if (types.InnerOfTypeOf(symbol).IsEmpty)
        {
            return;
        }

        foreach (var inner in types.InnerOf(symbol))
        {
            TakeInner(inner, symbol is INamedTypeSymbol ? ProvenanceLevel.Type : ProvenanceLevel.Member, ref finding);
        }
    }

    /// <summary>
    /// Takes what stands inside. That an AI made a piece of it declares the whole, which is then an AI's at least in part; that a human did
    /// says nothing of the rest.
    /// </summary>
    private void TakeInner(InnerAttribute inner, ProvenanceLevel level, ref Finding finding)
    {
        if (annotations.TryRead(inner.Attribute) is { } annotation && (annotation.IsAIMade || Counts(annotation)))
        {
            var declares = annotation.IsAIMade && Counts(annotation);
            finding.Add(annotation, declares ? level : ProvenanceLevel.None);
            finding.Declares |= declares;
        }
    }

    /// <summary>Whether an annotation says who made the code, where somebody wrote it who can be asked.</summary>
    private bool Counts(ProvenanceAnnotation annotation) =>
        annotation.HasOrigin
        && (annotation.Syntax is not { } syntax || !files.Of(syntax.SyntaxTree).IsGenerated(CancellationToken.None));

    /// <summary>
    /// Whether a policy at some code lets no alias of another file's options stand in for ours: the attribute may stand on another part.
    /// </summary>
    private bool IsForbiddenAt(SyntaxReference? code, AttributeAlias alias)
    {
        if (code != null)
        {
            foreach (var policy in files.Of(code.SyntaxTree).Options.Policies)
            {
                if (policy.Forbids(alias))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Whether an annotation of a partial type stands on the part of it that holds some code.</summary>
    private bool StandsOnPartAround(ProvenanceAnnotation annotation, INamedTypeSymbol type, SyntaxReference code)
    {
        if (annotation.Syntax is not { } syntax || syntax.SyntaxTree != code.SyntaxTree)
        {
            return false;
        }

        foreach (var part in types.PartsOf(type))
        {
            if (part.SyntaxTree == code.SyntaxTree && part.Span.Contains(code.Span))
            {
                return part.Span.Contains(syntax.Span);
            }
        }

        return false;
    }

    /// <summary>What was found so far.</summary>
    /// <param name="annotations">Where to put the annotations; null where nobody asks for them.</param>
    /// <param name="policies">The policies that hold for what has its provenance from elsewhere.</param>
    private struct Finding(ImmutableArray<ProvenanceAnnotation>.Builder? annotations, ImmutableArray<ScopedPolicy> policies = default)
    {
        private readonly ImmutableArray<ProvenanceAnnotation>.Builder? _annotations = annotations;
        private ProvenanceLevel _level;

        public readonly ImmutableArray<ScopedPolicy> Policies { get; } = policies;

        public bool HasAny { get; private set; }

        public bool IsAIMade { get; private set; }

        /// <summary>Whether any of them declares what it holds for, whatever the options are.</summary>
        public bool Declares { get; set; }

        /// <summary>Whether any of them is one that says what code is, and declares it where an option says so.</summary>
        public bool IsDefault { get; set; }

        public readonly bool Forbids(AttributeAlias alias)
        {
            if (!Policies.IsDefaultOrEmpty)
            {
                foreach (var policy in Policies)
                {
                    if (policy.Forbids(alias))
                    {
                        return true;
                    }
                }
            }

            return false;
        }

        public void Add(ProvenanceAnnotation annotation, ProvenanceLevel level)
        {
            HasAny = true;
            IsAIMade = IsAIMade || annotation.IsAIMade;
            _level = level > _level ? level : _level;
            if (_annotations?.Any(known => known.Attribute == annotation.Attribute) == false)
            {
                _annotations.Add(annotation);
            }
        }

        public readonly DeclaredProvenance ToProvenance() => new(_level, _annotations?.ToImmutable() ?? []);
    }
}
