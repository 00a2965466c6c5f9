namespace ProvenanceAnalyzers.Tool.Tests.Report;

/// <summary>A test that needs Chromium. CI has it; on another machine without it the test says what to install.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    /// <summary>Why there is no browser; null where there is one.</summary>
    internal static readonly string? Missing =
        !File.Exists(ReportBrowser.Program) && Environment.GetEnvironmentVariable("CI") == null
            ? $"'{ReportBrowser.Program}' is not there: install Chromium (apt-get install chromium), or set PROVENANCE_CHROMIUM."
            : null;

    public BrowserFactAttribute() => Skip = Missing;
}
