namespace QuickStart.Corpus;

// This folder goes into a training corpus, and the provider's terms restrict that: PROV3005.
[AIProvenance(AIOrigin.Generated, Tool = "claude-code")]
public static class Words
{
    public static int In(string text) => text.Split().Length;
}
