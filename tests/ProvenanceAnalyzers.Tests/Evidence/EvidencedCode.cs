namespace ProvenanceAnalyzers.Tests.Evidence;

/// <summary>Code of a file and what history tells of it, for the tests of the rules about evidence.</summary>
internal static class EvidencedCode
{
    /// <summary>A commit of an AI's own account.</summary>
    public const string ByCopilot = "source 4f0e1a2b3c4d5e6f 2026-11-20 Commit;tool github-copilot;";

    /// <summary>A class of ten counted lines, from line 4 to line 15; line 3 is for annotations.</summary>
    /// <param name="annotations">What stands on it.</param>
    /// <param name="name">Its name, with marks.</param>
    public static string Class(string annotations, string name = "C") => $$"""
        using ProvenanceAnalyzers;

        {{annotations}}
        class {{name}}
        {
            public int One = 1;
            public int Two = 2;
            public int Three = 3;
            public int Four = 4;
            public int Five = 5;
            public int Six = 6;
            public int Seven = 7;
            public int Eight = 8;
            public int Nine = 9;
        }

        """;
}
