using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using ProvenanceAnalyzers.Annotations;
using ProvenanceAnalyzers.Shared.Digests;
using ProvenanceAnalyzers.Symbols;

namespace ProvenanceAnalyzers.Model;

/// <summary>
/// Finds the annotations that no symbol of a type or member shows, and what looks like one and is none. No tree is walked for them: a file
/// is searched as text for the names, and only what bears one, and does not stand on a type, is looked at and bound.
/// </summary>
/// <param name="compilation">The compilation.</param>
/// <param name="files">The source files, for the names that their options give to attributes.</param>
/// <param name="annotations">Recognises annotations.</param>
internal sealed class AttributeSearch(Compilation compilation, SourceFiles files, AnnotationReader annotations)
{
    private readonly AttributeNames _names = new(compilation, annotations);

    /// <summary>What a file writes by the names of our attributes.</summary>
    public WrittenAttributes In(SyntaxTree tree)
    {
        var file = files.Of(tree);
        return file.Written ??= Find(file);
    }

    /// <summary>
    /// An attribute of a type that is not nested, where it is none of ours and written by the simple name of one; else null. It is told
    /// from the symbol's attributes, which are read anyway.
    /// </summary>
    public StrayName? StrayOf(AttributeData attribute) =>
        attribute is { AttributeClass.TypeKind: not TypeKind.Error, ApplicationSyntaxReference: { } syntax }
        && In(syntax.SyntaxTree).AnyWithin(syntax.Span)
        && syntax.GetSyntax() is AttributeSyntax { Name: var name } written
        && CanonicalForm.AnnotationNames.Contains(name.GetLastToken().Text)
            ? new StrayName(written.GetLocation(), name.GetLastToken().Text, StrayKind.OtherAttribute)
            : null;

    private WrittenAttributes Find(SourceFile file)
    {
        var text = file.Tree.GetText().ToString();
        if (!_names.MayBeIn(text, file.Options))
        {
            return WrittenAttributes.None;
        }

        var root = (CompilationUnitSyntax)file.Tree.GetRoot();
        var names = _names.In(root, file.Options);
        var positions = NamesInText.PositionsOf(names, text, root);
        if (positions.IsEmpty)
        {
            return WrittenAttributes.None;
        }

        var search = new TreeSearch(compilation, annotations, root);
        search.Look(positions);
        return new WrittenAttributes([.. search.Inner], [.. search.Strays], positions, [.. search.BesideTypes]);
    }

    /// <summary>Looks at what stands in one file where a name does.</summary>
    private sealed class TreeSearch(Compilation compilation, AnnotationReader annotations, CompilationUnitSyntax root)
    {
        private SemanticModel? _model;
        private Dictionary<TextSpan, AttributeData>? _ofAssembly;

        public List<InnerAttribute> Inner { get; } = [];

        public List<StrayName> Strays { get; } = [];

        public List<int> BesideTypes { get; } = [];

        /// <summary>The attributes of the assembly that stand in the file; there may be thousands.</summary>
        private Dictionary<TextSpan, AttributeData> OfAssembly => _ofAssembly ??= compilation.Assembly.GetAttributes()
            .Where(attribute => attribute.ApplicationSyntaxReference?.SyntaxTree == root.SyntaxTree)
            .ToDictionary(attribute => attribute.ApplicationSyntaxReference!.Span);

        private SemanticModel Model => _model ??= compilation.GetSemanticModel(root.SyntaxTree);

        public void Look(ImmutableArray<int> positions)
        {
            var shown = ShownBySymbols();
            var next = 0;
            List<SyntaxToken>? others = null;
            foreach (var position in positions)
            {
                while (next < shown.Count && shown[next].Span.End <= position)
                {
                    next++;
                }

                if (next < shown.Count && shown[next].Span.Contains(position))
                {
                    continue;
                }

                BesideTypes.Add(position);

                var token = NamesInText.TokenAt(root, position);
                if (NamesInText.AttributeOf(token) is { } attribute)
                {
                    Look(attribute, token);
                }
                else if (CanonicalForm.AnnotationNames.Contains(token.Text) && CanBeginAttribute(token.GetPreviousToken()))
                {
                    (others ??= []).Add(token);
                }
            }

            if (others != null)
            {
                var leftOut = CanonicalForm.LeftOut(root.SyntaxTree.GetText().ToString());
                Strays.AddRange(others
                    .Where(token => leftOut.Contains(token.SpanStart))
                    .Select(token => new StrayName(token.GetLocation(), token.Text, StrayKind.NoAttribute)));
            }
        }

