using Microsoft.Build.Framework;
using ProvenanceAnalyzers.Build.Fixtures;
using ProvenanceAnalyzers.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Build.Tests.Fixtures;

/// <summary>The task that lists fixture files. Digests are Python's: <c>hashlib.sha256(b"a\n").hexdigest()[:32]</c>.</summary>
public sealed class ListProvenanceFixturesTests : IDisposable
{
    private const string DigestOfA = "h1:87428fc522803d31065e7bce3cf03fe4";
    private const string DigestOfB = "h1:0263829989b6fd954f72baaf2fc64bc2";
    private const string Header = "# Fixture files, as the build found them: digest, size in bytes, kind, path, and where else it lies.\n";

    private static readonly DateTime LongAgo = new(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc);

    private readonly TemporaryFolder _folder = new();
    private readonly RecordingEngine _engine = new();

    private string Project => _folder.PathOf("Project");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Files_are_listed_by_path_with_digest_size_and_kind()
    {
        Add("Fixtures/b.json", "b\n");
        Add("Fixtures/a.json", "a\r\n");
        Add("Fixtures/LICENSE", "a\n");
        Add("A.Test.verified.txt", "b\n");

        var list = List("Fixtures/b.json", "Fixtures/LICENSE", "A.Test.verified.txt", "Fixtures/a.json");

        Assert.Equal(
            Header
            + $"{DigestOfB}\t2\t*.verified.txt\tA.Test.verified.txt\n"
            + $"{DigestOfA}\t2\tLICENSE\tFixtures/LICENSE\n"
            + $"{DigestOfA}\t3\t*.json\tFixtures/a.json\n"
            + $"{DigestOfB}\t2\t*.json\tFixtures/b.json\n",
            list);
        Assert.Empty(_engine.Lines);
    }

    [Theory]
    [InlineData("a b.json")]
    [InlineData("a#1.json")]
    [InlineData("a%41;b.json")]
    [InlineData("[a](b){c}$(d)@(e)'f.json")]
    [InlineData("ünïcödé 日本 😀.json")]
    public void Names_may_have_any_characters(string name)
    {
        Add($"Fixtures/{name}", "a\n");

        Assert.Equal($"{Header}{DigestOfA}\t2\t*.json\tFixtures/{name}\n", List(Item($"Fixtures/{name}")));
    }

    [Fact]
    public void A_file_outside_of_the_project_has_the_path_of_its_link_or_what_the_SDK_makes_of_it()
    {
        Write(_folder.PathOf("Shared/x/one.csv"), "a\n");

        Assert.Equal(
            Header
            + string.Concat(new[] { "Data/one.csv", "Shared/x/one.csv", "one.csv" }.Select(path =>
                $"{DigestOfA}\t2\t*.csv\t{path}\t../Shared/x/one.csv\n")),
            List(
                Item("../Shared/x/one.csv", ("Link", @"Data\one.csv")),
                Item("../Shared/x/one.csv", ("LinkBase", "Shared"), ("RecursiveDir", "x/")),
                Item("../Shared/x/one.csv")));
    }

    [Fact]
    public void A_file_is_listed_once_however_often_it_is_named()
    {
        Add("Fixtures/a.json", "a\n");

        Assert.Equal(
            $"{Header}{DigestOfA}\t2\t*.json\tFixtures/a.json\n",
            List(Item("Fixtures/a.json"), Item("Fixtures/../Fixtures/a.json"), Item("Fixtures/a.json")));
        Assert.Empty(_engine.Lines);
    }

    /// <summary>What an annotation says of one file must not hold for another, and none may be out of sight.</summary>
    [Fact]
    public void A_name_that_several_files_would_have_is_the_name_of_none_and_a_warning()
    {
        Write(_folder.PathOf("x/one.csv"), "a\n");
        Write(_folder.PathOf("y/one.csv"), "b\n");

        Assert.Equal(
            $"{Header}{DigestOfA}\t2\t*.csv\t../x/one.csv\n{DigestOfB}\t2\t*.csv\t../y/one.csv\n",
            List(Item("../y/one.csv"), Item("../x/one.csv"), Item("../x/one.csv")));
        Assert.Equal(
            [.. new[] { "x/one.csv", "y/one.csv" }.Select(_folder.PathOf).Select(path =>
                $"warning PROVMSB0021 {path}: No annotation can name the fixture file '{path}': another one is known as 'one.csv' too. "
                + "Give one of them another Link or LinkBase.")],
            _engine.Lines);
    }

