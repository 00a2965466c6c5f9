using Microsoft.Playwright;

namespace ProvenanceAnalyzers.Tool.Tests.Report;

/// <summary>A browser without any network, in which a page is opened from the disk.</summary>
public sealed class ReportBrowser : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Where Chromium is.</summary>
    internal static string Program { get; } = Environment.GetEnvironmentVariable("PROVENANCE_CHROMIUM") ?? "/usr/bin/chromium";

    public async Task InitializeAsync()
    {
        if (!File.Exists(Program))
        {
            return;
        }

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Program,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    public async Task DisposeAsync()
    {
        if (_browser != null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    /// <summary>Opens a page from the disk, and waits until its list of units is there.</summary>
    /// <param name="path">The page.</param>
    /// <param name="messages">Gets what the page says on its console, and what it asks the network for.</param>
    /// <param name="isDark">Whether the person prefers the dark.</param>
    /// <param name="width">The window's width in pixels.</param>
    internal async Task<IPage> OpenAsync(string path, List<string> messages, bool isDark = false, int width = 1600)
    {
        var browser = _browser ?? throw new InvalidOperationException($"'{Program}' is not there.");
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            Offline = true,
            ColorScheme = isDark ? ColorScheme.Dark : ColorScheme.Light,
            ViewportSize = new ViewportSize { Width = width, Height = 1000 },
        });
        var page = await context.NewPageAsync();
        page.Console += (_, message) => messages.Add($"console: {message.Text}");
        page.PageError += (_, error) => messages.Add($"error: {error}");
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith("file:", StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal))
            {
                messages.Add($"request: {request.Url}");
            }
        };
        await page.GotoAsync(new Uri(path).AbsoluteUri);
        await page.WaitForSelectorAsync("html[data-ready]", new PageWaitForSelectorOptions { State = WaitForSelectorState.Attached });
        return page;
    }
}
