// A file that was renamed since.
[assembly: AIProvenance(AIOrigin.Generated, Tool = "claude-code", Target = "Legacy/Prices.cs")] // PROV0004: column 76
