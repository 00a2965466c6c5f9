using static ProvenanceAnalyzers.Build.Tests.Evidence.TestRepository;

namespace ProvenanceAnalyzers.Build.Tests.Evidence;

/// <summary>What a human has in common with an AI's code is not the AI's, unless it is a block that was moved or copied.</summary>
public sealed class CopiedLinesTests
{
    private const string Alike = """
            CancellationToken cancellationToken = default
        )
        {
            cancellationToken.ThrowIfCancellationRequested();

        """;

    private const string Block = """
            var totalOfEverything = Enumerate(everything).Sum(one => one.Length);
            var largestOfEverything = Enumerate(everything).Max(one => one.Length);
            if (totalOfEverything < largestOfEverything)
                throw new InvalidOperationException("The total is less than the largest.");
            Report(totalOfEverything, largestOfEverything);
            return totalOfEverything - largestOfEverything;

        """;

    private static string Method(string name, string returned) => $"    Task {name}(\n{Alike}    return {returned};\n    }}\n";

    /// <summary>git follows a copy from a file that the same commit has changed.</summary>
    [Fact]
    public void A_few_lines_that_are_alike_in_all_code_are_whose_who_put_them_there()
    {
        using var repository = new TestRepository();
        repository.Write("A.cs", "class A\n{\n" + Method("Open", "Unpack(stream)") + "}\n").Commit(Copilot);
        repository.Write("A.cs", "class A\n{\n" + Method("Open", "Unpack(stream)") + "    int ofAda;\n}\n");
        repository.Write("B.cs", Method("Close", "Pack()") + Method("Seek", "Go(1)")).Commit(Ada);

        Assert.Equal(new string('.', 14), repository.Shown("B.cs"));
    }

    [Fact]
    public void A_block_that_a_human_copied_is_still_the_AIs()
    {
        using var repository = new TestRepository();
        repository.Write("A.cs", "class A\n{\n" + Block + "}\n").Commit(Copilot);
        repository.Write("A.cs", "class A\n{\n" + Block + "    int ofAda;\n}\n").Write("B.cs", "class B\n{\n" + Block + "}\n").Commit(Ada);

        Assert.Equal("CCCCCC", repository.Shown("B.cs").Substring(2, 6));
    }

    /// <summary>However few lines were moved, and however often.</summary>
    [Fact]
    public void Few_lines_that_humans_moved_are_still_the_AIs()
    {
        using var repository = new TestRepository();
        repository.Write("A.cs", "class A\n{\n    int ofAda;\n" + Alike + "}\n").Write("B.cs", "class B\n{\n}\n").Commit(Copilot);
        repository.Write("A.cs", "class A\n{\n    int ofAda;\n}\n").Write("B.cs", "class B\n{\n    int ofAda;\n" + Alike + "}\n");
        repository.Commit(Ada);
        repository.Write("B.cs", "class B\n{\n    int ofAda;\n}\n").Write("C.cs", "class C\n{\n    int ofBob;\n" + Alike + "}\n");
        repository.Commit(Bob);

        var shown = repository.Shown("C.cs");
        Assert.Equal("CC", $"{shown[3]}{shown[6]}");
    }
}
