using ProvenanceAnalyzers.Build.Outputs;
using ProvenanceAnalyzers.Build.Record;
using ProvenanceAnalyzers.Build.Tests.Evidence;
using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.Build.Tests.Outputs;

/// <summary>The revision that a project was built from, and whether what was judged is as it is there.</summary>
public sealed class BuiltRevisionTests
{
    private const string Text = "class A\n{\n}\n";
    private const string WithWindowsEnds = "class A\r\n{\r\n}\r\n";

    /// <summary>Each row: what is done after the commit, and whether what was judged is as it is there.</summary>
    public static TheoryData<string, object, bool> Changes => new()
    {
        { "nothing", new Action<TestRepository>(_ => { }), true },
        { "line ends, as Windows has them", new Action<TestRepository>(repository => repository.Write("A.cs", WithWindowsEnds)), true },
        { "a source file", new Action<TestRepository>(repository => repository.Write("A.cs", Text + "// More.\n")), false },
        { "the project file", new Action<TestRepository>(repository => repository.Write("Lib.csproj", "<Project />")), false },
        { "a file that is gone", new Action<TestRepository>(repository => File.Delete(repository.PathOf("A.cs"))), false },
        { "a file that is no part of the project", new Action<TestRepository>(repository => repository.Write("notes.txt", "x")), true },
        { "what a generator makes", new Action<TestRepository>(repository => repository.Write("G.g.cs", "class G;")), true },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void What_is_not_as_it_was_committed_is_not_clean(string what, object change, bool isClean)
    {
        Assert.NotEmpty(what);
        using var repository = new TestRepository();
        repository.Write("Lib.csproj", "<Project>\n</Project>\n").Write("A.cs", Text).Write("G.g.cs", "class H;");
        var head = repository.Commit(TestRepository.Ada);
        ((Action<TestRepository>)change)(repository);

        Assert.Equal(new SourceRecord { Revision = head, IsClean = isClean }, SourceOf(repository, "A.cs"));
    }

    [Fact]
    public void A_repository_may_name_its_contents_by_longer_ids()
    {
        using var repository = new TestRepository("r", "--object-format=sha256");
        repository.Write("Lib.csproj", "<Project />").Write("A.cs", Text);
        var head = repository.Commit(TestRepository.Ada);

        Assert.Equal(64, head.Length);
        Assert.Equal(new SourceRecord { Revision = head, IsClean = true }, SourceOf(repository, "A.cs"));
    }

    [Fact]
    public void What_nobody_has_committed_is_not_clean_and_what_a_package_brought_is_nobodys_to_commit()
    {
        using var repository = new TestRepository();
        repository.Write("Lib.csproj", "<Project />").Write("A.cs", Text);
        repository.Commit(TestRepository.Ada);
        repository.Write("New.cs", Text);

        Assert.False(SourceOf(repository, "New.cs")!.IsClean);
        Assert.True(SourceOf(repository, "(packages)/some/1.0.0/Brought.cs")!.IsClean);
    }

    [Fact]
    public void What_a_submodule_has_is_clean_where_it_is_the_commit_that_is_asked_for()
    {
        using var repository = new TestRepository();
        repository.Write("sub/Sub.cs", Text);
        var folder = repository.PathOf("sub");
        repository.Run(folder, ["init", "--quiet"]);
        repository.Run(folder, ["add", "--all"]);
        repository.Run(folder, ["-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "--quiet", "--message", "x"]);
        var wanted = repository.Run(folder, ["rev-parse", "HEAD"]).Trim();
        repository.Write("Lib.csproj", "<Project />");
        repository.Git("update-index", "--add", "--cacheinfo", $"160000,{wanted},sub");
        var head = repository.Commit(TestRepository.Ada);

        Assert.Equal(new SourceRecord { Revision = head, IsClean = true }, SourceOf(repository, "sub/Sub.cs"));
        repository.Write("sub/Sub.cs", "changed\n");
        Assert.False(SourceOf(repository, "sub/Sub.cs")!.IsClean);
        repository.Run(folder, ["-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "--quiet", "--all", "--message", "y"]);
        Assert.False(SourceOf(repository, "sub/Sub.cs")!.IsClean);
    }

    [Fact]
    public void Without_a_commit_a_repository_or_git_nobody_knows_it()
    {
        using var repository = new TestRepository();
        repository.Write("Lib.csproj", "<Project />").Write("A.cs", Text);
        using var folder = new TemporaryFolder();
        folder.Write("Lib.csproj", "<Project />");

        Assert.Null(SourceOf(repository, "A.cs"));
        Assert.Null(new BuiltRevision(string.Empty).Of(folder.PathOf("Lib.csproj"), Sample.Manifest()));
        repository.Commit(TestRepository.Ada);
        Assert.Null(new BuiltRevision("/no/such/git").Of(repository.PathOf("Lib.csproj"), Sample.Manifest()));
    }

    private static SourceRecord? SourceOf(TestRepository repository, string path)
    {
        var unit = Sample.Unit("T:A") with { Parts = [Sample.Part(path, 1, 3)] };
        var manifest = Sample.Manifest(Sample.Framework("net10.0", unit) with
        {
            Files = [Sample.SourceFile("G.g.cs", FileReason.Generated)],
        });
        return new BuiltRevision(string.Empty).Of(repository.PathOf("Lib.csproj"), manifest);
    }
}
