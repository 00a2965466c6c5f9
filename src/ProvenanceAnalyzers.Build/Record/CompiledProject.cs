using ProvenanceAnalyzers.Shared.Text;

namespace ProvenanceAnalyzers.Build.Record;

/// <summary>What was compiled, by which a log of another compilation is known: projects can share one, by mistake.</summary>
/// <param name="framework">The target framework; empty where the project does not say.</param>
/// <param name="assembly">The name of the assembly; empty where the build does not say.</param>
/// <param name="sources">The full paths of its source files.</param>
internal sealed class CompiledProject(string framework, string assembly, IEnumerable<string> sources)
{
    /// <summary>What to do about a log that is not of this compilation, or into which two have written at once.</summary>
    public const string WhatToDo =
        "Give each project and each target framework a log of its own, with $(MSBuildProjectName) and $(TargetFramework) in ErrorLog, or "
        + "leave ErrorLog to this package; and build again.";

    private readonly HashSet<string> _sources = new(sources.Select(Resolved), Paths.Comparer);

    /// <summary>The target framework; empty where the project does not say.</summary>
    public string Framework => framework;

    /// <summary>Why a log is not of this compilation, as the end of a sentence that begins with the log; null if it is.</summary>
    /// <param name="project">What it says of the project.</param>
    /// <param name="units">What it says of units.</param>
    public string? Contradiction(LoggedProject project, IEnumerable<UnitRecord> units)
    {
        if (project.Assembly is { Length: > 0 } other && assembly.Length > 0 && other != assembly)
        {
            return $"is of the assembly '{other}' and not of '{assembly}'";
        }

        if (project.Framework.Length > 0 && framework.Length > 0 && project.Framework != framework)
        {
            return $"is of {project.Framework} and not of {framework}";
        }

        // One file is enough: what a source generator adds is among the files of no project.
        var files = units.SelectMany(unit => unit.Parts).Select(part => part.File).OfType<string>().Where(Path.IsPathRooted).ToList();
        return files.Count > 0 && !files.Exists(file => _sources.Contains(Resolved(file)))
            ? $"speaks of '{files[0]}', which this project does not compile"
            : null;
    }

    /// <summary>The compiler is told of a file by a path that may lead up and down again.</summary>
    private static string Resolved(string path) => Paths.Resolve(path, string.Empty);
}