    [Theory]
    [InlineData("Link", "Fixtures/a.json")]
    [InlineData("Link", @"Fixtures\a.json")]
    [InlineData("Link", "../Project/Fixtures/../Fixtures/a.json", "Project/Fixtures/Fixtures/a.json")]
    [InlineData("LinkBase", "Fixtures")]
    public void No_file_outside_of_the_project_takes_the_name_of_one_in_it(string metadata, string value, string path = "../x/a.json")
    {
        Add("Fixtures/a.json", "a\n");
        Write(_folder.PathOf("x/a.json"), "b\n");

        Assert.Equal(
            new[] { $"{DigestOfA}\t2\t*.json\tFixtures/a.json", $"{DigestOfB}\t2\t*.json\t{path}" }.Order(StringComparer.Ordinal),
            List(Item("Fixtures/a.json"), Item("../x/a.json", (metadata, value)))[Header.Length..].TrimEnd('\n').Split('\n')
                .Select(line => string.Join('\t', line.Split('\t').Take(4)))
                .Order(StringComparer.Ordinal));
    }

    /// <summary>Sections of a policy go by where a file lies.</summary>
    [Fact]
    public void A_file_of_the_project_is_called_as_it_lies_and_of_another_it_is_said_where_it_lies()
    {
        Add("Evals/a.json", "a\n");
        Write(_folder.PathOf("Evals/b.json"), "b\n");

        Assert.Equal(
            $"{Header}{DigestOfB}\t2\t*.json\tData/b.json\t../Evals/b.json\n{DigestOfA}\t2\t*.json\tEvals/a.json\n",
            List(Item("Evals/a.json", ("Link", "Data/a.json")), Item("../Evals/b.json", ("Link", "Data/b.json"))));
    }

    [FactNeeding(Needs.Linux)]
    public void Under_a_policy_it_is_said_where_links_lead_to()
    {
        Add("Evals/a.json", "a\n");
        File.CreateSymbolicLink(Path.Combine(Project, "link.json"), "Evals/a.json");
        Directory.CreateSymbolicLink(Path.Combine(Project, "folder"), "Evals");

        Assert.Equal(
            $"{Header}{DigestOfA}\t2\t*.json\tEvals/a.json\n"
            + $"{DigestOfA}\t2\t*.json\tfolder/a.json\tfolder/a.json\tEvals/a.json\n"
            + $"{DigestOfA}\t2\t*.json\tlink.json\tlink.json\tEvals/a.json\n",
            Run(
                task => task.Policies = [Item("../company.provenance")],
                Item("Evals/a.json"),
                Item("folder/a.json"),
                Item("link.json")));
    }

    [Fact]
    public void What_the_compiler_compiles_is_left_out()
    {
        Add("Fixtures/Compiled.cs", "a\n");
        Add("Fixtures/Data.cs", "a\n");

        Assert.Equal(
            $"{Header}{DigestOfA}\t2\t*.cs\tFixtures/Data.cs\n",
            Run(
                task => task.Sources = [Item("Fixtures/Compiled.cs"), Item("Program.cs")],
                Item("Fixtures/Data.cs"),
                Item("Fixtures/Compiled.cs")));
    }

    [Fact]
    public void A_file_that_is_gone_is_left_out_with_a_message()
    {
        Add("Fixtures/a.json", "a\n");

        Assert.Equal(
            $"{Header}{DigestOfA}\t2\t*.json\tFixtures/a.json\n", List("Fixtures/gone.json", "Fixtures/a.json", "Nowhere/gone.json"));
        Assert.Equal(
            [
                "message The fixture file 'Fixtures/gone.json' does not exist any more, and is left out.",
                "message The fixture file 'Nowhere/gone.json' does not exist any more, and is left out.",
            ],
            _engine.Lines);
    }

