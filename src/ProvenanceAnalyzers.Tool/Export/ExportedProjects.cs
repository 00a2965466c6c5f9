using System.Globalization;
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
    public static IReadOnlyList<ExportedProject> Read(ExportRequest request, CancellationToken cancellationToken)
    {
        var manifests = ManifestReader.ReadWhole(request.Manifests, cancellationToken);
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
                    one.Sha256,
                    Cleaned(one.Manifest, request.HashesPeople)))
                .OrderBy(project => project.Manifest.Project, StringComparer.Ordinal),
        ];
    }

    /// <summary>The units and variants of projects, each with its name, in the order of their names.</summary>
    public static IReadOnlyList<ExportedUnit> UnitsOf(IEnumerable<ExportedProject> projects) =>
    [
        .. projects.SelectMany(project => WithOwnNames(project.Units
            .GroupBy(unit => unit.Unit.Id, StringComparer.Ordinal)
            .SelectMany(variants => variants.Count() == 1
                ? variants.Select(unit => unit with { Name = $"{project.Manifest.Project}#{unit.Id}" })
                : variants.Select(unit => unit with
                {
                    Name = $"{project.Manifest.Project}#{unit.Id} ({string.Join(", ", unit.Unit.Frameworks)})",
                }))
            .OrderBy(unit => unit.Name, StringComparer.Ordinal)
            .ThenBy(unit => unit.Unit.Id, StringComparer.Ordinal))),
    ];

    /// <summary>What has the name of another, since of files outside the repository the folders are not told, gets a number.</summary>
    private static IEnumerable<ExportedUnit> WithOwnNames(IEnumerable<ExportedUnit> units) => units
        .GroupBy(unit => unit.Name, StringComparer.Ordinal)
        .SelectMany(group => group.Select((unit, index) =>
            index == 0 ? unit : unit with { Name = string.Create(CultureInfo.InvariantCulture, $"{unit.Name} [{index + 1}]") }));

    /// <summary>
    /// A manifest without what somebody has written into a field that is for something else: the address of a conversation, or anything
    /// that is no day and no digest.
    /// </summary>
    private static ManifestContent Cleaned(ManifestContent manifest, bool hashesPeople)
    {
        return manifest with
        {
            Units =
            [
                .. manifest.Units.Select(unit => unit with
                {
                    Annotations =
                    [
                        .. unit.Annotations.Select(annotation => annotation with
                        {
                            Tool = WithoutAddress(annotation.Tool),
                            Model = WithoutAddress(annotation.Model),
                            RequestedBy = Named(annotation.RequestedBy),
                            On = Day(annotation.On),
                        }),
                    ],
                    Reviews =
                    [
                        .. unit.Reviews.Select(review => review with
                        {
                            Reviewer = Named(review.Reviewer),
                            On = Day(review.On),
                            Digest = IsDigest(review.Digest) ? review.Digest : null,
                        }),
                    ],
                }),
            ],
        };

        string? Named(string? person) => hashesPeople ? Hash(person) : WithoutAddress(person);
    }

    private static bool IsDigest(string? text) => text != null && (DigestFormat.IsMatch(text) || DigestFormat.IsRest(text));

    private static string? WithoutAddress(string? text) => text?.Contains("://", StringComparison.Ordinal) == true ? null : text;

    private static string? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? text : null;

    private static string? Hash(string? person) => person == null || PersonHash.IsHash(person) ? person : PersonHash.Of(person);
}
