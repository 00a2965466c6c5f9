namespace Shop;

// Declared before the policy asked for the day: PROV0002 where it is compiled.
[AIProvenance(AIOrigin.Generated, Tool = "github-copilot")]
public sealed class Invoice
{
    public decimal Gross(decimal net) => net * 1.19m;
}
