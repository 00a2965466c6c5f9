using System.CommandLine;

namespace ProvenanceAnalyzers.Tool.Commands;

/// <summary>The options that several commands have.</summary>
internal static class SharedOptions
{
    /// <summary>What is looked at.</summary>
    public static Argument<string> Path { get; } = new("PATH")
    {
        Description = "A solution, a solution filter, a project, or a folder that has one of them.",
        DefaultValueFactory = _ => ".",
    };

    /// <summary>What builds have written.</summary>
    public static Argument<string[]> Manifests { get; } = new("MANIFEST")
    {
        Description = "Manifests, and folders that are looked through for them.",
        Arity = ArgumentArity.OneOrMore,
    };

    /// <summary>The revision since which something must have changed.</summary>
    public static Option<string?> Since { get; } = new("--since")
    {
        Description = "Only files that changed since HEAD left this branch or revision.",
        HelpName = "REV",
    };

    /// <summary>An option with what a shell may complete it to.</summary>
    /// <param name="option">The option.</param>
    /// <param name="values">Its values, or the usual ones.</param>
    public static Option<T> Completed<T>(this Option<T> option, IEnumerable<string> values)
    {
        option.CompletionSources.Clear();
        option.CompletionSources.Add([.. values]);
        return option;
    }

    /// <summary>Whether packages are taken as they are.</summary>
    public static Option<bool> NoRestore { get; } = new("--no-restore")
    {
        Description = "Do not restore packages first.",
    };
}
