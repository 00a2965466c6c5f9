using System.Text;

namespace ProvenanceAnalyzers.Package.Tests.Infrastructure;

/// <summary>How the package gets into a project.</summary>
internal enum Installed
{
    /// <summary>As a PackageReference with PrivateAssets="all".</summary>
    ByHand,

    /// <summary>Not by the project file: the test does it, or nobody.</summary>
    NotHere,
}

/// <summary>A project file to be written, with the defaults of <c>dotnet new classlib</c>.</summary>
internal sealed record TestProject
{
    public string Framework { get; init; } = "net10.0";

    public Installed Package { get; init; } = Installed.ByHand;

    /// <summary>Properties beside the defaults, or instead of them.</summary>
    public IReadOnlyDictionary<string, string> Properties { get; init; } = new Dictionary<string, string>();

    /// <summary>Names of other projects of the workspace.</summary>
    public IReadOnlyList<string> References { get; init; } = [];

    /// <summary>Packages as <c>name/version</c>.</summary>
    public IReadOnlyList<string> Packages { get; init; } = [];

    /// <summary>Further items, as XML.</summary>
    public string Items { get; init; } = "";

    /// <summary>The same project with one property more, or another value of it.</summary>
    public TestProject With(string property, string value)
        => this with { Properties = new Dictionary<string, string>(Properties) { [property] = value } };

    public string ToXml(string packageVersion)
    {
        var properties = new Dictionary<string, string>
        {
            [Framework.Contains(';', StringComparison.Ordinal) ? "TargetFrameworks" : "TargetFramework"] = Framework,
            ["ImplicitUsings"] = "enable",
            ["Nullable"] = "enable",
        };
        foreach (var (name, value) in Properties)
        {
            properties[name] = value;
        }

        var xml = new StringBuilder("<Project Sdk=\"Microsoft.NET.Sdk\">\n  <PropertyGroup>\n");
        foreach (var (name, value) in properties)
        {
            xml.Append($"    <{name}>{value}</{name}>\n");
        }

        xml.Append("  </PropertyGroup>\n  <ItemGroup>\n");
        if (Package == Installed.ByHand)
        {
            xml.Append($"    <PackageReference Include=\"ProvenanceAnalyzers\" Version=\"{packageVersion}\" PrivateAssets=\"all\" />\n");
        }

        foreach (var package in Packages.Select(package => package.Split('/')))
        {
            xml.Append($"    <PackageReference Include=\"{package[0]}\" Version=\"{package[1]}\" />\n");
        }

        foreach (var reference in References)
        {
            xml.Append($"    <ProjectReference Include=\"../{reference}/{reference}.csproj\" />\n");
        }

        return xml.Append($"    {Items}\n  </ItemGroup>\n</Project>\n").ToString();
    }
}
