using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ProvenanceAnalyzers.Annotations;
using ProvenanceAnalyzers.CodeFixes.Annotations;
using ProvenanceAnalyzers.Model;
using ProvenanceAnalyzers.Options;
using ProvenanceAnalyzers.Shared.Digests;
using ProvenanceAnalyzers.Shared.Exchange;
using ProvenanceAnalyzers.Shared.Text;
using ProvenanceAnalyzers.Symbols;
using ProvenanceAnalyzers.Tool.Infrastructure;
using ProvenanceAnalyzers.Tool.Units;

namespace ProvenanceAnalyzers.Tool.Declare;

/// <summary>Declares what changed in one file.</summary>
/// <param name="request">What is declared.</param>
/// <param name="cancellationToken">Ends the work.</param>
internal sealed class FileDeclaration(DeclareRequest request, CancellationToken cancellationToken)
{
    private static readonly string[] UsualFiles = ["Provenance.cs", "Properties/AssemblyInfo.cs", "GlobalUsings.cs"];

    /// <summary>Declares what changed.</summary>
    /// <param name="path">The file, with links followed.</param>
    /// <param name="edits">What a hook says was edited; none: nobody says it.</param>
    /// <param name="original">What the file was before the edits; null: nobody says it.</param>
    /// <returns>What was declared; nothing where nothing is to be.</returns>
    /// <exception cref="ToolException">Nothing can be declared, and why.</exception>
    public async Task<IReadOnlyList<DeclaredChange>> DeclareAsync(string path, IReadOnlyList<FileEdit> edits, string? original = null)
    {
        var folder = Path.GetDirectoryName(path)!;
        var repository = await GitRepository.FindAsync(folder, cancellationToken).ConfigureAwait(false);
        var project = ProjectFolder.Find(path, RealPath.Of(repository?.Folder ?? Path.GetPathRoot(path)!));
        var isSource = path.EndsWith(".cs", StringComparison.OrdinalIgnoreCase);
        if (project?.IsOutput(path) == true || (project == null && !isSource))
        {
            return [];
        }

        // A program that is one file says itself which packages it uses.
        if (project != null
            ? !project.KnowsAnnotations
            : !ProjectFolder.ReadOrEmpty(path).Contains(AnnotationReader.Namespace, StringComparison.Ordinal))
        {
            throw new ToolException(
                $"'{project?.Folder ?? path}' does not use the package ProvenanceAnalyzers, so nothing is declared in it. Add it: "
                + "dotnet add package ProvenanceAnalyzers");
        }

        var head = repository != null
            ? new HeadFiles(new GitRepository(RealPath.Of(repository.Folder)), cancellationToken)
            : null;
        return isSource
            ? await DeclareSourceAsync(path, project, head, edits, original, folder).ConfigureAwait(false)
            : await DeclareFixtureAsync(path, project!, head, edits).ConfigureAwait(false);
    }

    /// <summary>Whether somebody may name a tool so; if not, which one may be meant.</summary>
    private void CheckTool(ProvenanceOptions options)
    {
        if (!options.ToolIndex.IsKnown(request.Tool))
        {
            throw new ToolException(
                $"'{request.Tool}' is no tool that is known"
                + (options.ToolIndex.Nearest(request.Tool) is { } nearest ? $"; did you mean '{nearest}'?" : ".")
                + " A tool of your own is named by the option provenance.custom_tools.");
        }
    }