        /// <summary>
        /// The attribute lists of types that are not nested, in the order of the text: who reads their symbols has seen what is there.
        /// </summary>
        private List<AttributeListSyntax> ShownBySymbols()
        {
            var shown = new List<AttributeListSyntax>();
            AddShown(root.Members);
            return shown;

            void AddShown(SyntaxList<MemberDeclarationSyntax> members)
            {
                foreach (var member in members)
                {
                    if (member is BaseNamespaceDeclarationSyntax inner)
                    {
                        AddShown(inner.Members);
                    }
                    else if (member is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax)
                    {
                        foreach (var list in member.AttributeLists)
                        {
                            if (list.Target == null)
                            {
                                shown.Add(list);
                            }
                        }
                    }
                }
            }
        }

        /// <summary>Whether what stands behind a token may be the name of an attribute, or a further part of one.</summary>
        private static bool CanBeginAttribute(SyntaxToken before) => before.Kind() is SyntaxKind.OpenBracketToken or SyntaxKind.CommaToken
            or SyntaxKind.ColonToken or SyntaxKind.DotToken or SyntaxKind.ColonColonToken;

        private void Look(AttributeSyntax attribute, SyntaxToken name)
        {
            var owner = attribute.Parent?.Parent;
            if (owner == null)
            {
                return;
            }

            if (owner == root)
            {
                LookAtRoot(attribute, name);
                return;
            }

            var holder = HolderOf(owner);
            if (holder != null && DataOf(attribute, holder.GetAttributes()) is { } own)
            {
                LookIfOther(own, attribute, name);
                return;
            }

            // A primary constructor is a member of its own.
            if (holder is INamedTypeSymbol { InstanceConstructors: var constructors }
                && constructors.Any(constructor => DataOf(attribute, constructor.GetAttributes()) != null))
            {
                return;
            }

            var data = (holder != null ? DataOf(attribute, WithinMember(holder)) : null)
                ?? DataOf(attribute, Within(OwnerSymbol(owner)));
            if (data == null)
            {
                // No symbol shows the field of an event. All else of the kind is an error to the compiler.
                if (Model.GetSymbolInfo(attribute).Symbol is { ContainingType: var type }
                    && (AnnotationReader.IsAIProvenance(type) || AnnotationReader.IsHumanReviewed(type)))
                {
                    Strays.Add(new StrayName(attribute.GetLocation(), name.Text, StrayKind.NoCode));
                }
            }
            else if (!IsRead(data))
            {
                LookIfOther(data, attribute, name);
            }
            else if (holder != null)
            {
                Inner.Add(new InnerAttribute(data, holder));
            }
        }

        private void LookAtRoot(AttributeSyntax attribute, SyntaxToken name)
        {
            if (OfAssembly.TryGetValue(attribute.Span, out var ofAssembly))
            {
                LookIfOther(ofAssembly, attribute, name);
            }
            else if (DataOf(attribute, compilation.SourceModule.GetAttributes()) is { } ofModule)
            {
                if (IsRead(ofModule))
                {
                    Strays.Add(new StrayName(attribute.GetLocation(), name.Text, StrayKind.NoCode));
                }

                LookIfOther(ofModule, attribute, name);
            }
        }

        private bool IsRead(AttributeData data) => annotations.TryRead(data) != null || annotations.TryReadReview(data) != null;

        private void LookIfOther(AttributeData data, AttributeSyntax attribute, SyntaxToken name)
        {
            // What cannot be resolved the compiler reports.
            if (data.AttributeClass is { TypeKind: not TypeKind.Error }
                && CanonicalForm.AnnotationNames.Contains(name.Text)
                && !IsRead(data))
            {
                Strays.Add(new StrayName(attribute.GetLocation(), name.Text, StrayKind.OtherAttribute));
            }
        }

