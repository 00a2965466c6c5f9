// A file that was renamed since: PROV0004.
[assembly: AIProvenance(AIOrigin.Generated, Tool = "claude-code", Target = "Legacy/Prices.cs")]
