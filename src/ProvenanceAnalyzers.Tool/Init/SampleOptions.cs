namespace ProvenanceAnalyzers.Tool.Init;

/// <summary>The commented options of the sample that the package ships: what each says, its values and its default.</summary>
internal static class SampleOptions
{
    private const string Resource = "sample.editorconfig";

    /// <summary>The lines about an option, comments all of them, with LF.</summary>
    public static string About(string key)
    {
        using var stream = typeof(SampleOptions).Assembly.GetManifestResourceStream(Resource)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n").Split("\n\n")
            .Select(paragraph => paragraph.Trim('\n'))
            .Single(paragraph => paragraph.Split('\n')[^1].StartsWith($"#{key} =", StringComparison.Ordinal));
    }
}
