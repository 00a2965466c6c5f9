using Microsoft.CodeAnalysis.CSharp.Syntax;
using ProvenanceAnalyzers.Shared.Exchange;
using ProvenanceAnalyzers.Symbols;

namespace ProvenanceAnalyzers.Model;

/// <summary>Why a file counts as generated.</summary>
internal enum Generation
{
    /// <summary>Nobody has asked yet.</summary>
    NotAsked,

    /// <summary>It does not.</summary>
    HandWritten,

    /// <summary>The build makes it: it lies below the intermediate output path, or is what a source generator made.</summary>
    Build,

    /// <summary>A package brought it, and it says that it is generated.</summary>
    Package,

    /// <summary>Its item says that a template makes it.</summary>
    Metadata,

    /// <summary>A configuration file says so.</summary>
    Setting,

    /// <summary>Its name is one that programs give.</summary>
    Name,

    /// <summary>It begins with a comment that says so.</summary>
    Comment,
}

/// <summary>
/// Decides what is generated code, here and nowhere else. What the driver takes for it (<c>#line hidden</c>, the attribute
/// <c>GeneratedCode</c>, a comment that mentions the word) hides nothing.
/// </summary>
internal static class GenerationRule
{
    /// <summary>The key by which configuration files say that a file is generated, or that it is not.</summary>
    public const string SettingKey = "generated_code";

    /// <summary>Why a file counts as generated.</summary>
    public static Generation Of(SourceFile file, BuildFacts facts, CancellationToken cancellationToken)
    {
        var known = file.Known;
        if (file.IsOfBuild)
        {
            return Generation.Build;
        }

        if (facts.IsOutput(file.PhysicalPath))
        {
            return HasFormOfItsName(file, cancellationToken) ? Generation.Build : Generation.HandWritten;
        }

        if (bool.TryParse(file.Setting(SettingKey), out var isGenerated))
        {
            if (!isGenerated)
            {
                return Generation.HandWritten;
            }

            // What the developer's configuration says takes no code from under the organisation's policy.
            if (facts.Policies.IsEmpty)
            {
                return Generation.Setting;
            }
        }

        if (known?.Kind == SourceKind.Generated)
        {
            return Generation.Metadata;
        }

        var isNamed = GeneratedCode.HasGeneratedFileName(file.Tree.FilePath);
        if (!isNamed && !GeneratedCode.BeginsWithGeneratedComment(file.Tree, cancellationToken))
        {
            return Generation.HandWritten;
        }

        if (known?.Kind == SourceKind.Package)
        {
            return Generation.Package;
        }

        return isNamed ? Generation.Name : Generation.Comment;
    }

    /// <summary>Whether the build makes a file, by its place alone: whatever is in it, it is generated.</summary>
    /// <param name="known">What the build knows of it, or null.</param>
    /// <param name="path">Its path as the compiler has it.</param>
    /// <param name="physicalPath">Its path relative to the project.</param>
    /// <param name="facts">What the build says of the project.</param>
    public static bool IsOfBuild(SourceFact? known, string path, string physicalPath, BuildFacts facts) => facts.IsOutput(physicalPath)
        ? !SdkSources.IsOfUsings(physicalPath) && !SdkSources.IsOfAttributes(physicalPath)
        : known?.Kind == SourceKind.Injected || (known == null && facts.IsOfGenerator(path, physicalPath));

    /// <summary>
    /// Whether a file has nothing in it that the SDK, which writes a file of that name, would never write: then the project file has put it
    /// there, and somebody wrote that.
    /// </summary>
    private static bool HasFormOfItsName(SourceFile file, CancellationToken cancellationToken) =>
        file.Tree.GetRoot(cancellationToken) is not CompilationUnitSyntax root
        || (root.Members.Count == 0 && (!SdkSources.IsOfUsings(file.PhysicalPath) || root.AttributeLists.Count == 0));
}
