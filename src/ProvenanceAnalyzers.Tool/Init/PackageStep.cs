using System.Xml.Linq;

namespace ProvenanceAnalyzers.Tool.Init;

/// <summary>The package, for every project of the solution.</summary>
internal sealed class PackageStep : IInitStep
{
    private const string Build = "Directory.Build.props";
    private const string Packages = "Directory.Packages.props";
    private const string Central = "ManagePackageVersionsCentrally";

    /// <summary>The file that holds properties and items for every project: the nearest, else one beside the solution.</summary>
    public static string SharedFile(InitPlace place) => place.Nearest(Build) ?? Path.Combine(place.Folder, Build);

    public void Plan(InitRequest request, InitPlace place, InitFiles files)
    {
        var scan = MsBuildScan.Of(place);
        if (Find(scan, "PackageReference", "GlobalPackageReference") is { } there)
        {
            SayIfOther(there, request, place, files);
            return;
        }

        var version = Find(scan, "PackageVersion");
        if (version is { } other)
        {
            SayIfOther(other, request, place, files);
        }

        var isCentral = place.Above(Packages).Concat(place.Above(Build))
            .SelectMany(scan.WithImports)
            .SelectMany(scan.ElementsOf)
            .Any(element => element.Name.LocalName == Central
                && element.Value.Trim().Equals("true", StringComparison.OrdinalIgnoreCase));
        var isGlobal = isCentral && version == null;
        var path = isGlobal ? place.Nearest(Packages) ?? Path.Combine(place.Folder, Packages) : SharedFile(place);
        var reference = version != null
            ? $"<PackageReference Include=\"{InitRequest.Package}\" PrivateAssets=\"all\" />"
            : isGlobal
            ? $"<GlobalPackageReference Include=\"{InitRequest.Package}\" Version=\"{request.Version}\" />"
            : $"<PackageReference Include=\"{InitRequest.Package}\" Version=\"{request.Version}\" PrivateAssets=\"all\" />";
        files.Write(path, MsBuildText.Add(
            files.Read(path) ?? string.Empty, place.NameOf(path), ["<ItemGroup>", "  " + reference, "</ItemGroup>"]));

        foreach (var hiding in scan.ThatHide(path))
        {
            files.Note($"'{place.NameOf(hiding)}' does not import '{place.NameOf(path)}': projects below it do not get the package. "
                + "Import the file above there, or write the reference there too.");
        }

        foreach (var project in scan.ProjectsThatSay(Central, isCentral ? "false" : "true"))
        {
            files.Note(isCentral
                ? $"'{place.NameOf(project)}' manages no package versions centrally, so NuGet ignores the reference there: "
                    + "write a PackageReference into it."
                : $"'{place.NameOf(project)}' manages package versions centrally, on its own, where a reference must not have a Version: "
                    + "move the reference into projects, or manage versions centrally for all.");
        }
    }

    private static (string Path, XElement Element)? Find(MsBuildScan scan, params string[] elements) => scan
        .Elements(elements)
        .Where(found => (found.Element.Attribute("Include") ?? found.Element.Attribute("Update"))?.Value
            .Equals(InitRequest.Package, StringComparison.OrdinalIgnoreCase) == true)
        .Cast<(string Path, XElement Element)?>()
        .FirstOrDefault();

    private static void SayIfOther((string Path, XElement Element) there, InitRequest request, InitPlace place, InitFiles files)
    {
        var version = there.Element.Attribute("Version")?.Value
            ?? there.Element.Elements().FirstOrDefault(element => element.Name.LocalName == "Version")?.Value;
        if (version != null && version.Trim() != request.Version)
        {
            files.Note($"'{place.NameOf(there.Path)}' has version {version.Trim()} of {InitRequest.Package}, and this tool is "
                + $"{request.Version}. They must be the same: change one of the two.");
        }

        if (there.Path.EndsWith(".csproj", StringComparison.OrdinalIgnoreCase))
        {
            files.Note($"'{place.NameOf(there.Path)}' has the package already, so that it is added nowhere. For every project, "
                + $"reference it in {Build} instead.");
        }
    }
}
