namespace Shop;

// PROV3002: the tool was suspended on this day.
[AIProvenance(AIOrigin.Generated, Tool = "claude-code", On = "2026-07-01")]
public sealed class Printer
{
    public string Print(int number) => number.ToString();
}
