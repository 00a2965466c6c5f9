using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace ProvenanceAnalyzers.Symbols;

/// <summary>
/// Tells which types of a compilation hold tests: themselves, by a base type or in a nested type; and which are class-level fixtures.
/// </summary>
internal sealed class TestClasses
{
    private readonly Compilation _compilation;
    private readonly Dictionary<TestRole, HashSet<INamedTypeSymbol>> _frameworkTypes = [];
    private readonly ConcurrentDictionary<INamedTypeSymbol, bool> _isTestClass = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<INamedTypeSymbol, bool> _declaresTests = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<INamedTypeSymbol, TestRole?> _roles = new(SymbolEqualityComparer.Default);
    private readonly Lazy<HashSet<ITypeSymbol>> _sharedFixtures;

    public TestClasses(Compilation compilation)
    {
        _compilation = compilation;
        _sharedFixtures = new Lazy<HashSet<ITypeSymbol>>(FindSharedFixtures);
        foreach (var (metadataName, role) in TestFramework.Types)
        {
            // Two references may define the type: a framework that is merged into a helper library, or two versions of it.
            foreach (var type in compilation.GetTypesByMetadataName(metadataName))
            {
                // What a project writes under a framework's name makes no test: test code is asked for other things than the rest.
                if (SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly))
                {
                    continue;
                }

                if (!_frameworkTypes.TryGetValue(role, out var types))
                {
                    _frameworkTypes[role] = types = new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default);
                }

                types.Add(type);
            }
        }
    }

    /// <summary>Whether the compilation knows a test framework, without which no type is a test class.</summary>
    public bool CanBeAny => _frameworkTypes.Count > 0;

    /// <summary>Whether a type holds tests or is a class-level fixture.</summary>
    public bool Contains(INamedTypeSymbol type) =>
        CanBeAny && _isTestClass.GetOrAdd(type.OriginalDefinition, IsTestClass);

    /// <summary>Whether a type or member is, or is nested in, a test class.</summary>
    public bool HoldCode(ISymbol symbol)
    {
        var outermost = symbol as INamedTypeSymbol ?? symbol.ContainingType;
        while (outermost?.ContainingType is { } containing)
        {
            outermost = containing;
        }

        return outermost != null && Contains(outermost);
    }

    /// <summary>Whether a type has test methods of its own, in nested types too.</summary>
    public bool HasTestMethods(INamedTypeSymbol type) =>
        type.GetMembers().Any(member =>
            member is IMethodSymbol method ? IsTestMethod(method) : member is INamedTypeSymbol nested && HasTestMethods(nested));

    /// <summary>Whether a method is a test.</summary>
    public bool IsTestMethod(IMethodSymbol method) => HasAttribute(method, TestRole.TestMethod);

    private bool IsTestClass(INamedTypeSymbol type)
    {
        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct or TypeKind.Interface))
        {
            return false;
        }

        for (var current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            if (_declaresTests.GetOrAdd(current.OriginalDefinition, DeclaresTests))
            {
                return true;
            }
        }

        return ImplementsFixtureInterface(type) || type.GetTypeMembers().Any(Contains) || _sharedFixtures.Value.Contains(type);
    }

    private bool DeclaresTests(INamedTypeSymbol type) =>
        HasAttribute(type, TestRole.TestClass)
        || type.GetMembers().Any(member =>
            member is IMethodSymbol method
            && (HasAttribute(method, TestRole.TestMethod) || HasAttribute(method, TestRole.FixtureMethod)));

    private bool HasAttribute(ISymbol symbol, TestRole role)
    {
        if (_frameworkTypes.ContainsKey(role))
        {
            foreach (var attribute in symbol.GetAttributes())
            {
                if (attribute.AttributeClass is { } attributeClass && _roles.GetOrAdd(attributeClass.OriginalDefinition, FindRole) == role)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private TestRole? FindRole(INamedTypeSymbol attributeClass)
    {
        foreach (var frameworkTypes in _frameworkTypes)
        {
            for (var current = attributeClass; current is { SpecialType: SpecialType.None }; current = current.BaseType)
            {
                if (frameworkTypes.Value.Contains(current.OriginalDefinition))
                {
                    return frameworkTypes.Key;
                }
            }

            if (attributeClass.AllInterfaces.Any(implemented => frameworkTypes.Value.Contains(implemented.OriginalDefinition)))
            {
                return frameworkTypes.Key;
            }
        }

        return null;
    }

    private bool ImplementsFixtureInterface(INamedTypeSymbol type) =>
        _frameworkTypes.TryGetValue(TestRole.FixtureInterface, out var interfaces)
        && type.AllInterfaces.Any(implemented => interfaces.Contains(implemented.OriginalDefinition));

    /// <summary>
    /// The types that others name as their fixture; looked for once, and only when a type is undeclared and holds no test.
    /// </summary>
    private HashSet<ITypeSymbol> FindSharedFixtures()
    {
        var fixtures = new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default);
        if (_frameworkTypes.TryGetValue(TestRole.AssemblyFixture, out var attributeClasses))
        {
            foreach (var attribute in _compilation.Assembly.GetAttributes())
            {
                if (attribute.AttributeClass is { } attributeClass && attributeClasses.Contains(attributeClass.OriginalDefinition))
                {
                    fixtures.UnionWith(attribute.ConstructorArguments
                        .Where(argument => argument.Kind == TypedConstantKind.Type)
                        .Select(argument => argument.Value)
                        .OfType<INamedTypeSymbol>()
                        .Select(fixture => fixture.OriginalDefinition));
                }
            }
        }

        if (_frameworkTypes.TryGetValue(TestRole.FixtureInterface, out var interfaces))
        {
            AddFixturesNamedIn(_compilation.Assembly.GlobalNamespace, interfaces, fixtures);
        }

        return fixtures;
    }

    private static void AddFixturesNamedIn(
        INamespaceOrTypeSymbol container, HashSet<INamedTypeSymbol> fixtureInterfaces, HashSet<ITypeSymbol> fixtures)
    {
        if (container is INamedTypeSymbol type)
        {
            foreach (var implemented in type.AllInterfaces)
            {
                if (fixtureInterfaces.Contains(implemented.OriginalDefinition))
                {
                    fixtures.UnionWith(implemented.TypeArguments.Select(argument => argument.OriginalDefinition));
                }
            }
        }

        foreach (var member in container is INamespaceSymbol @namespace
            ? @namespace.GetMembers()
            : ((INamedTypeSymbol)container).GetTypeMembers().CastArray<INamespaceOrTypeSymbol>())
        {
            AddFixturesNamedIn((INamespaceOrTypeSymbol)member, fixtureInterfaces, fixtures);
        }
    }
}