    [Fact]
    public void One_that_cannot_be_read_is_a_warning_and_stays_in_the_list()
    {
        Add("Fixtures/a.json", "a\n");
        Add("Fixtures/locked.json", "b\n");
        Directory.CreateDirectory(Path.Combine(Project, "Fixtures/folder.json"));
        string list;
        using (new FileStream(Path.Combine(Project, "Fixtures/locked.json"), FileMode.Open, FileAccess.Read, FileShare.None))
        {
            list = List("Fixtures/a.json", "Fixtures/locked.json", "Fixtures/folder.json");
        }

        Assert.Equal(
            $"{Header}{DigestOfA}\t2\t*.json\tFixtures/a.json\n"
            + "-\t-\t*.json\tFixtures/folder.json\n-\t-\t*.json\tFixtures/locked.json\n",
            list);
        Assert.Equal(2, _engine.Lines.Count);
        Assert.StartsWith(
            $"warning PROVMSB0020 {Path.Combine(Project, "Fixtures", "folder.json")}: "
            + "The fixture file 'Fixtures/folder.json' cannot be read, "
            + "so that no review of it can be checked: it is a folder",
            _engine.Lines[0],
            StringComparison.Ordinal);
        Assert.StartsWith(
            $"warning PROVMSB0020 {Path.Combine(Project, "Fixtures", "locked.json")}: "
            + "The fixture file 'Fixtures/locked.json' cannot be read, ",
            _engine.Lines[1],
            StringComparison.Ordinal);

        _engine.Lines.Clear();
        Assert.Contains($"{DigestOfB}\t2\t*.json\tFixtures/locked.json\n", List("Fixtures/locked.json"), StringComparison.Ordinal);
        Assert.Empty(_engine.Lines);
    }

    [Fact]
    public void An_unchanged_file_is_not_read_again_and_a_changed_one_is()
    {
        foreach (var name in new[] { "same", "time", "size" })
        {
            Add($"Fixtures/{name}.json", "a\n");
        }

        string[] names = ["Fixtures/same.json", "Fixtures/size.json", "Fixtures/time.json"];
        List(names);

        // As long as it seems the same, nobody looks into it.
        Add("Fixtures/same.json", "b\n");
        Add("Fixtures/size.json", "a\r\n");
        Add("Fixtures/time.json", "b\n");
        File.SetLastWriteTimeUtc(Path.Combine(Project, "Fixtures/time.json"), LongAgo.AddTicks(10));

        Assert.Equal(
            $"{Header}{DigestOfA}\t2\t*.json\tFixtures/same.json\n"
            + $"{DigestOfA}\t3\t*.json\tFixtures/size.json\n{DigestOfB}\t2\t*.json\tFixtures/time.json\n",
            List(names));
    }

    [Fact]
    public void A_file_that_has_just_been_written_is_read_again()
    {
        Write(Path.Combine(Project, "Fixtures/a.json"), "a\n");
        List("Fixtures/a.json");
        var time = File.GetLastWriteTimeUtc(Path.Combine(Project, "Fixtures/a.json"));
        Write(Path.Combine(Project, "Fixtures/a.json"), "b\n");
        File.SetLastWriteTimeUtc(Path.Combine(Project, "Fixtures/a.json"), time);

        Assert.Equal($"{Header}{DigestOfB}\t2\t*.json\tFixtures/a.json\n", List("Fixtures/a.json"));
    }