    private async Task<IReadOnlyList<DeclaredChange>> DeclareSourceAsync(
        string path, ProjectFolder? project, HeadFiles? head, IReadOnlyList<FileEdit> edits, string? original, string folder)
    {
        var file = PlannedFile.Read(path, project);
        var files = new List<PlannedFile> { file };
        files.AddRange(OthersOf(project, path));
        var compilation = SmallCompilation.Create(project, project?.Folder ?? folder, [.. files.Select(one => one.Tree)]);
        var source = compilation.Provenance.Files.Of(file.Tree);
        CheckTool(source.Options);
        if (source.Options.Exclude || source.IsGenerated(cancellationToken))
        {
            return [];
        }

        IEditedCode? edited = original == null
            ? EditedRegions.Find(file.Text, edits)
            : new EditedOriginal(
                ParsedFile.RootOf(file.Tree), ParsedFile.RootOf(ParsedFile.Parse(original, path, ParsedFile.OptionsOf(project))));
        if (head == null && edited == null)
        {
            throw new ToolException(
                $"Neither git nor a hook says what changed in '{path}', so nothing is declared in it. Run it in a git repository.");
        }

        var before = head != null ? await BeforeAsync(head, file, project).ConfigureAwait(false) : null;
        var units = new ChangedUnits(compilation.ModelsOf(file.Tree)[0], compilation.Provenance, edited).Find(before).ToList();
        var told = await ToldAsync(source.Options, folder).ConfigureAwait(false);
        var declared = new List<DeclaredChange>();
        var changes = new PlannedChanges(compilation, files);
        foreach (var unit in units)
        {
            if (PlanFor(unit, source, compilation.Provenance, told) is not { } plan)
            {
                continue;
            }

            if (!changes.Add(plan, unit.Node, source.Path, source.Options))
            {
                throw new ToolException($"The annotation of '{NameOf(unit)}' in '{path}' cannot be written. Declare it by hand.");
            }

            declared.Add(new DeclaredChange(path, NameOf(unit), plan.Added[^1]));
        }

        files.ForEach(one => one.Write());
        return declared;
    }

    private AnnotationPlan? PlanFor(ChangedUnit unit, SourceFile source, ProvenanceContext provenance, DeclareRequest told)
    {
        if (unit.Symbol is not { } symbol)
        {
            var holding = provenance.Resolution.Of(source).Annotations;
            var isDeclared = provenance.Resolution.IsDeclared(source);
            return !isDeclared && !DeclarationDuty.AreStatementsDue(source, provenance)
                || TargetPattern.Parse(source.Path, out _) is not { HasWildcard: false }
                ? null
                : AnnotationPlan.For(
                    told,
                    unit.IsNew,
                    [.. holding.Where(IsOfOneFile)],
                    [.. holding.Where(annotation => !IsOfOneFile(annotation))],
                    [],
                    isDeclared,
                    source.Options.ToolIndex);
        }

        var part = symbol.DeclaringSyntaxReferences.FirstOrDefault(reference =>
            reference.SyntaxTree == unit.Node.SyntaxTree && unit.Node.Span.Contains(reference.Span));
        var own = provenance.Annotations.ReadOn(symbol, unit.Node).ToList();
        var outer = own.Count == 0 && part != null
            ? provenance.Resolution.Of(symbol, part).Annotations.ToLookup(annotation =>
                provenance.Annotations.Read(symbol).Any(other => other.Attribute == annotation.Attribute))
            : Enumerable.Empty<ProvenanceAnnotation>().ToLookup(_ => false);
        return AnnotationPlan.For(
            told,
            unit.IsNew,
            own,
            [.. outer[false]],
            [.. outer[true]],
            part != null
                && DeclarationDuty.RuleOf(symbol, provenance, cancellationToken) == null
                && provenance.Resolution.IsDeclared(symbol, part),
            source.Options.ToolIndex);
    }

    private static bool IsOfOneFile(ProvenanceAnnotation annotation) =>
        annotation.HasTarget && TargetPattern.Parse(annotation.Target, out _) is { HasWildcard: false };