        /// <summary>The member, type or top-level statements that what stands on a node counts for.</summary>
        private ISymbol? HolderOf(SyntaxNode owner)
        {
            for (var node = owner; node != null; node = node.Parent)
            {
                switch (node)
                {
                    case GlobalStatementSyntax:
                        return Model.GetDeclaredSymbol(root);
                    case ParameterSyntax { Parent.Parent: RecordDeclarationSyntax } parameter when node == owner
                        && Model.GetDeclaredSymbol(parameter) is { } declared:
                        // What stands on the property of a record's parameter stands on a member.
                        return declared.ContainingType.GetMembers(declared.Name).FirstOrDefault(member => member is IPropertySymbol
                            && member.DeclaringSyntaxReferences.Any(part => part.Span == parameter.Span)) is { } property
                            && parameter.AttributeLists.Any(list => list.Target?.Identifier.ValueText is "property" or "field")
                            ? property
                            : declared.ContainingType;
                    case EnumMemberDeclarationSyntax or BaseNamespaceDeclarationSyntax:
                        break;
                    case TypeDeclarationSyntax type when Declarations.IsExtensionBlock(type):
                        break;
                    case BaseFieldDeclarationSyntax field:
                        return Model.GetDeclaredSymbol(field.Declaration.Variables[0]);
                    case MemberDeclarationSyntax member:
                        return Model.GetDeclaredSymbol(member) is { } symbol ? Declarations.DefinitionOf(symbol) : null;
                }
            }

            return null;
        }

        /// <summary>The symbol inside of a member that attributes of a node are read from.</summary>
        private ISymbol? OwnerSymbol(SyntaxNode owner) => owner switch
        {
            LambdaExpressionSyntax lambda => Model.GetSymbolInfo(lambda).Symbol,
            _ => Model.GetDeclaredSymbol(owner),
        };

        private static AttributeData? DataOf(AttributeSyntax attribute, IEnumerable<AttributeData> candidates) =>
            candidates.FirstOrDefault(candidate => candidate.ApplicationSyntaxReference is { } syntax
                && syntax.SyntaxTree == attribute.SyntaxTree && syntax.Span == attribute.Span);

        /// <summary>The attributes inside of a member: of what it returns, its parameters, its accessors, its field.</summary>
        private static IEnumerable<AttributeData> WithinMember(ISymbol member) => Within(member).Concat(member switch
        {
            INamedTypeSymbol { TypeKind: TypeKind.Delegate, DelegateInvokeMethod: { } invoke } => Within(invoke),
            INamedTypeSymbol type => type.GetMembers().Where(IsInType).SelectMany(inner => Within(inner)),
            IMethodSymbol { PartialImplementationPart: { } implementation } => Within(implementation),
            IPropertySymbol or IEventSymbol => member.ContainingType.GetMembers()
                .Where(other => other is IFieldSymbol { AssociatedSymbol: { } ofField }
                    && SymbolEqualityComparer.Default.Equals(ofField, member))
                .Concat(AccessorsOf(member))
                .SelectMany(inner => Within(inner)),
            _ => [],
        });

        /// <summary>Whether the attributes of a member may stand on its type's declaration, or it is a value of an enumeration.</summary>
        private static bool IsInType(ISymbol member) =>
            member is IMethodSymbol { MethodKind: MethodKind.Constructor } or IFieldSymbol { ContainingType.TypeKind: TypeKind.Enum };

        private static IEnumerable<ISymbol> AccessorsOf(ISymbol member) => member switch
        {
            IPropertySymbol property => new ISymbol?[] { property.GetMethod, property.SetMethod }.OfType<ISymbol>(),
            IEventSymbol @event => new ISymbol?[] { @event.AddMethod, @event.RemoveMethod }.OfType<ISymbol>(),
            _ => [],
        };

        /// <summary>The attributes of a symbol, of what it returns, and of its parameters.</summary>
        private static IEnumerable<AttributeData> Within(ISymbol? symbol)
        {
            if (symbol == null)
            {
                return [];
            }

            var own = symbol.GetAttributes().AsEnumerable();
            return symbol switch
            {
                IMethodSymbol method => own
                    .Concat(method.GetReturnTypeAttributes())
                    .Concat(method.Parameters.SelectMany(parameter => parameter.GetAttributes()))
                    .Concat(method.TypeParameters.SelectMany(parameter => parameter.GetAttributes())),
                IPropertySymbol property => own.Concat(property.Parameters.SelectMany(parameter => parameter.GetAttributes())),
                INamedTypeSymbol type => own.Concat(type.TypeParameters.SelectMany(parameter => parameter.GetAttributes())),
                _ => own,
            };
        }
    }
}
