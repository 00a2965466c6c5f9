using CsCheck;
using ProvenanceAnalyzers.Build.Evidence;

namespace ProvenanceAnalyzers.Build.Tests.Evidence;

/// <summary>Notes of git-ai, in the form that its standard has and its releases write.</summary>
public sealed class GitAINoteTests
{
    private const string Metadata = """
        {
          "schema_version": "authorship/3.0.0",
          "git_ai_version": "1.4.2",
          "base_commit_sha": "7734793b756b3921c88db5375a8c156e9532447b",
          "prompts": {
            "d9978a8723e02b52": {
              "agent_id": { "tool": "cursor", "id": "6ef2299e", "model": "claude-4.5-opus" },
              "human_author": "Ada <ada@example.com>",
              "messages": [ { "type": "user", "text": "---" } ],
              "total_additions": 25
            },
            "1111111aaaaaaaaa": { "agent_id": { "tool": "amp", "id": "1", "model": "" } },
            "1111111bbbbbbbbb": { "agent_id": { "tool": "codex", "id": "2", "model": null } },
            "broken": { "agent_id": "cursor" },
            "nameless00": { "agent_id": { "id": "3" } }
          },
          "sessions": {
            "s_0123456789abcd": { "agent_id": { "tool": "claude", "id": "4", "model": "claude-opus-4-5" }, "human_author": null }
          },
          "humans": { "h_aaaabbbbccccdd": { "author": "Bob <bob@example.com>" } }
        }
        """;

    [Fact]
    public void Each_kind_of_key_tells_who_wrote_the_lines() => Check(
        """
        src/A.cs
          d9978a8723e02b52 1-4,9
          s_0123456789abcd::t_00112233445566 5
          h_aaaabbbbccccdd 6-8
        src/B.cs
          s_0123456789abcd 2
        """,
        "src/A.cs 1-4,9-9 cursor claude-4.5-opus Ada <ada@example.com>",
        "src/A.cs 5-5 claude claude-opus-4-5 -",
        "src/A.cs 6-8 human Bob <bob@example.com>",
        "src/B.cs 2-2 claude claude-opus-4-5 -");

    [Theory]
    [InlineData("d9978a8")]
    [InlineData("d9978a8723e02b52ffff")]
    public void A_prompt_is_known_by_a_shorter_or_longer_key(string key) =>
        Check($"A.cs\n  {key} 1\n", "A.cs 1-1 cursor claude-4.5-opus Ada <ada@example.com>");

    [Theory]
    [InlineData("1111111", "it may be two")]
    [InlineData("d9978a", "it is too short")]
    [InlineData("broken", "what it names is none")]
    [InlineData("nameless00", "its tool has no name")]
    [InlineData("s_other::t_1", "there is no such session")]
    [InlineData("h_other", "there is no such human")]
    public void A_key_that_tells_nobody_loses_its_own_lines_alone(string key, string why)
    {
        var note = GitAINote.Read($"A.cs\n  {key} 1-9\n  1111111aaaaaaaaa 3\n---\n{Metadata}");

        Assert.Equal(["A.cs 3-3 amp - -"], note.Lines.Select(Line));
        Assert.True(note.Problems.Count == 1, why);
        Assert.Equal($"nothing says who the key '{key}' of 'A.cs' is", note.Problems[0]);
    }

    [Theory]
    [InlineData("\"src/my file.cs\"", "src/my file.cs")]
    [InlineData("\"tab\there.cs\"", "tab\there.cs")]
    [InlineData("src/Größe.cs", "src/Größe.cs")]
    [InlineData("src/A.cs  ", "src/A.cs")]
    [InlineData("\"", "\"")]
    [InlineData("--- .cs", "--- .cs")]
    public void A_path_is_what_stands_between_its_quotes(string written, string path) =>
        Assert.Equal(path, Assert.Single(GitAINote.Read($"{written}\n  1111111aaaaaaaaa 1\n---\n{Metadata}").Lines).Path);

    [Theory]
    [InlineData("  1111111aaaaaaaaa 0")]
    [InlineData("  1111111aaaaaaaaa 4-2")]
    [InlineData("  1111111aaaaaaaaa 1,,3")]
    [InlineData("  1111111aaaaaaaaa 1-2-3")]
    [InlineData("  1111111aaaaaaaaa -1")]
    [InlineData("  1111111aaaaaaaaa 99999999999")]
    [InlineData("  1111111aaaaaaaaa 1 2")]
    [InlineData("  1111111aaaaaaaaa")]
    public void Lines_that_are_none_lose_their_entry_alone(string entry)
    {
        var note = GitAINote.Read($"A.cs\n{entry}\n  1111111aaaaaaaaa 7\n---\n{Metadata}");

        Assert.Equal(["A.cs 7-7 amp - -"], note.Lines.Select(Line));
        Assert.Equal([$"'{entry.Trim()}' of 'A.cs' is no key with lines such as 1-4,9"], note.Problems);
    }