    private async Task<IReadOnlyList<DeclaredChange>> DeclareFixtureAsync(
        string path, ProjectFolder project, HeadFiles? head, IReadOnlyList<FileEdit> edits)
    {
        if (project.FixtureList is not { } list)
        {
            return [];
        }

        if (head == null && edits.Count == 0)
        {
            throw new ToolException(
                $"Neither git nor a hook says what changed in '{path}', so nothing is declared of it. Run it in a git repository.");
        }

        var before = head != null ? await head.ReadAsync(path).ConfigureAwait(false) : null;
        var relative = Paths.Normalize(Path.GetRelativePath(project.Folder, path));
        if (FixtureOf(relative, FixtureList.Read(ProjectFolder.ReadOrEmpty(list)), isNew: before == null) is not { } fixture
            || (before != null
                && AreSame(before, FileContent.Read(path))))
        {
            return [];
        }

        var files = OthersOf(project, path).ToList();
        foreach (var usual in UsualFiles.Select(name => Path.Combine(project.Folder, name)))
        {
            if (File.Exists(usual) && !files.Exists(file => file.Path == usual))
            {
                files.Add(PlannedFile.Read(usual, project));
            }
        }

        if (files.Count == 0)
        {
            files.Add(PlannedFile.Create(Path.Combine(project.Folder, UsualFiles[0]), project));
        }

        var compilation = SmallCompilation.Create(project, project.Folder, [.. files.Select(file => file.Tree)]);
        var provenance = compilation.Provenance;
        if (provenance.Fixtures.Anchor is not { } anchor)
        {
            return [];
        }

        CheckTool(anchor.File.Options);
        var options = provenance.Fixtures.OptionsOf(fixture, anchor.File);
        var holding = provenance.Resolution.OfFixture(fixture.Path).Annotations;
        var isDeclared = provenance.Resolution.IsFixtureDeclared(fixture.Path, options);
        if (options.Exclude
            || (!isDeclared && options.TestsRequiredOn == TestsRequiredOn.None)
            || TargetPattern.Parse(fixture.Path, out _) is not { HasWildcard: false }
            || AnnotationPlan.For(
                await ToldAsync(options, project.Folder).ConfigureAwait(false),
                isNew: before == null && edits.All(edit => edit.Before.Length == 0),
                [.. holding.Where(IsOfOneFile)],
                [.. holding.Where(annotation => !IsOfOneFile(annotation))],
                [],
                isDeclared,
                options.ToolIndex) is not { } plan)
        {
            return [];
        }

        if (!new PlannedChanges(compilation, files).Add(plan, anchor.File.Tree, fixture.Path, options))
        {
            throw new ToolException($"The annotation of '{path}' cannot be written into '{anchor.File.Path}'. Declare it by hand.");
        }

        files.ForEach(file => file.Write());
        return [new DeclaredChange(path, string.Empty, plan.Added[^1])];
    }

    /// <summary>
    /// The fixture file of a path: one that the last build listed; or a new one beside such a file, of the same kind, which the next build
    /// will list.
    /// </summary>
    private static FixtureFile? FixtureOf(string path, IEnumerable<FixtureFile> listed, bool isNew)
    {
        var all = listed.ToList();
        var created = new FixtureFile(path, FixtureFile.KindOf(path), null, null);
        return all.Find(file => file.PhysicalPath == path)
            ?? (isNew && all.Exists(file => file.Path == file.PhysicalPath && file.FolderAndKind == created.FolderAndKind)
                ? created
                : null);
    }

    /// <summary>Whether a file is what it was, as its digest tells: how the lines of a text end says nothing.</summary>
    private static bool AreSame(byte[] before, byte[] now)
    {
        using var digest = new FixtureDigest();
        return digest.Compute(new MemoryStream(before)) == digest.Compute(new MemoryStream(now));
    }

    /// <summary>The other files of the project in which annotations of the assembly stand that name files.</summary>
    private static IEnumerable<PlannedFile> OthersOf(ProjectFolder? project, string except)
    {
        var paths = project != null ? SmallCompilation.FilesOfAssemblyAnnotations(project) : [];
        foreach (var path in paths.Where(path => path != except))
        {
            PlannedFile file;
            try
            {
                file = PlannedFile.Read(path, project);
            }
            catch (ToolException)
            {
                // It says nothing that could be read.
                continue;
            }

            yield return file;
        }
    }

    private static async Task<HeadTypes> BeforeAsync(HeadFiles head, PlannedFile file, ProjectFolder? project)
    {
        var options = ParsedFile.OptionsOf(project);
        var types = new HeadTypes(ParsedFile.RootOf(file.Tree), await head.ParseAsync(file.Path, options).ConfigureAwait(false));
        if (types.Unmatched.Count > 0)
        {
            types.MatchElsewhere(await head.GoneTypesAsync(types.Unmatched, file.Path, options).ConfigureAwait(false));
        }

        return types;
    }

    /// <summary>The request, with whoever asked for it where options ask who that is.</summary>
    private async Task<DeclareRequest> ToldAsync(ProvenanceOptions options, string folder) =>
        request.Told.Requester == null && options.RequiredFields.HasFlag(RequiredFields.RequestedBy)
            ? request with
            {
                Told = request.Told with
                {
                    Requester = ClaimedFields.RequesterOfThisMachine
                        ?? await GitRepository.ConfigAsync(folder, "user.email", cancellationToken).ConfigureAwait(false),
                },
            }
            : request;

    private static string NameOf(ChangedUnit unit) => unit.Symbol == null ? string.Empty
        : unit.Symbol is INamedTypeSymbol ? UnitName.Simple(unit.Node)
        : UnitName.Short(unit.Node);
}
