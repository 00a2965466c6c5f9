using System.Text;
using Microsoft.Build.Framework;
using ProvenanceAnalyzers.Build.Evidence;
using ProvenanceAnalyzers.Shared.Exchange;
using ProvenanceAnalyzers.Tests.Infrastructure;
using static ProvenanceAnalyzers.Build.Tests.Evidence.TestRepository;

namespace ProvenanceAnalyzers.Build.Tests.Evidence;

/// <summary>What is missing is said with what mends it; nothing of a repository is ever executed; and nothing wrong is listed.</summary>
public sealed class EvidenceRobustnessTests
{
    private const string Two = "one = Compute(1);\ntwo = Compute(2);\n";

    [Fact]
    public void Without_git_that_is_said()
    {
        using var repository = new TestRepository();
        repository.Write("A.cs", Two).Commit(Copilot);
        var task = repository.Task("A.cs");
        task.Git = repository.PathOf("nowhere/git");

        var listed = repository.List(task);

        Assert.Empty(listed.Files);
        Assert.Equal(
            [$"there is no git at '{task.Git}', so that nobody knows who wrote the lines; correct ProvenanceGit"], listed.Gaps);
        Assert.Null(Git.Find(string.Empty, string.Empty));
        Assert.Null(Git.Find(string.Empty, null));
        Assert.Null(Git.Find(string.Empty, $".{Path.PathSeparator}bin"));
        Assert.Null(Git.Find("git", Environment.GetEnvironmentVariable("PATH")));
    }

    [TheoryNeeding(Needs.Unix)]
    [InlineData("git version 2.29.3", false)]
    [InlineData("git version 1.9", false)]
    [InlineData("what is this", false)]
    [InlineData("git version 2.30.0", true)]
    [InlineData("git version 2.39.5 (Apple Git-154)", true)]
    [InlineData("git version 10.0.1.windows.1", true)]
    public void A_git_that_is_too_old_is_said(string version, bool isEnough)
    {
        using var folder = new TemporaryFolder();
        var program = Script(folder, "git", $"echo '{version}'");
        var git = new Git(program, TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(60));

        if (isEnough)
        {
            git.CheckVersion();
        }
        else
        {
            var exception = Assert.Throws<GitException>(git.CheckVersion);
            Assert.Equal(
                $"git is too old to be asked who wrote the lines: '{version}' was found, and 2.30 or newer is needed; install a newer one, "
                + "or name it by ProvenanceGit",
                exception.Message);
        }
    }

    /// <summary>Also one that is a script, and so starts another program.</summary>
    [TheoryNeeding(Needs.Unix)]
    [InlineData("exec sleep 60")]
    [InlineData("sleep 60; true")]
    public void A_git_that_takes_too_long_is_ended(string rest)
    {
        using var repository = new TestRepository();
        using var folder = new TemporaryFolder();
        repository.Write("A.cs", Two).Write("B.cs", Two).Commit(Copilot);
        var task = repository.Task("A.cs", "B.cs");
        task.Git = Script(folder, "git", $"case \"$*\" in *--porcelain*) {rest};; *) exec git \"$@\";; esac");
        task.TimeLimit = "2";
        var watch = System.Diagnostics.Stopwatch.StartNew();

        Assert.True(task.Execute());

        Assert.InRange(watch.Elapsed, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30));
        var listed = EvidenceFile.Read(File.ReadAllText(task.List), out _);
        Assert.Empty(listed.Files);
        Assert.EndsWith("set ProvenanceEvidenceTimeLimit to more seconds", Assert.Single(listed.Gaps), StringComparison.Ordinal);

