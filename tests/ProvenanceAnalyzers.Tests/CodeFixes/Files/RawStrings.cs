namespace Contoso.Templates;

public static class Templates
{
    // The texts look like types, and must stay as they are.
    public const string Class = """
        /// <summary>A generated type.</summary>
        [System.Serializable]
        public class Generated
        {
            public void M() { }
        }
        """;

    public static string Render(string name) => $$"""
        namespace {{name}};

        #if DEBUG
        public class {{name}} { }
        #endif
        """;

    public static string Verbatim() => @"
public class ""Verbatim"" { }
";

    public static string Interpolated(int x) => $@"class C{x} {{ int M() => {x switch { 0 => "class D { }", _ => $"{x:N0}" }}; }}";
}

/* public class InComment { } */ public class AfterText { public char Brace() => '{'; }
