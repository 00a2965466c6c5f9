using ProvenanceAnalyzers.Shared.Digests;
using ProvenanceAnalyzers.Shared.Exchange;
using ProvenanceAnalyzers.Tool.Infrastructure;
using ProvenanceAnalyzers.Tool.Manifests;

namespace ProvenanceAnalyzers.Tool.Export;

/// <summary>Reads what is exported.</summary>
internal static class ExportedProjects
{
    /// <summary>The projects, in the order of their paths, whatever the order and the folders of their manifests are.</summary>
    /// <exception cref="ToolException">A manifest cannot be understood, or two are of one project.</exception>
    public static IReadOnlyList<ExportedProject> Read(ExportRequest request)
    {
        var manifests = ManifestReader.ReadWhole(request.Manifests);
        foreach (var group in manifests.GroupBy(one => one.Manifest.Project, StringComparer.Ordinal))
        {
            if (group.Skip(1).FirstOrDefault() is { Path: { } second })
            {
                throw new ToolException(
                    $"'{group.First().Path}' and '{second}' are both manifests of '{group.Key}': export one of them, "
                    + "and each repository by itself.");
            }
        }

        return
        [
            .. manifests
                .Select(one => new ExportedProject(
                    Path.GetFileName(one.Path),
                    Hex.Sha256(File.ReadAllBytes(one.Path)),
                    request.HashesPeople ? WithHashedPeople(one.Manifest) : one.Manifest))
                .OrderBy(project => project.Manifest.Project, StringComparer.Ordinal),
        ];
    }

    /// <summary>The units and variants of projects, each with its name, in the order of their names.</summary>
    public static IReadOnlyList<ExportedUnit> UnitsOf(IEnumerable<ExportedProject> projects) =>
    [
        .. projects.SelectMany(project => project.Units
            .GroupBy(unit => unit.Id, StringComparer.Ordinal)
            .SelectMany(variants => variants.Count() == 1
                ? variants.Select(unit => unit with { Name = $"{project.Manifest.Project}#{unit.Id}" })
                : variants.Select(unit => unit with
                {
                    Name = $"{project.Manifest.Project}#{unit.Id} ({string.Join(", ", unit.Unit.Frameworks)})",
                }))
            .OrderBy(unit => unit.Name, StringComparer.Ordinal)),
    ];

    private static ManifestContent WithHashedPeople(ManifestContent manifest) => manifest with
    {
        Units =
        [
            .. manifest.Units.Select(unit => unit with
            {
                Annotations = [.. unit.Annotations.Select(annotation => annotation with { RequestedBy = Hash(annotation.RequestedBy) })],
                Reviews = [.. unit.Reviews.Select(review => review with { Reviewer = Hash(review.Reviewer) })],
            }),
        ],
    };

    private static string? Hash(string? person) => person == null || PersonHash.IsHash(person) ? person : PersonHash.Of(person);
}