        // What it has not said is not taken for said.
        Assert.Equal("CC", repository.Shown("A.cs"));
    }

    [TheoryNeeding(Needs.Unix)]
    [InlineData("kill -9 $$")]
    [InlineData("echo 'fatal: unable to read tree' >&2; exit 128")]
    [InlineData("echo nonsense; exit 0")]
    public void A_git_that_dies_loses_the_files_that_it_was_asked_of(string end)
    {
        using var repository = new TestRepository();
        using var folder = new TemporaryFolder();
        repository.Write("A.cs", Two).Write("B.cs", Two.Replace("Compute", "Do", StringComparison.Ordinal)).Commit(Copilot);
        var task = repository.Task("A.cs", "B.cs");
        task.Git = Script(folder, "git", $"case \"$*\" in *--porcelain*B.cs) {end};; *) exec git \"$@\";; esac");

        var listed = repository.List(task);

        Assert.Equal("CC", Shown(listed, "A.cs", Two));
        Assert.Equal(["A.cs"], listed.Files.Select(file => file.Path));
        Assert.StartsWith("of 'B.cs' git could not read the history: ", Assert.Single(listed.Gaps), StringComparison.Ordinal);
        Assert.Equal("CC", repository.Shown("B.cs"));
    }

    [Fact]
    public void A_project_in_no_repository_is_said_and_one_without_commits_has_nothing_to_say()
    {
        using var folder = new TemporaryFolder();
        folder.Write("A.cs", Two);
        var task = new ListProvenanceEvidence
        {
            BuildEngine = new RecordingEngine(),
            ProjectDirectory = folder.Path,
            Sources = [new InMemoryItem("A.cs")],
            List = folder.PathOf("list.tsv"),
            Cache = folder.PathOf("cache"),
        };
        Assert.True(task.Execute());
        Assert.Equal(
            "the project is in no git repository, so that nobody knows who wrote its lines: build it in a clone",
            Assert.Single(EvidenceFile.Read(folder.Read("list.tsv"), out _).Gaps));

        using var repository = new TestRepository();
        repository.Write("A.cs", Two);
        var listed = repository.List("A.cs");
        Assert.Empty(listed.Gaps);
        Assert.Empty(listed.Files);
    }

    [FactNeeding(Needs.Unix)]
    public void A_repository_of_somebody_else_is_said_with_the_command()
    {
        using var folder = new TemporaryFolder();
        using var repository = new TestRepository();
        repository.Write("A.cs", Two).Commit(Copilot);
        var task = repository.Task("A.cs");
        task.Git = Script(folder, "git", "GIT_TEST_ASSUME_DIFFERENT_OWNER=1 exec git \"$@\"");

        var listed = repository.List(task);

        Assert.Empty(listed.Files);
        Assert.Equal(
            [
                "git does not read a repository that belongs to another user; once whoever owns it is trusted: "
                + $"git config --global --add safe.directory {repository.Root}",
            ],
            listed.Gaps);
    }

    [Fact]
    public void In_a_shallow_clone_the_lines_that_are_older_than_it_have_no_evidence()
    {
        using var repository = new TestRepository();
        repository.Write("A.cs", Two).Commit(Copilot);
        repository.Write("A.cs", Two + "three = Something(else);\n").Commit(Copilot);
        repository.Git("clone", "-q", "--depth", "1", "file://" + repository.Root, "clone");
        var task = repository.Task("clone/A.cs");
        Assert.Equal("...", Shown(repository.List(task), "clone/A.cs", Two + "x"));
        repository.Git("clone", "-q", "--depth", "2", "file://" + repository.Root, "deeper");

        var listed = repository.List("deeper/A.cs");

        Assert.Equal("...", Shown(repository.List("clone/A.cs"), "clone/A.cs", Two + "x"));
        Assert.Equal("CCC", Shown(listed, "deeper/A.cs", Two + "x"));
        Assert.Empty(listed.Gaps);
        Assert.Equal(
            ["the clone is shallow, so that nobody knows who wrote the lines that are older than it: git fetch --unshallow"],
            repository.List("clone/A.cs").Gaps);
    }

    [Fact]
    public void A_partial_clone_fetches_nothing_and_is_said()
    {
        using var repository = new TestRepository();
        repository.Git("config", "uploadpack.allowFilter", "true");
        repository.Write("A.cs", Two).Commit(Copilot);
        repository.Write("A.cs", Two + "three = Something(else);\n").Commit(Copilot);
        repository.Git("clone", "-q", "--filter=blob:none", "file://" + repository.Root, "clone");
        var before = Directory.EnumerateFiles(repository.PathOf("clone/.git/objects"), "*", SearchOption.AllDirectories).Count();

        var listed = repository.List("clone/A.cs");

        Assert.Empty(listed.Files);
        Assert.EndsWith(
            "the clone is partial and lacks what git would have to read: git fetch --refetch --no-filter",
            Assert.Single(listed.Gaps),
            StringComparison.Ordinal);
        Assert.Equal(before, Directory.EnumerateFiles(repository.PathOf("clone/.git/objects"), "*", SearchOption.AllDirectories).Count());
    }

    [Fact]
    public void An_object_that_is_damaged_loses_the_files_that_need_it()
    {
        using var repository = new TestRepository();
        repository.Write("A.cs", Two).Write("B.cs", "b = Something(else);\n").Commit(Copilot);
        var id = repository.Git("rev-parse", "HEAD:B.cs").Trim();
        repository.Write("B.cs", "b = Something(other);\n").Commit(Ada);
        var path = repository.PathOf($".git/objects/{id[..2]}/{id[2..]}");
        File.SetAttributes(path, FileAttributes.Normal);
        File.Delete(path);

        var listed = repository.List("A.cs", "B.cs");

        Assert.Equal(["A.cs"], listed.Files.Select(file => file.Path));
        Assert.Equal("CC", Shown(listed, "A.cs", Two));
        Assert.StartsWith("of 'B.cs' git could not read the history: ", Assert.Single(listed.Gaps), StringComparison.Ordinal);
    }

    [Fact]
    public void Notes_that_somebody_wants_and_that_are_not_here_are_said()
    {
        using var repository = new TestRepository();
        repository.Write("A.cs", Two).Commit(Ada);
        Assert.Empty(repository.List("A.cs").Gaps);
        repository.Git("config", "remote.origin.fetch", "+refs/notes/ai:refs/notes/ai");

        Assert.EndsWith(
            ": git fetch origin \"+refs/notes/ai:refs/notes/ai\"", Assert.Single(repository.List("A.cs").Gaps), StringComparison.Ordinal);
    }

    [Fact]
    public void A_worktree_and_a_submodule_are_repositories_of_their_own()
    {
        using var repository = new TestRepository();
        repository.Write("A.cs", Two).Commit(Copilot);
        repository.Git("worktree", "add", "-q", "-b", "other", "../tree");
        using var outer = new TestRepository();
        outer.Write("B.cs", Two).Commit(Ada);
        outer.Git("submodule", "add", "-q", repository.Root, "lib");
        outer.Commit(Ada);

        Assert.Equal("CC", Shown(repository.List("../tree/A.cs"), "../tree/A.cs", Two));
        var listed = outer.List("B.cs", "lib/A.cs");
        Assert.Equal(["lib/A.cs"], listed.Files.Select(file => file.Path));
        Assert.Equal("CC", Shown(listed, "lib/A.cs", Two));
        Assert.Empty(listed.Gaps);
    }

    [Fact]
    public void A_repository_with_longer_ids_is_read_alike()
    {
        using var repository = new TestRepository("r", "--object-format=sha256");
        repository.Write("A.cs", Two).Commit(Copilot);
        repository.Write("A.cs", Two.Replace("(2)", "(3)", StringComparison.Ordinal)).Commit(Ada);

        Assert.Equal("CC", repository.Shown("A.cs"));
        Assert.Equal(64, repository.List("A.cs").Files.Single().Runs[0].Source.Commit.Length);
    }

    [TheoryNeeding(Needs.Unix)]
    [InlineData("-x.cs")]
    [InlineData(":(exclude)*.cs")]
    [InlineData("a \"b\" c.cs")]
    [InlineData("日本 Größe 😀.cs")]
    [InlineData("$(touch executed).cs")]
    [InlineData("tab\tand\nline.cs")]
    [InlineData("back\\slash\\.cs")]
    [InlineData("[a]*?.cs")]
    public void Names_may_have_any_characters(string name)
    {
        using var repository = new TestRepository();
        repository.Write(name, Two).Write("Other.cs", "other = Something();\n").Commit(Copilot);
        var full = repository.PathOf(name);
        var task = repository.Task();
        task.Sources = [new InMemoryItem(full)];

        var listed = repository.List(task);

        // A path is written with slashes, whatever its characters are.
        Assert.Equal(name.Contains('\\', StringComparison.Ordinal) ? [] : [name], listed.Files.Select(file => file.Path));
        Assert.All(listed.Files, file => Assert.Equal("CC", Shown(listed, file.Path, Two)));
        Assert.Empty(listed.Gaps);
        Assert.False(File.Exists(repository.PathOf("executed")));
    }

    /// <summary>An author who is called like a command, in Latin-1, with a message that looks like a record.</summary>
    [Fact]
    public void Names_and_messages_are_only_shown()
    {
        using var repository = new TestRepository();
        repository.Write("A.cs", Two);
        repository.Git("add", "-A");
        var tree = repository.Git("write-tree").Trim();
        byte[] commit =
        [
            .. Encoding.ASCII.GetBytes($"tree {tree}\nauthor J"), 0xF6, .. Encoding.ASCII.GetBytes(
                "rg \t\u001B[31m$(touch executed) <joerg@example.com> 1767355200 +0200\n"
                + "committer <x> y <z 99999999999999999999 +9999\nencoding ISO-8859-1\n\nsource\tx\nend\n\n"
                + "Co-authored-by: Claude <noreply@anthropic.com>\n"),
        ];
        File.WriteAllBytes(repository.PathOf("../commit"), commit);
        var id = repository.Git("hash-object", "-t", "commit", "-w", "--literally", repository.PathOf("../commit")).Trim();
        repository.Git("update-ref", "HEAD", id);

        var source = Assert.Single(Assert.Single(repository.List("A.cs").Files).Runs).Source;

        Assert.Equal(["Jörg [31m$(touch executed) <joerg@example.com>"], source.Authors);
        Assert.Equal("2026-01-02", source.Day);
        Assert.Equal(EvidenceStrength.Trailer, source.Strength);
        Assert.False(File.Exists(repository.PathOf("executed")));
    }

    /// <summary>Whatever a repository names that git could run: filters, text conversions, hooks, monitors, pagers, transports.</summary>
    [FactNeeding(Needs.Unix)]
    public void Nothing_of_a_repository_is_executed()
    {
        using var repository = new TestRepository();
        repository.Write("A.cs", Two).Commit(Copilot);
        var mark = repository.PathOf("../executed");
        repository.Write(".gitattributes", "*.cs filter=mark diff=mark merge=mark\n").Write("A.cs", Two + "// new\n");
        foreach (var (name, value) in new[]
        {
            ("filter.mark.clean", $"touch {mark}; cat"), ("filter.mark.smudge", $"touch {mark}; cat"),
            ("filter.mark.process", $"touch {mark}"), ("diff.mark.textconv", $"touch {mark}; cat"), ("diff.mark.command", $"touch {mark}"),
            ("diff.external", $"touch {mark}"), ("core.fsmonitor", $"touch {mark}"), ("core.pager", $"touch {mark}"),
            ("core.editor", $"touch {mark}"), ("core.sshCommand", $"touch {mark}"), ("core.gitProxy", $"touch {mark}"),
            ("core.askPass", $"touch {mark}"), ("credential.helper", $"!touch {mark}"), ("core.alternateRefsCommand", $"touch {mark}"),
            ("gpg.program", $"touch {mark}"), ("log.showSignature", "true"), ("alias.blame", $"!touch {mark}"),
            ("core.hooksPath", repository.PathOf("hooks")), ("blame.ignoreRevsFile", "ignored"), ("pager.blame", $"touch {mark}"),
        })
        {
            repository.Git("config", name, value);
        }

        foreach (var hook in new[] { "post-checkout", "post-index-change", "pre-commit", "reference-transaction", "fsmonitor-watchman" })
        {
            repository.Write($"hooks/{hook}", $"#!/bin/sh\ntouch {mark}\n");
            MakeExecutable(repository.PathOf($"hooks/{hook}"));
        }

        var task = repository.Task("A.cs");
        task.Base = string.Empty;
        Assert.Equal("CC.", Shown(repository.List(task), "A.cs", Two + "x"));
        task.Base = "HEAD";
        Assert.Empty(repository.List(task).Files);
        Assert.False(File.Exists(mark));
    }

    /// <summary>A second build asks nothing that it knows: a git that cannot blame is good enough for it.</summary>
    [FactNeeding(Needs.Unix)]
    public void What_is_known_is_not_asked_again()
    {
        using var repository = new TestRepository();
        using var folder = new TemporaryFolder();
        repository.Write("A.cs", Two).Write("B.cs", Two.Replace("Compute", "Do", StringComparison.Ordinal)).Commit(Copilot);
        var first = repository.List("A.cs", "B.cs");
        var task = repository.Task("A.cs", "B.cs");
        task.Git = Script(folder, "git", "case \"$*\" in *--porcelain*) exit 77;; *) exec git \"$@\";; esac");
        var written = File.GetLastWriteTimeUtc(task.List);

        var second = repository.List(task);
        Assert.Equal(EvidenceFile.Write(first), EvidenceFile.Write(second));
        Assert.Equal(written, File.GetLastWriteTimeUtc(task.List));

        // Nor after a commit that has not touched the file.
        repository.Write("C.txt", "text\n").Commit(Copilot);
        repository.Git("mv", "B.cs", "D.cs");
        repository.Commit(Ada);
        var third = repository.List(task);
        Assert.Equal("CC", Shown(third, "A.cs", Two));
        Assert.Empty(third.Gaps);

        // And after one that has, it is asked.
        repository.Write("A.cs", Two + "three = Something(else);\n").Commit(Copilot);
        Assert.Equal("...", Shown(repository.List(task), "A.cs", Two + "x"));
        Assert.Equal("CCC", repository.Shown("A.cs"));
    }

    [Fact]
    public void A_note_or_a_mailmap_that_comes_later_counts()
    {
        using var repository = new TestRepository();
        var commit = repository.Write("A.cs", Two).Commit(Ada, "Work" + WithClaude);
        Assert.Equal("TT", repository.Shown("A.cs"));
        repository.Write(".mailmap", "Augusta King <ada@example.com>\n").Commit(Bob);
        Assert.Equal(["Augusta King <ada@example.com>"], repository.List("A.cs").Files.Single().Runs[0].Source.Authors);
        repository.Run(
            repository.Root,
            ["notes", "--ref=ai", "add", "-F", "-", commit],
            "A.cs\n  h_1 2\n---\n{\"schema_version\":\"authorship/3.0.0\",\"humans\":{\"h_1\":{\"author\":\"Ada\"}}}");

        Assert.Equal("T.", repository.Shown("A.cs"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("garbage\n\0\n")]
    [InlineData("# Provenance.Evidence cache 2\n")]
    [InlineData("# Provenance.Evidence cache 2\nkey\nhead\nnonsense\n")]
    [InlineData("truncated")]
    public void A_broken_cache_is_no_error(string text)
    {
        using var repository = new TestRepository();
        repository.Write("A.cs", Two).Commit(Copilot);
        var listed = repository.List("A.cs");
        var cache = Assert.Single(Directory.EnumerateFiles(repository.PathOf("../cache")));
        File.WriteAllText(cache, text == "truncated" ? File.ReadAllText(cache)[..^20] : text);

        Assert.Equal(EvidenceFile.Write(listed), EvidenceFile.Write(repository.List("A.cs")));
    }

    [Fact]
    public void A_cache_that_is_locked_or_cannot_be_written_is_no_error()
    {
        using var repository = new TestRepository();
        repository.Write("A.cs", Two).Commit(Copilot);
        var listed = EvidenceFile.Write(repository.List("A.cs"));
        var cache = Assert.Single(Directory.EnumerateFiles(repository.PathOf("../cache")));
        using (new FileStream(cache, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            Assert.Equal(listed, EvidenceFile.Write(repository.List("A.cs")));
        }

        var task = repository.Task("A.cs");
        task.Cache = repository.PathOf("A.cs/cache");
        Assert.Equal(listed, EvidenceFile.Write(repository.List(task)));
    }

    [Fact]
    public void Builds_beside_each_other_find_the_same()
    {
        using var repository = new TestRepository();
        repository.Write("A.cs", Two).Commit(Copilot);
        var tasks = Enumerable.Range(0, 4).Select(number =>
        {
            var task = repository.Task("A.cs");
            task.List = repository.PathOf($"../obj{number % 2}/list.tsv");
            return task;
        }).ToList();

        Parallel.ForEach(tasks, task => Assert.True(task.Execute()));

        Assert.Single(tasks.Select(task => File.ReadAllText(task.List)).Distinct());
        Assert.Equal("CC", Shown(EvidenceFile.Read(File.ReadAllText(tasks[0].List), out _), "A.cs", Two));
    }

    /// <summary>What one process builds sees one state of the repository.</summary>
    [FactNeeding(Needs.Unix)]
    public void A_repository_that_changes_while_it_is_read_is_read_as_it_was()
    {
        using var repository = new TestRepository();
        using var folder = new TemporaryFolder();
        repository.Write("A.cs", Two).Commit(Copilot);
        var first = repository.Head;
        var task = repository.Task("A.cs");
        task.Git = Script(folder, "git", $"""
            case "$*" in *rev-list*)
              git -C '{repository.Root}' -c user.name=x -c user.email=x@example.com commit -q --allow-empty -m new
              git -C '{repository.Root}' rm -q --cached A.cs
              git -C '{repository.Root}' -c user.name=x -c user.email=x@example.com commit -q -m gone
            esac
            exec git "$@"
            """);

        var listed = repository.List(task);

        Assert.NotEqual(first, repository.Head);
        Assert.Equal("CC", Shown(listed, "A.cs", Two));
        Assert.Empty(listed.Gaps);
    }

    /// <summary>A build that is stopped stops git, and leaves the list as it was.</summary>
    [FactNeeding(Needs.Unix)]
    public async Task A_build_that_is_stopped_waits_for_nobody()
    {
        using var repository = new TestRepository();
        using var folder = new TemporaryFolder();
        repository.Write("A.cs", Two).Commit(Copilot);
        var task = repository.Task("A.cs");
        var asked = folder.PathOf("asked");
        task.Git = Script(folder, "git", $"case \"$*\" in *--porcelain*) touch {asked}; exec sleep 60;; *) exec git \"$@\";; esac");
        var run = System.Threading.Tasks.Task.Run(task.Execute);
        for (var wait = 0; wait < 1_500 && !run.IsCompleted && !File.Exists(asked); wait++)
        {
            await System.Threading.Tasks.Task.Delay(20);
        }

        Assert.True(File.Exists(asked));

        task.Cancel();

        Assert.Same(run, await System.Threading.Tasks.Task.WhenAny(run, System.Threading.Tasks.Task.Delay(TimeSpan.FromSeconds(30))));
        Assert.False(File.Exists(task.List));
    }

    /// <summary>Projects that are built beside each other are judged by one state, and git is asked for it once.</summary>
    [Fact]
    public void One_process_looks_at_a_repository_once()
    {
        using var repository = new TestRepository();
        repository.Write("A.cs", Two).Commit(Copilot);
        var node = new BuildNode();
        var first = repository.Task("A.cs");
        first.BuildEngine = node;
        Assert.Equal("CC", Shown(repository.List(first), "A.cs", Two));
        repository.Write("A.cs", "// Another text\n").Commit(Ada);
        repository.Write("A.cs", Two);

        var second = repository.Task("A.cs");
        second.BuildEngine = node;

        Assert.Equal("CC", Shown(repository.List(second), "A.cs", Two));
        Assert.Equal(1, node.Registered);
        Assert.Equal("..", Shown(repository.List("A.cs"), "A.cs", Two));
    }

    [Fact]
    public void What_the_build_makes_and_what_lies_outside_is_not_asked()
    {
        using var repository = new TestRepository();
        repository.Write("obj/Made.cs", Two).Write("A.cs", Two).Commit(Copilot);
        File.WriteAllText(repository.PathOf("../Outside.cs"), Two);

        Assert.Equal(["A.cs"], repository.List("A.cs", "obj/Made.cs", "../Outside.cs", "gone.cs").Files.Select(file => file.Path));
    }

    private static string Script(TemporaryFolder folder, string name, string text)
    {
        // Another process writes it: what this one has open for writing, another that it starts meanwhile has too; then it does not run.
        var path = folder.PathOf(name);
        using var shell = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("/bin/sh")
        {
            ArgumentList = { "-c", "cat > \"$0\" && chmod u+x \"$0\"", path },
            RedirectStandardInput = true,
        })!;
        shell.StandardInput.Write($"#!/bin/sh\n{text}\n");
        shell.StandardInput.Close();
        shell.WaitForExit();
        Assert.Equal(0, shell.ExitCode);
        return path;
    }

    private static void MakeExecutable(string path)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
