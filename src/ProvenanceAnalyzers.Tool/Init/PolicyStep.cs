using ProvenanceAnalyzers.Tool.Declare;
using ProvenanceAnalyzers.Tool.Infrastructure;

namespace ProvenanceAnalyzers.Tool.Init;

/// <summary>Presets, or a locked policy file: what somebody asked for, and nothing otherwise.</summary>
internal sealed class PolicyStep : IInitStep
{
    private const string Property = "ProvenancePolicy";
    private const string Item = "ProvenancePolicyFile";

    /// <summary>
    /// A policy that asks for what holds without one, so that nobody can loosen it, and that fails nothing for what is only due.
    /// </summary>
    private const string PolicyText =
        """
        # The locked policy of this repository. It has the same keys as .editorconfig, and nothing else in the repository can loosen what it
        # says. Let code owners approve its changes.

        # While it is rolled out, what is only due warns in CI too. Take the line out, and it fails there.
        provenance.due = warning

        # Code must say who made it, and a human must have reviewed what an AI made.
        provenance.required_on = types
        provenance.review_required = ai

        # What is not allowed is an error everywhere, from the first day on. Remove the # in front of a line to lock it.
        #provenance.tests.allowed_origins = human
        #provenance.allowed_tools = claude-code, github-copilot
        #provenance.denied_tools = codex
        #provenance.denied_providers = openai
        #provenance.suspended_tools = codex:2026-06-29..

        # Who may review: patterns for an address.
        #provenance.reviewers = *@example.com

        """;

    /// <summary>The full path of the policy file; null where none is asked for.</summary>
    /// <exception cref="ToolException">It lies outside of the repository.</exception>
    public static string? PathOf(InitRequest request, InitPlace place)
    {
        if (request.Policy is not { } named)
        {
            return null;
        }

        var path = RealPath.Of(Path.GetFullPath(named, place.Root));
        return RealPath.IsBelow(path, place.Root)
            ? path
            : throw new ToolException(
                $"The policy file '{named}' lies outside of '{place.Root}'. Name one in the repository: provenance.policy");
    }

    public void Plan(InitRequest request, InitPlace place, InitFiles files)
    {
        var scan = MsBuildScan.Of(place);
        var shared = PackageStep.SharedFile(place);
        if (request.Presets.Count > 0 && !IsPresetThere(string.Join(", ", request.Presets), scan, place, files))
        {
            Add(
                shared,
                place,
                files,
                "<PropertyGroup>",
                $"  <{Property}>{string.Join(", ", request.Presets)}</{Property}>",
                "</PropertyGroup>");
        }

        if (PathOf(request, place) is { } path)
        {
            if (!files.Exists(path))
            {
                files.Write(path, PolicyText.ReplaceLineEndings("\n"));
            }

            var relative = Path.GetRelativePath(Path.GetDirectoryName(shared)!, path).Replace(Path.DirectorySeparatorChar, '/');
            if (!scan.Elements(Item).Any(found => NameOf(found.Element.Attribute("Include")?.Value) == Path.GetFileName(path)))
            {
                Add(shared, place, files, "<ItemGroup>", $"  <{Item} Include=\"$(MSBuildThisFileDirectory){relative}\" />", "</ItemGroup>");
            }
        }
    }

    private static void Add(string path, InitPlace place, InitFiles files, params string[] lines) =>
        files.Write(path, MsBuildText.Add(files.Read(path) ?? string.Empty, place.NameOf(path), lines));

    private static bool IsPresetThere(string asked, MsBuildScan scan, InitPlace place, InitFiles files)
    {
        var there = scan.Elements(Property).ToList();
        if (there.Count > 0 && !there.Exists(found => found.Element.Value.Trim() == asked))
        {
            files.Note($"'{place.NameOf(there[0].Path)}' sets {Property} to '{there[0].Element.Value.Trim()}' already. It is left as "
                + $"it is; to have '{asked}', write it there.");
        }

        return there.Count > 0;
    }

    private static string? NameOf(string? include) => include?.Split('/', '\\', ')')[^1];
}