    [Fact]
    public void The_list_is_written_only_when_it_says_something_else()
    {
        Add("Fixtures/a.json", "a\n");
        List("Fixtures/a.json");
        File.SetLastWriteTimeUtc(_folder.PathOf("obj/list.tsv"), LongAgo);
        File.SetLastWriteTimeUtc(_folder.PathOf("obj/cache"), LongAgo);

        List("Fixtures/a.json");
        Assert.Equal(
            (LongAgo, LongAgo),
            (File.GetLastWriteTimeUtc(_folder.PathOf("obj/list.tsv")), File.GetLastWriteTimeUtc(_folder.PathOf("obj/cache"))));

        // Touched, and the same.
        File.SetLastWriteTimeUtc(Path.Combine(Project, "Fixtures/a.json"), LongAgo.AddDays(1));
        List("Fixtures/a.json");
        Assert.Equal(LongAgo, File.GetLastWriteTimeUtc(_folder.PathOf("obj/list.tsv")));

        List(Array.Empty<string>());
        Assert.Equal(Header, File.ReadAllText(_folder.PathOf("obj/list.tsv")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("# Something else\n")]
    [InlineData("# Provenance.Fixtures cache 3\nh1:11111111111111111111111111111111\tx\ty\n\t\t\t\n")]
    [InlineData("# Provenance.Fixtures cache 1\nh1:11111111111111111111111111111111\t2\t639028586450000000\tFixtures/a.json\t{path}\n")]
    public void A_cache_that_cannot_be_read_is_none(string cache)
    {
        Add("Fixtures/a.json", "a\n");
        Write(_folder.PathOf("obj/cache"), cache.Replace("{path}", Path.Combine(Project, "Fixtures", "a.json"), StringComparison.Ordinal));

        Assert.Equal($"{Header}{DigestOfA}\t2\t*.json\tFixtures/a.json\n", List("Fixtures/a.json"));
    }

    [Fact]
    public void A_cache_holds_by_the_whole_path_size_and_time()
    {
        Add("Fixtures/a.json", "a\n");
        Write(
            _folder.PathOf("obj/cache"),
            "# Provenance.Fixtures cache 3\n"
            + $"h1:11111111111111111111111111111111\t2\t{LongAgo.Ticks}\tFixtures/a.json\t{Path.Combine(Project, "Fixtures", "a.json")}\n");

        Assert.Equal($"{Header}h1:11111111111111111111111111111111\t2\t*.json\tFixtures/a.json\n", List("Fixtures/a.json"));
    }

    [Fact]
    public void Another_link_or_a_lost_list_is_a_new_list()
    {
        Add("../Fixtures/a.json", "a\n");
        List(Item("../Fixtures/a.json"));

        var expected = $"{Header}{DigestOfA}\t2\t*.json\tOther/a.json\t../Fixtures/a.json\n";
        Assert.Equal(expected, List(Item("../Fixtures/a.json", ("Link", "Other/a.json"))));

        File.Delete(_folder.PathOf("obj/list.tsv"));
        Assert.Equal(expected, List(Item("../Fixtures/a.json", ("Link", "Other/a.json"))));
    }

    [FactNeeding(Needs.Linux)]
    public void A_link_is_the_file_it_leads_to_and_seen_when_that_changes()
    {
        Add("Fixtures/a.json", "a\n");
        File.CreateSymbolicLink(Path.Combine(Project, "link.json"), "Fixtures/a.json");
        File.CreateSymbolicLink(Path.Combine(Project, "nowhere.json"), "Fixtures/gone.json");
        Directory.CreateSymbolicLink(Path.Combine(Project, "folder"), "Fixtures");
        string[] names = ["link.json", "nowhere.json", "folder/a.json"];

        Assert.Equal($"{Header}{DigestOfA}\t2\t*.json\tfolder/a.json\n{DigestOfA}\t2\t*.json\tlink.json\n", List(names));
        Assert.Equal(["message The fixture file 'nowhere.json' does not exist any more, and is left out."], _engine.Lines);

        Add("Fixtures/a.json", "b\n");
        Assert.Contains($"{DigestOfB}\t2\t*.json\tlink.json\n", List(names), StringComparison.Ordinal);
    }

    [Fact]
    public void A_thousand_files_are_each_listed_with_their_own_digest()
    {
        var names = Enumerable.Range(0, 1000).Select(number => $"Fixtures/{number:D4}.json").ToArray();
        foreach (var name in names)
        {
            Add(name, name[^6] % 2 == 0 ? "a\n" : "b\n");
        }

        var list = List(names);

        Assert.Equal(
            Header + string.Concat(names.Select(name => $"{(name[^6] % 2 == 0 ? DigestOfA : DigestOfB)}\t2\t*.json\t{name}\n")), list);
        Assert.Equal(list, List(names));
    }

    private void Add(string path, string text)
    {
        Write(Path.Combine(Project, path), text);
        File.SetLastWriteTimeUtc(Path.Combine(Project, path), LongAgo);
    }

    private static void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private static InMemoryItem Item(string path, params (string Name, string Value)[] metadata) => new(path, metadata);

    private string List(params string[] paths) => List([.. paths.Select(path => Item(path))]);

    private string List(params ITaskItem[] items) => Run(_ => { }, items);

    private string Run(Action<ListProvenanceFixtures> configure, params ITaskItem[] items)
    {
        var task = new ListProvenanceFixtures
        {
            BuildEngine = _engine,
            Fixtures = items,
            ProjectDirectory = Project,
            List = _folder.PathOf("obj/list.tsv"),
            Cache = _folder.PathOf("obj/cache"),
        };
        configure(task);
        Assert.True(task.Execute());
        return File.ReadAllText(_folder.PathOf("obj/list.tsv"));
    }
}
