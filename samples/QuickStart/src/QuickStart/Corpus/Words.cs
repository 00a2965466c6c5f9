namespace QuickStart.Corpus;

// This folder goes into a training corpus, and the provider's terms restrict that.
[AIProvenance(AIOrigin.Generated, Tool = "claude-code")] // PROV3005: column 42
public static class Words
{
    public static int In(string text) => text.Split().Length;
}
