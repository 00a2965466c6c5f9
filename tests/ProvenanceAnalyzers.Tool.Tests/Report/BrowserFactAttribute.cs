namespace ProvenanceAnalyzers.Tool.Tests.Report;

/// <summary>A test that needs Chromium. CI has it; on another machine without it the test says what to install.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        if (!File.Exists(ReportBrowser.Program) && Environment.GetEnvironmentVariable("CI") == null)
        {
            Skip = $"'{ReportBrowser.Program}' is not there: install Chromium (apt-get install chromium), or set PROVENANCE_CHROMIUM.";
        }
    }
}
