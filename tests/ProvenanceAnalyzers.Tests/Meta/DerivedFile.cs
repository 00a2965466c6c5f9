using ProvenanceAnalyzers.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Tests.Meta;

/// <summary>A file of the repository, or the part of one between two comments, whose text follows from definitions in the code.</summary>
/// <param name="path">Where it is in the repository.</param>
/// <param name="part">What the comment before it calls the part; null for a whole file.</param>
/// <param name="derive">Makes the text, which ends with a line end.</param>
/// <param name="command">The command that writes it.</param>
internal sealed class DerivedFile(string path, string? part, Func<string> derive, string command = DerivedFile.Command)
{
    /// <summary>
    /// The command that writes all of them but those of the tool. A rule that release tracking does not list yet is a warning of the build.
    /// </summary>
    public const string Command =
        "dotnet test tests/ProvenanceAnalyzers.Tests --filter DerivedFiles -e PROVENANCE_WRITE=true";

    private const string AnyBegin = "<!-- derived: ";

    private const string End = "<!-- /derived -->";

    /// <summary>Whether what is derived is written instead of compared.</summary>
    public static bool IsWriting =>
        Writes(Environment.GetEnvironmentVariable("PROVENANCE_WRITE"), Environment.GetEnvironmentVariable("CI"));

    public string Path { get; } = path;

    public string? Part { get; } = part;

    /// <summary>What stands before the part, and a line end.</summary>
    private string Begin => $"{AnyBegin}{Part} -->\n";

    public override string ToString() => Part == null ? Path : $"{Path}: {Part}";

    /// <summary>What the file must be.</summary>
    /// <param name="current">What it is, of which all outside of the part stays; null where there is no such file.</param>
    public string Expected(string? current)
    {
        if (Part == null)
        {
            return derive();
        }

        var start = current?.IndexOf(Begin, StringComparison.Ordinal) ?? -1;
        var end = start >= 0 ? current!.IndexOf(End, start, StringComparison.Ordinal) : -1;
        Assert.True(end >= 0, $"{Path} needs the lines '{Begin.TrimEnd()}' and '{End}', between which its {Part} are written.");
        Assert.True(
            current!.IndexOf(Begin, start + 1, StringComparison.Ordinal) < 0
                && !current[(start + 1)..end].Contains(AnyBegin, StringComparison.Ordinal),
            $"{Path} has the line '{Begin.TrimEnd()}' twice, or another part begins before '{End}'.");
        var endLine = current!.LastIndexOf('\n', end) + 1;
        return current[..(start + Begin.Length)] + derive() + current[endLine..];
    }

    /// <summary>Whether files are written. Fails where that is asked for in CI, which would find everything in order then.</summary>
    /// <param name="requested">The environment variable <c>PROVENANCE_WRITE</c>.</param>
    /// <param name="isCI">The environment variable <c>CI</c>.</param>
    public static bool Writes(string? requested, string? isCI)
    {
        var writes = IsTrue(requested);
        if (writes && IsTrue(isCI))
        {
            Assert.Fail("PROVENANCE_WRITE is refused in CI, which only compares.");
        }

        return writes;
    }

    /// <summary>Writes the file where that is asked for, else compares it.</summary>
    public void WriteOrCompare()
    {
        var place = Repository.PathOf(Path);
        var current = File.Exists(place) ? Repository.Read(Path) : null;
        if (!IsWriting)
        {
            Compare(current);
        }
        else if (Expected(current) is var expected && current != expected)
        {
            File.WriteAllText(place, expected);
        }
    }

    /// <summary>Fails where the file is not what it must be, and says where it differs and how it is written.</summary>
    /// <param name="current">What it is; null where there is no such file.</param>
    public void Compare(string? current)
    {
        var expected = Expected(current);
        if (current != expected)
        {
            Assert.Fail($"{Path} is not what the definitions make of it: {Difference(current, expected)} Write it: {command}");
        }
    }

    private static bool IsTrue(string? value) => string.Equals(value, "true", StringComparison.OrdinalIgnoreCase);

    private static string Difference(string? current, string expected)
    {
        if (current == null)
        {
            return "there is no such file.";
        }

        var (has, wants) = (current.Split('\n'), expected.Split('\n'));
        var line = has.Zip(wants).TakeWhile(lines => lines.First == lines.Second).Count();
        return $"line {line + 1} is '{has.ElementAtOrDefault(line)}' and should be '{wants.ElementAtOrDefault(line)}'.";
    }
}