    [Theory]
    [InlineData("\n", "  ", "---")]
    [InlineData("\r\n", "  ", "---  ")]
    [InlineData("\n\n", "\t", "---\t")]
    public void Blanks_and_the_ends_of_lines_make_no_difference(string end, string indentation, string divider)
    {
        var note = GitAINote.Read($"A.cs{end}{indentation}1111111aaaaaaaaa 1-2 {end}{divider}{end}{Metadata}{end}");

        Assert.Equal(["A.cs 1-2 amp - -"], note.Lines.Select(Line));
        Assert.Empty(note.Problems);
    }

    [Fact]
    public void A_commit_in_which_no_lines_were_noted_has_metadata_alone()
    {
        var note = GitAINote.Read($"---\n{Metadata}");

        Assert.Empty(note.Lines);
        Assert.Empty(note.Problems);
    }

    [Theory]
    [InlineData("", "it has no line '---' before its metadata")]
    [InlineData("A.cs\n  1111111aaaaaaaaa 1\n", "it has no line '---' before its metadata")]
    [InlineData("A.cs\n  1 1\n---\n{ \"prompts\": {} }", "its schema_version is no text, where authorship/3.* is known")]
    [InlineData(
        "A.cs\n  1 1\n---\n{ \"schema_version\": \"authorship/4.0.0\" }",
        "its schema_version is 'authorship/4.0.0', where authorship/3.* is known")]
    public void A_note_of_another_form_says_nothing(string text, string problem)
    {
        var note = GitAINote.Read(text);

        Assert.Empty(note.Lines);
        Assert.Equal([problem], note.Problems);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{ \"schema_version\": \"authorship/3.0.0\", \"prompts\": {")]
    [InlineData("{ \"schema_version\": \"authorship/3.0.0\" } {}")]
    public void Metadata_that_is_no_object_says_nothing(string json)
    {
        var note = GitAINote.Read($"A.cs\n  1111111aaaaaaaaa 1\n---\n{json}");

        Assert.Empty(note.Lines);
        Assert.StartsWith("its metadata is no JSON: ", Assert.Single(note.Problems), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ \"schema_version\": \"authorship/3.1.0\" }")]
    [InlineData("{ \"schema_version\": \"authorship/3.0.0\", \"prompts\": [], \"sessions\": 1, \"humans\": null }")]
    public void Sections_may_be_missing(string json)
    {
        var note = GitAINote.Read($"A.cs\n  d9978a8723e02b52 1\n  s_1 2\n  h_1 3\n---\n{json}");

        Assert.Empty(note.Lines);
        Assert.Equal(3, note.Problems.Count);
    }

    [Fact]
    public void An_entry_below_no_file_is_said()
    {
        var note = GitAINote.Read($"  1111111aaaaaaaaa 1\n---\n{Metadata}");

        Assert.Empty(note.Lines);
        Assert.Equal(["'1111111aaaaaaaaa 1' stands below no file"], note.Problems);
    }

    /// <summary>As in a note of several commits that were squashed into one.</summary>
    [Fact]
    public void Where_two_entries_have_a_line_the_later_one_holds()
    {
        var note = GitAINote.Read(
            "A.cs\n  d9978a8723e02b52 1-10\n  h_aaaabbbbccccdd 4-6\nB.cs\n  h_aaaabbbbccccdd 1\nA.cs\n  s_0123456789abcd 6\n"
            + $"---\n{Metadata}");

        Assert.Equal("cursor", note.AuthorOf("A.cs", 3)?.Tool);
        Assert.True(note.AuthorOf("A.cs", 4)?.IsHuman);
        Assert.Equal("claude", note.AuthorOf("A.cs", 6)?.Tool);
        Assert.Equal("cursor", note.AuthorOf("A.cs", 10)?.Tool);
        Assert.Null(note.AuthorOf("A.cs", 11));
        Assert.Null(note.AuthorOf("C.cs", 1));
    }

    /// <summary>Cut off or damaged anywhere: it is read, and each line that is left is one, and somebody's.</summary>
    [Fact]
    public void A_damaged_note_is_read()
    {
        const string Entries =
            "src/A.cs\n  d9978a8723e02b52 1-4,9\n  h_aaaabbbbccccdd 6-8\n\"my file.cs\"\n  s_0123456789abcd::t_1 2\n";
        var whole = $"{Entries}---\n{Metadata}";
        Assert.Equal(3, GitAINote.Read(whole).Lines.Count);

        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Int[0, 40], Gen.String[0, 3]).Sample((at, length, inserted) =>
            GitAINote.Read(whole.Remove(at, Math.Min(length, whole.Length - at)).Insert(at, inserted)).Lines.All(lines =>
                lines.Path.Length > 0
                && (lines.By.IsHuman || lines.By.Tool!.Length > 0)
                && lines.Lines.All(span => span.First >= 1 && span.Last >= span.First)));
    }

    private static void Check(string entries, params string[] expected)
    {
        var note = GitAINote.Read($"{entries.TrimEnd('\n')}\n---\n{Metadata}");

        Assert.Equal(expected, note.Lines.Select(Line));
        Assert.Empty(note.Problems);
    }

    private static string Line(AttributedLines lines) =>
        $"{lines.Path} {string.Join(',', lines.Lines.Select(span => $"{span.First}-{span.Last}"))} "
        + (lines.By.IsHuman ? $"human {lines.By.Person}" : $"{lines.By.Tool} {lines.By.Model ?? "-"} {lines.By.Person ?? "-"}");
}
