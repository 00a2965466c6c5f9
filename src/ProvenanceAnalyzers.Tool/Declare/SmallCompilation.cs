using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using ProvenanceAnalyzers.Model;
using ProvenanceAnalyzers.Options;
using ProvenanceAnalyzers.Shared.Exchange;
using ProvenanceAnalyzers.Shared.Text;
using ProvenanceAnalyzers.Tool.Infrastructure;

namespace ProvenanceAnalyzers.Tool.Declare;

/// <summary>
/// A compilation of what a declaration needs and nothing else: the file, the attributes, the global usings, and the files in which
/// annotations of the assembly stand that name others. It says of the file what that of the whole project says of it, but for what other
/// parts of a type and base types in other files say.
/// </summary>
internal sealed class SmallCompilation
{
    private const string AttributeSources = "Attributes/";
    private const string UsingsFile = "obj/Provenance.GlobalUsings.g.cs";
    private const string CoreFile = "obj/Provenance.Core.g.cs";

    private static readonly byte[][] MarksOfAssemblyAnnotations =
    [
        "AIProvenance"u8.ToArray(), "assembly"u8.ToArray(), "Target"u8.ToArray(),
    ];

    private static readonly string[] CoreNames = ["System.Private.CoreLib.dll", "System.Runtime.dll", "netstandard.dll"];

    private SmallCompilation(CSharpCompilation compilation, ProvenanceContext provenance)
    {
        Compilation = compilation;
        Provenance = provenance;
    }

    /// <summary>The compilation.</summary>
    public CSharpCompilation Compilation { get; }

    /// <summary>What the rules would ask of it.</summary>
    public ProvenanceContext Provenance { get; }

    /// <summary>Makes one.</summary>
    /// <param name="project">The project; null: the file is in none.</param>
    /// <param name="folder">The folder that paths are relative to.</param>
    /// <param name="sources">The files, parsed.</param>
    public static SmallCompilation Create(ProjectFolder? project, string folder, IReadOnlyList<SyntaxTree> sources)
    {
        var parseOptions = ParsedFile.OptionsOf(project);
        var hasStatements = sources.Any(tree => UnitWalker.FirstStatement(tree.GetRoot()) != null);
        var core = ParsedFile.Parse(SmallCore.Source, Path.Combine(folder, CoreFile), parseOptions);
        var compilation = CSharpCompilation.Create(
            "Declared",
            sources
                .Append(ParsedFile.Parse(project?.GlobalUsings ?? string.Empty, Path.Combine(folder, UsingsFile), parseOptions))
                .Append(core)
                .Concat(Attributes(folder, parseOptions)),
            [],
            new CSharpCompilationOptions(
                hasStatements ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
                allowUnsafe: true,
                nullableContextOptions: NullableContextOptions.Enable));

        var options = new AnalyzerOptions(FilesOfBuild(project), new FileOptions(folder, sources.Select(tree => tree.FilePath)));
        var provenance = ProvenanceContext.For(compilation, options);
        if (provenance.Files.AnyOptions(one => one.RequiredOn != RequiredOn.Types || one.TestsRequiredOn != TestsRequiredOn.Classes)
            && TestFrameworkReferences.Of(project?.Assets) is { Count: > 0 } frameworks)
        {
            // These are made for the real core library.
            compilation = compilation.RemoveSyntaxTrees(core).AddReferences(frameworks).AddReferences(CoreLibraries());
            provenance = ProvenanceContext.For(compilation, options);
        }

        return new SmallCompilation(compilation, provenance);
    }

    /// <summary>The semantic model of a file.</summary>
    public ImmutableArray<SemanticModel> ModelsOf(SyntaxTree tree) => [Compilation.GetSemanticModel(tree)];

    /// <summary>The files of a project in which annotations of the assembly stand that name other files.</summary>
    public static IEnumerable<string> FilesOfAssemblyAnnotations(ProjectFolder project) => project.Sources().Where(path =>
    {
        try
        {
            var bytes = FileContent.Read(path);
            return Array.TrueForAll(MarksOfAssemblyAnnotations, mark => bytes.AsSpan().IndexOf(mark) >= 0);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    });

    private static IEnumerable<SyntaxTree> Attributes(string folder, CSharpParseOptions options)
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(AttributeSources, StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return ParsedFile.Parse(reader.ReadToEnd(), Path.Combine(folder, "obj", name), options);
        }
    }

    private static IEnumerable<MetadataReference> CoreLibraries() => CoreNames
        .Select(name => Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, name))
        .Where(File.Exists)
        .Select(path => MetadataReference.CreateFromFile(path));

    /// <summary>What the last build has told the analyzers, and the policies that it names.</summary>
    private static ImmutableArray<AdditionalText> FilesOfBuild(ProjectFolder? project)
    {
        var files = ImmutableArray.CreateBuilder<AdditionalText>();
        if (project?.Facts is { } facts)
        {
            files.Add(new FileOfBuild(facts));
            var listed = FactsFile.Read(ProjectFolder.ReadOrEmpty(facts), out _);
            var root = Paths.NormalizeDirectory(project.Folder);
            files.AddRange(listed.Policies.Select(policy => new FileOfBuild(Paths.Resolve(policy.Path, root))));
        }

        if (project?.FixtureList is { } fixtures)
        {
            files.Add(new FileOfBuild(fixtures));
        }

        return files.ToImmutable();
    }
}
