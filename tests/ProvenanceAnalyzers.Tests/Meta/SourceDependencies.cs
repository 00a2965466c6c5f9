using System.Collections.Immutable;
using System.Composition;
using System.Runtime.InteropServices;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using ProvenanceAnalyzers.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Tests.Meta;

/// <summary>A type that a file uses, by whatever name or none.</summary>
/// <param name="Name">The type's name, with those of the types it stands in.</param>
/// <param name="Position">Where it is first named, or else where it is first used without a name.</param>
/// <param name="Files">The files that declare it; none if an assembly does.</param>
/// <param name="Assembly">The assembly that declares it.</param>
/// <param name="IsInBaseClassLibrary">Whether that assembly has types of .NET Standard.</param>
internal sealed record UsedType(
    string Name, LinePosition Position, ImmutableArray<string> Files, string Assembly, bool IsInBaseClassLibrary);

/// <summary>
/// What the source files of some projects use, as the compiler understands them. All projects are compiled together, against .NET 10, so
/// that nothing has to be generated first. Paths are relative to the repository and have slashes.
/// </summary>
internal sealed class SourceDependencies
{
    private const string GlobalUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    /// <summary>The oldest Roslyn of the tests knows the newest syntax only as a preview. Documentation is a comment like others.</summary>
    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.Preview, DocumentationMode.None);

    private static readonly SymbolDisplayFormat NameFormat =
        new(typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypes);

    private readonly CSharpCompilation _compilation;
    private readonly ImmutableSortedDictionary<string, SyntaxTree> _files;
    private readonly ImmutableHashSet<string> _baseClassLibrary;

    private SourceDependencies(CSharpCompilation compilation, ImmutableSortedDictionary<string, SyntaxTree> files)
    {
        _compilation = compilation;
        _files = files;

        // The types of .NET Standard are spread over assemblies, which have those too that it lacks.
        var standard = compilation.SourceModule.ReferencedAssemblySymbols.Single(assembly => assembly.Name == "netstandard");
        _baseClassLibrary = [.. standard.GetForwardedTypes().Select(type => type.ContainingAssembly.Name)];
    }

    public IEnumerable<string> Files => _files.Keys;

    /// <summary>
    /// What keeps the sources from being understood: where there are errors, uses are overlooked. What a source generator implements is
    /// no error.
    /// </summary>
    public IEnumerable<Diagnostic> Errors => _compilation.GetDiagnostics()
        .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && diagnostic.Id != "CS8795");

    /// <summary>The files that leave code out under a condition: nobody could say what that code uses.</summary>
    public IEnumerable<string> FilesWithConditions => _files
        .Where(file => file.Value.GetRoot().DescendantTrivia().Any(trivia => trivia.IsKind(SyntaxKind.IfDirectiveTrivia)))
        .Select(file => file.Key);

    /// <summary>Compiles all files below some folders.</summary>
    /// <param name="projects">The folders.</param>
    /// <param name="libraries">The assemblies that they reference, by their paths; null: those of the package's projects.</param>
    public static SourceDependencies Of(IEnumerable<string> projects, IEnumerable<string>? libraries = null)
    {
        var files = projects.SelectMany(FilesOf).Select(file => Parse(file, Repository.Read(file))).ToList();
        var compilation = CSharpCompilation.Create(
            "Sources",
            [CSharpSyntaxTree.ParseText(GlobalUsings, Parsing), .. files],
            [
                .. libraries == null ? Net100.References.All : [],
                .. (libraries ?? Libraries()).Select(path => MetadataReference.CreateFromFile(path)),
            ],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        return new SourceDependencies(
            compilation, files.ToImmutableSortedDictionary(file => file.FilePath, file => file, StringComparer.Ordinal));
    }

    /// <summary>The same files and one more.</summary>
    public SourceDependencies With(string path, string source)
    {
        var file = Parse(path, source);
        return new SourceDependencies(_compilation.AddSyntaxTrees(file), _files.Add(path, file));
    }

    /// <summary>What keeps one file from being understood.</summary>
    public IEnumerable<Diagnostic> ErrorsIn(string file) =>
        _compilation.GetSemanticModel(_files[file]).GetDiagnostics()
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    /// <summary>
    /// The types that the code of a file uses, each once: those it names, those whose members it names or has the compiler call, and those
    /// of its expressions. A <c>using</c> and documentation use nothing.
    /// </summary>
    public IReadOnlyList<UsedType> TypesUsedIn(string file)
    {
        var tree = _files[file];
        var model = _compilation.GetSemanticModel(tree);
        var named = new Dictionary<INamedTypeSymbol, int>(SymbolEqualityComparer.Default);
        var unnamed = new Dictionary<INamedTypeSymbol, int>(SymbolEqualityComparer.Default);
        foreach (var node in tree.GetRoot().DescendantNodes(node => node is not UsingDirectiveSyntax))
        {
            foreach (var type in SymbolsAt(model, node).SelectMany(TypesOf))
            {
                (node is SimpleNameSyntax ? named : unnamed).TryAdd(type.OriginalDefinition, node.SpanStart);
            }

            foreach (var type in SymbolsBehind(model, node).SelectMany(TypesOf))
            {
                unnamed.TryAdd(type.OriginalDefinition, node.SpanStart);
            }
        }

        return
        [
            .. named.Concat(unnamed.Where(use => !named.ContainsKey(use.Key)))
                .OrderBy(use => use.Value)
                .ThenBy(use => use.Key.Name, StringComparer.Ordinal)
                .Select(use => Describe(use.Key, tree.GetLineSpan(new TextSpan(use.Value, 0)).StartLinePosition)),
        ];
    }

    private static SyntaxTree Parse(string path, string source) => CSharpSyntaxTree.ParseText(source, Parsing, path);

    private static IEnumerable<string> FilesOf(string project)
    {
        var folder = Repository.PathOf(project);
        return Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/'))
            .Where(path => path.Split('/')[0] is not ("bin" or "obj"))
            // What .NET Standard lacks, .NET 10 has itself.
            .Where(path => !path.StartsWith("Shared/Polyfills/", StringComparison.Ordinal))
            .Select(path => $"{project}/{path}");
    }

    /// <summary>What the projects reference besides the base class library; the tasks have MSBuild's own assemblies from the SDK.</summary>
    private static IEnumerable<string> Libraries()
    {
        Type[] types = [typeof(SyntaxNode), typeof(CSharpCompilation), typeof(CodeFixProvider), typeof(SharedAttribute)];
        var dotnet = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        var sdk = Directory.GetDirectories(Path.Combine(dotnet, "sdk")).Order(StringComparer.Ordinal)
            .Last(folder => File.Exists(Path.Combine(folder, "Newtonsoft.Json.dll")));
        string[] ofTasks = ["Microsoft.Build.Framework.dll", "Microsoft.Build.Utilities.Core.dll", "Newtonsoft.Json.dll"];
        return types.Select(type => type.Assembly.Location).Concat(ofTasks.Select(name => Path.Combine(sdk, name)));
    }

    /// <summary>What a node names or, as an operator or <c>new()</c>, stands for; of a declaration of a type, all its parts.</summary>
    private static ImmutableArray<ISymbol> SymbolsAt(SemanticModel model, SyntaxNode node)
    {
        var info = model.GetSymbolInfo(node);
        var symbol = node is BaseTypeDeclarationSyntax declaration ? model.GetDeclaredSymbol(declaration) : info.Symbol;
        return symbol != null ? [symbol] : info.CandidateSymbols;
    }

    /// <summary>What the compiler puts in for a node: conversions, the calls behind a statement, and the type of an expression.</summary>
    private static IEnumerable<ISymbol?> SymbolsBehind(SemanticModel model, SyntaxNode node)
    {
        if (node is ExpressionSyntax or PatternSyntax)
        {
            var type = model.GetTypeInfo(node);
            yield return type.Type;
            yield return type.ConvertedType;
        }

        if (node is ExpressionSyntax expression)
        {
            yield return model.GetConversion(expression).MethodSymbol;
            if (expression.Parent.IsKind(SyntaxKind.CollectionInitializerExpression))
            {
                yield return model.GetCollectionInitializerSymbolInfo(expression).Symbol;
            }
        }

        switch (node)
        {
            case AwaitExpressionSyntax awaited:
                yield return model.GetAwaitExpressionInfo(awaited).GetAwaiterMethod;
                break;
            case QueryClauseSyntax clause:
                var query = model.GetQueryClauseInfo(clause);
                yield return query.CastInfo.Symbol;
                yield return query.OperationInfo.Symbol;
                break;
            case CommonForEachStatementSyntax loop:
                var enumeration = model.GetForEachStatementInfo(loop);
                yield return enumeration.GetEnumeratorMethod;
                yield return enumeration.CurrentProperty;
                yield return enumeration.DisposeMethod;
                yield return enumeration.ElementType;
                yield return enumeration.ElementConversion.MethodSymbol;
                break;
        }

        DeconstructionInfo? deconstruction = node switch
        {
            AssignmentExpressionSyntax assignment when assignment.IsKind(SyntaxKind.SimpleAssignmentExpression) =>
                model.GetDeconstructionInfo(assignment),
            ForEachVariableStatementSyntax loop => model.GetDeconstructionInfo(loop),
            _ => null,
        };
        foreach (var method in deconstruction is { } info ? MethodsOf(info) : [])
        {
            yield return method;
        }
    }

    private static IEnumerable<IMethodSymbol?> MethodsOf(DeconstructionInfo info) =>
        [info.Method, info.Conversion?.MethodSymbol, .. info.Nested.IsDefault ? [] : info.Nested.SelectMany(MethodsOf)];

    private static IEnumerable<INamedTypeSymbol> TypesOf(ISymbol? symbol) => symbol switch
    {
        null or INamespaceSymbol or IErrorTypeSymbol => [],
        IAliasSymbol alias => TypesOf(alias.Target),
        IArrayTypeSymbol array => TypesOf(array.ElementType),
        IPointerTypeSymbol pointer => TypesOf(pointer.PointedAtType),

        // The block of extension members stands in the type that is meant, and has no name.
        INamedTypeSymbol { Name: "", ContainingType: { } containing } => TypesOf(containing),
        INamedTypeSymbol type => type.TypeArguments.SelectMany(TypesOf).Prepend(type),
        ITypeSymbol => [],
        IMethodSymbol { ReducedFrom: { } extension } => TypesOf(extension),
        _ => TypesOf(symbol.ContainingType),
    };

    private UsedType Describe(INamedTypeSymbol type, LinePosition position) =>
        new(
            type.ToDisplayString(NameFormat),
            position,
            [.. type.DeclaringSyntaxReferences.Select(part => part.SyntaxTree.FilePath).Distinct().Order(StringComparer.Ordinal)],
            type.ContainingAssembly.Name,
            _baseClassLibrary.Contains(type.ContainingAssembly.Name));
}
