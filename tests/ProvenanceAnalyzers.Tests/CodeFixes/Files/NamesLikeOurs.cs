using System;

namespace Provenance
{
    /// <summary>Where a work of art comes from.</summary>
    public enum AIOrigin
    {
        Italy,
        Japan,
    }

    public class Artwork
    {
        public AIOrigin AIOrigin { get; set; }

        public string AIProvenance { get { return AIOrigin.ToString(); } }

        public string ProvenanceAnalyzers(string analyzer) => analyzer;
    }
}

namespace Museum.ProvenanceAnalyzers
{
    public static class Registry
    {
        public static int Count() => 0;
    }
}

namespace Museum
{
    using Provenance;

    public class Room
    {
        public Artwork? Artwork() => null;
    }

    [AIProvenance("ours")]
    public sealed class AIProvenanceAttribute : Attribute
    {
        public AIProvenanceAttribute(string text) => Text = text;

        public string Text { get; }

        public class Nested
        {
            public int M() => 1;
        }
    }
}

namespace Gallery
{
    using global::ProvenanceAnalyzers;

    public class Curator
    {
        [AIProvenance(AIOrigin.Generated, Tool = "claude-code")]
        public string Name() => "";

        public string Title() => "";
    }

    [AIProvenance(AIOrigin.Human)]
    public class Visitor
    {
        public string Name() => "";
    }
}
