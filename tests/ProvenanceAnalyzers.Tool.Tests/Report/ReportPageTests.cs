using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using ProvenanceAnalyzers.Tests.Infrastructure;
using ProvenanceAnalyzers.Tests.Meta;
using ProvenanceAnalyzers.Tool.Report;

namespace ProvenanceAnalyzers.Tool.Tests.Report;

/// <summary>The page in a real browser: from the disk, without any network.</summary>
public sealed class ReportPageTests(ReportBrowser browser) : IClassFixture<ReportBrowser>, IDisposable
{
    /// <summary>The pictures in the page's document: what each shows, in light or dark, and how wide.</summary>
    private static readonly (string Path, bool IsDark, int Width, bool IsWhole)[] Pictures =
    [
        ("src/ProvenanceAnalyzers.Package/docs/report.png", false, 1280, true),
        ("src/ProvenanceAnalyzers.Package/docs/report-dark.png", true, 1600, false),
        ("src/ProvenanceAnalyzers.Package/docs/report-narrow.png", false, 400, false),
    ];

    private const string Evil = "</script><img src=x onerror=\"document.title='evil'\">";

    private static readonly string[] Charts = ["origins", "providers", "reviews", "folders", "training"];

    private readonly ReportedManifests _manifests = new();
    private readonly List<string> _messages = [];

    public void Dispose() => _manifests.Dispose();

    [BrowserFact]
    public async Task It_opens_without_a_network_and_says_nothing_on_the_console()
    {
        var page = await OpenAsync(200);

        Assert.Empty(_messages);
        Assert.Equal("200 of 200 units", await page.InnerTextAsync("#count"));
        foreach (var chart in Charts)
        {
            await DrawnAsync(page, chart);
        }
    }

    [BrowserFact]
    public async Task On_paper_each_chart_is_drawn_though_nobody_has_seen_it()
    {
        var page = await OpenAsync(200);

        // In one go: what is drawn later is too late for the printer.
        var missing = await page.EvaluateAsync<string[]>(
            """
            () => {
                dispatchEvent(new Event('beforeprint'));
                return [...document.querySelectorAll('.chart')].filter(one => !one.querySelector('svg path')).map(one => one.id);
            }
            """);

        Assert.Empty(missing);
        Assert.Empty(_messages);
    }

    /// <summary>Paper is narrower than the window, and no browser says so but by the medium.</summary>
    [BrowserFact]
    public async Task On_paper_each_chart_fits_and_the_theme_is_as_before_when_it_is_printed()
    {
        var page = await OpenAsync(200, isDark: true);
        await page.EvaluateAsync(
            """
            () => matchMedia('print').addEventListener('change', medium => {
                if (medium.matches) window.printed = [...document.querySelectorAll('.chart')]
                    .map(one => one.clientWidth > 0 && one.querySelector('svg').clientWidth === one.clientWidth ? 'fits' : one.id);
            })
            """);

        await page.PdfAsync(new PagePdfOptions { Format = PaperFormat.A4 });

        var printed = await page.EvaluateAsync<string[]>("() => window.printed");
        Assert.NotEmpty(printed);
        Assert.All(printed, one => Assert.Equal("fits", one));
        Assert.Equal("dark", await page.EvaluateAsync<string>("() => document.documentElement.dataset.theme"));
        Assert.Empty(_messages);
    }

    /// <summary>
    /// Else a browser makes all of it smaller, or cuts it off: 718 and 1047 pixels are what A4 has between margins of 10 mm.
    /// </summary>
    [BrowserFact]
    public async Task On_paper_nothing_is_wider_than_the_paper()
    {
        var page = await OpenAsync(200);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        await page.EvaluateAsync("dispatchEvent(new Event('beforeprint'))");
        foreach (var (width, sections) in new[] { (718, "section:not(#projects)"), (1047, "#projects") })
        {
            await page.SetViewportSizeAsync(width, 1000);

            Assert.Empty(await page.EvaluateAsync<string[]>(
                """
                ([width, sections]) => [...document.querySelectorAll(sections)].flatMap(section => [...section.querySelectorAll('*')])
                  .filter(one => !one.closest('svg') && one.getBoundingClientRect().right > width).map(one => one.outerHTML.slice(0, 200))
                """,
                new object[] { width, sections }));
        }
    }

    [BrowserFact]
    public async Task Of_many_projects_the_first_hundred_are_shown_and_the_others_on_request()
    {
        foreach (var (projects, hidden) in new[] { (100, 0), (103, 3) })
        {
            for (var index = 0; index < projects; index++)
            {
                _manifests.Write(
                    $"P{index}.provenance.json",
                    ReportedManifests.Manifest($"src/P{index}/P{index}.csproj", ReportedManifests.Unit()));
            }

            var page = await OpenAsync();

            Assert.Equal(projects, await page.Locator("#projects tbody tr").CountAsync());
            Assert.Equal(hidden, await page.Locator("#projects details:not([open]) tbody tr").CountAsync());
            Assert.Equal(hidden > 0 ? ["3 more"] : [], await page.Locator("#projects summary").AllInnerTextsAsync());
            Assert.Equal(
                hidden > 0 ? 2 : 1, await page.Locator("#projects thead", new() { HasText = "AI-made units" }).CountAsync());
        }

        Assert.Empty(_messages);
    }

    [BrowserFact]
    public async Task Accessibility_rules_find_nothing_in_the_light_and_in_the_dark_wide_and_narrow()
    {
        foreach (var (isDark, width) in new[] { (false, 1600), (true, 400) })
        {
            var page = await OpenAsync(200, isDark: isDark, width: width);
            await page.EvaluateAsync("document.querySelectorAll('details').forEach(one => { one.open = true; })");
            await page.EvaluateAsync($"location.hash = 'units?folder={new string('f', 100)}'");
            await Assertions.Expect(page.Locator("#count")).ToContainTextAsync("0 of 200");
            Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
            await page.EvaluateAsync("location.hash = 'units'");
            await page.ClickAsync(".ag-row[row-index='0'] .ag-cell >> nth=0");
            await page.WaitForSelectorAsync("#details:not([hidden])");

            var violations = (await page.RunAxe()).Violations;

            Assert.True(violations.Length == 0, string.Join("\n", violations.Select(violation =>
                $"{violation.Id}: {violation.Help}: {string.Join(" | ", violation.Nodes.Take(3).Select(node => node.Html))}")));
            Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        }
    }

    [BrowserFact]
    public async Task A_filter_lists_what_the_manifests_have_of_it()
    {
        var manifest = ReportedManifests.Random("src/Shop/Shop.csproj", 300, 7);
        var units = manifest["units"]!.AsArray();
        foreach (var excluded in units.Where(unit => unit!["excluded"]!.GetValue<bool>()).ToList())
        {
            units.Remove(excluded);
        }

        _manifests.Write("Shop.provenance.json", manifest);
        var page = await OpenAsync();

        foreach (var (address, expected) in new (string, Func<JsonNode, bool>)[]
        {
            ("review=stale", unit => unit["review"]!.GetValue<string>() == "stale"),
            ("origin=undeclared", unit => unit["due"] != null),
            ("waits=policy", unit => unit["policy"]!.AsArray().Count > 0),
            ("tool=codex", unit => unit["tools"]!.AsArray().Any(tool => tool!.GetValue<string>() == "codex")),
            ("training=restricted&review=reviewed", unit =>
                unit["training"]!["status"]!.GetValue<string>() == "restricted" && unit["review"]!.GetValue<string>() == "reviewed"),
            ("folder=src%2FShop%2FOrders", unit => unit["path"]!.GetValue<string>() is var path
                && path.StartsWith("Orders/", StringComparison.Ordinal) && path.LastIndexOf('/') == "Orders".Length),
            ("search=bob%40example", unit => unit["reviews"]!.AsArray().Any(review =>
                review!["reviewer"]!.GetValue<string>().Contains("bob@", StringComparison.Ordinal))),
            // Of these columns each unit has its own, all have the same, and several share one.
            ("search=TYPE12", unit => unit["id"]!.GetValue<string>().Contains("Type12", StringComparison.Ordinal)),
            ("search=shop.csproj", _ => true),
            ("search=codex", unit => unit["tools"]!.AsArray().Any(tool => tool!.GetValue<string>() == "codex")),
            ("review=stale&reviewer=bob%40example.com", unit => unit["review"]!.GetValue<string>() == "stale"
                && unit["reviews"]!.AsArray().Any(review =>
                    review!["reviewer"]!.GetValue<string>().Contains("bob@", StringComparison.Ordinal))),
            ("provider=openai", unit => unit["providers"]!.AsArray().Any(provider => provider!.GetValue<string>() == "openai")),
            ("waits=suppressed", unit => unit["findings"]!.AsArray().Any(finding => finding!["suppressed"]!.GetValue<bool>())),
        })
        {
            await page.EvaluateAsync($"location.hash = 'units?{address}'");

            await Assertions.Expect(page.Locator("#count")).ToContainTextAsync(
                string.Create(CultureInfo.InvariantCulture, $"{units.Count(unit => expected(unit!))} of {units.Count} units"));
        }
    }

    [BrowserFact]
    public async Task Each_number_of_units_leads_to_those_that_it_counts()
    {
        var odd = ReportedManifests.Unit("T:Odd", "Odd.cs", origin: "generated");
        odd["tools"] = new JsonArray("codex");
        odd["annotations"] = new JsonArray(
            ReportedManifests.Annotation("assisted", "codex", null, "gpt-2"), ReportedManifests.Annotation("generated"));
        (odd["review"], odd["reviews"]) = ("stale", new JsonArray(ReportedManifests.Review(string.Empty, isValid: false)));
        var nobody = ReportedManifests.Unit("T:Nobody", "Nobody.cs");
        nobody["reviews"] = new JsonArray(ReportedManifests.Review(null, isValid: false));
        var greek = ReportedManifests.Unit("T:Greek", "Greek.cs");
        greek["reviews"] = new JsonArray(ReportedManifests.Review("\u0391\u03a3 <\u0391\u03a3@x.gr>"));
        var manifest = ReportedManifests.Random("src/Shop/Shop.csproj", 300, 11);
        var older = ReportedManifests.Unit("T:Older", "Older.cs", origin: "generated");
        (older["training"]!["status"], older["training"]!["provider"]) = ("restricted", "openai");
        (older["training"]!["document"], older["training"]!["date"]) = ("Terms of use", "2023-03-14");
        foreach (var unit in new[] { odd, nobody, greek, older })
        {
            manifest["units"]!.AsArray().Add((JsonNode)unit);
        }

        _manifests.Write("Shop.provenance.json", manifest);
        var page = await OpenAsync();
        var links = await page.EvaluateAsync<JsonElement>(
            """
            () => [...document.querySelectorAll('main table')].flatMap(table => {
              const heads = [...table.querySelectorAll('thead th')].map(one => one.textContent);
              const counted = heads[0] === 'Reviewer' ? ['Reviews that hold', 'Gone stale', 'Not counted'] : ['Units'];
              if (!heads.includes(counted[0])) return [];
              return [...table.querySelectorAll('tbody tr')].map(row => ({ of: heads[0], link: row.querySelector('a').hash,
                text: row.querySelector('a').textContent, units: counted.reduce((sum, head) =>
                  sum + Number(row.children[heads.indexOf(head)].textContent.replaceAll(',', '')), 0) }));
            })
            """);

        string[] tables = ["Origin", "Provider", "Tool", "Review", "Reviewer", "Rule", "Status"];
        Assert.Equal(tables, links.EnumerateArray().Select(link => link.GetProperty("of").GetString()).Distinct());
        foreach (var link in links.EnumerateArray())
        {
            Assert.NotEqual(string.Empty, link.GetProperty("text").GetString());
            await page.EvaluateAsync("link => { location.hash = link; }", link.GetProperty("link").GetString());
            await Assertions.Expect(page.Locator("#count")).ToHaveTextAsync(
                new Regex(FormattableString.Invariant($"^{link.GetProperty("units").GetInt32()} of ")));
        }
    }

    [BrowserFact]
    public async Task A_project_leads_to_its_own_units_where_another_repository_or_none_has_one_of_its_name()
    {
        _manifests.Write("Shop.provenance.json", ReportedManifests.Manifest(units: ReportedManifests.Unit("T:A")));
        _manifests.Write("repository=web/Shop.provenance.json", ReportedManifests.Manifest(
            units: [ReportedManifests.Unit("T:A"), ReportedManifests.Unit("T:B", "B.cs")]));
        var page = await OpenAsync();
        var links = await page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('#projects tbody a')].map(one => one.hash)");

        Assert.Equal(2, links.Length);
        foreach (var link in links)
        {
            await page.EvaluateAsync("link => { location.hash = link; }", link);
            await Assertions.Expect(page.Locator("#count")).ToContainTextAsync(
                link.EndsWith("repository=web", StringComparison.Ordinal) ? "2 of 3 units" : "1 of 3 units");
        }
    }

    [BrowserFact]
    public async Task A_link_leads_there_again_and_what_it_filters_by_stays()
    {
        var unit = ReportedManifests.Unit("T:A", origin: "generated");
        unit["annotations"] = new JsonArray(ReportedManifests.Annotation("generated"));
        _manifests.Write("Shop.provenance.json", ReportedManifests.Manifest(units: [unit, ReportedManifests.Unit("T:AB", "B.cs")]));
        var page = await OpenAsync();
        const string Tile = ".tiles a[href='#units?origin=ai']";
        for (var time = 0; time < 2; time++)
        {
            await page.EvaluateAsync("scrollTo(0, 0)");
            await page.ClickAsync(Tile);
            Assert.Equal("units", await page.EvaluateAsync<string>("document.activeElement.id"));
            Assert.True(await page.EvaluateAsync<double>("scrollY") > 100);
        }

        // No tool is chosen in the list, since none is named.
        await page.EvaluateAsync("location.hash = 'units?tool=(no tool named)'");
        await Assertions.Expect(page.Locator("#count")).ToHaveTextAsync("1 of 2 units");
        await page.FillAsync("input[name=search]", "T:A");
        await Assertions.Expect(page.Locator("#count")).ToHaveTextAsync("1 of 2 units");
        Assert.Equal("(no tool named)", await page.InputValueAsync("select[name=tool]"));
        Assert.Contains("tool=", page.Url, StringComparison.Ordinal);

        // Back is where all were.
        await page.EvaluateAsync("location.hash = 'units'");
        await Assertions.Expect(page.Locator("#count")).ToHaveTextAsync("2 of 2 units");
        await page.EvaluateAsync("location.hash = 'units?waits=__proto__&__proto__=a&constructor=b'");
        await Assertions.Expect(page.Locator("#count")).ToHaveTextAsync("2 of 2 units");
        Assert.Empty(_messages);
    }

    /// <summary>The address, what is done before the list is there, and the filters that hold once it is.</summary>
    [BrowserTheory]
    [InlineData("#units?tool=codex&origin=ai", "search", "origin=ai search=t:a tool=codex")]
    [InlineData("", "link", "origin=ai review=reviewed")]
    [InlineData("#units?tool=codex", "link and search", "origin=ai review=reviewed search=t:a")]
    [InlineData("#units?maker=codex%2C+openai%2C+gpt-2", "search", "maker=codex, openai, gpt-2 search=t:a")]
    public async Task What_is_asked_for_while_the_list_loads_holds_when_it_is_there(string address, string done, string expected)
    {
        var page = await OpenAsync(50);
        await page.EvaluateAsync("address => { location.hash = address; }", address);
        await page.AddInitScriptAsync(
            """
            const text = Response.prototype.text;
            Response.prototype.text = async function () {
              await new Promise(resolve => { globalThis.readOn = resolve; });
              return text.call(this);
            };
            """);
        await page.ReloadAsync();
        Assert.Equal(0, await page.Locator("html[data-ready]").CountAsync());
        if (done.Contains("link", StringComparison.Ordinal))
        {
            await page.ClickAsync(".tiles a[href*='review=reviewed']");
        }

        if (done.Contains("search", StringComparison.Ordinal))
        {
            await page.FillAsync("input[name=search]", "t:a");
        }

        await page.EvaluateAsync("readOn()");
        await page.WaitForSelectorAsync("html[data-ready]", new PageWaitForSelectorOptions { State = WaitForSelectorState.Attached });

        Assert.Equal(expected, await page.EvaluateAsync<string>(
            "[...new URLSearchParams(location.hash.split('?')[1])].sort().map(one => one.join('=')).join(' ')"));
        var shown = await page.InnerTextAsync("#count");
        await page.EvaluateAsync("dispatchEvent(new Event('hashchange'))");
        Assert.Equal(shown, await page.InnerTextAsync("#count"));
        foreach (var filter in expected.Split(' ').Where(part => !part.StartsWith("maker", StringComparison.Ordinal) && part.Contains('=')))
        {
            Assert.Equal(filter.Split('=')[1], await page.InputValueAsync($"[name={filter.Split('=')[0]}]"));
        }
    }

    [BrowserFact]
    public async Task The_keyboard_alone_filters_sorts_and_opens_a_unit()
    {
        var page = await OpenAsync(100);

        await page.FocusAsync("input[name=search]");
        await page.Keyboard.TypeAsync("Type42");
        await Assertions.Expect(page.Locator("#count")).ToHaveTextAsync("1 of 100 units");
        await page.Keyboard.PressAsync("ControlOrMeta+A");
        await page.Keyboard.PressAsync("Delete");
        const string IsInHeader = "document.activeElement?.closest('.ag-header-cell')?.getAttribute('col-id') === 'name'";
        while (!await page.EvaluateAsync<bool>(IsInHeader))
        {
            await page.Keyboard.PressAsync("Tab");
        }

        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Enter");
        var most = ListedUnits().Max(Lines);
        await Assertions.Expect(page.Locator(".ag-row[row-index='0'] [col-id=lines]")).ToHaveTextAsync($"{most}");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#details")).ToBeVisibleAsync();
        Assert.Equal("details", await page.EvaluateAsync<string>("document.activeElement.id"));
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator("#details")).ToBeHiddenAsync();
    }

    [BrowserTheory]
    [InlineData("lines", 1)]
    [InlineData("lines", 2)]
    [InlineData("path", 1)]
    [InlineData("path", 2)]
    [InlineData("path", 2, "Type7")]
    [InlineData("lines", 3)]
    public async Task The_list_has_wherever_one_looks_the_units_in_the_order_that_is_asked_for(
        string column, int clicks, string searched = "")
    {
        var page = await OpenAsync(700);
        var before = await RowsAsync(page, "name");
        for (var click = 0; click < clicks; click++)
        {
            await page.ClickAsync($".ag-header-cell[col-id={column}]");
        }

        await page.FillAsync("input[name=search]", searched);
        var units = ListedUnits().Where(unit => ((string)unit["id"]!).Contains(searched, StringComparison.Ordinal)).ToList();
        await Assertions.Expect(page.Locator("#count")).ToHaveTextAsync($"{units.Count} of 700 units");
        if (clicks == 3)
        {
            Assert.Equal(before, await RowsAsync(page, "name"));
            return;
        }

        var expected = (column == "lines"
                ? units.OrderBy(Lines).Select(unit => $"{Lines(unit)}")
                : units.Select(unit => $"src/Shop/{unit["path"]}:{unit["startLine"]}").Order(StringComparer.Ordinal))
            .ToList();
        if (clicks == 2)
        {
            expected.Reverse();
        }

        foreach (var part in new[] { 0, 0.5, 1, 0.2 })
        {
            await page.EvalOnSelectorAsync(".ag-grid-viewport", "(one, part) => { one.scrollTop = one.scrollHeight * part; }", part);
            var rows = await RowsAsync(page, column);
            Assert.All(rows, row => Assert.Equal(expected[row.Index], row.Text));
            Assert.True(rows.Max(row => row.Index) < units.Count);
            Assert.InRange((units.Count - 1) * part, rows.Min(row => row.Index) - 15, rows.Max(row => row.Index) + 15);
        }
    }

    [BrowserFact]
    public async Task A_list_in_which_nothing_was_found_at_first_is_sorted_all_the_same()
    {
        var page = await OpenAsync(100);
        await page.GotoAsync("about:blank");
        await page.GotoAsync($"{new Uri(_manifests.PathOf("report.html"))}#units?search=nowhere");
        await Assertions.Expect(page.Locator("#count")).ToHaveTextAsync("0 of 100 units");

        await page.FillAsync("input[name=search]", string.Empty);
        await page.ClickAsync(".ag-header-cell[col-id=lines]");

        await Assertions.Expect(page.Locator("#count")).ToHaveTextAsync("100 of 100 units");
        await Assertions.Expect(page.Locator(".ag-row[row-index='0'] [col-id=lines]")).ToHaveTextAsync($"{ListedUnits().Min(Lines)}");
    }

    /// <summary>
    /// How wide the window is, the cell that was clicked, whether that of the name is there then, what is searched for meanwhile, and where
    /// the focus is at the end.
    /// </summary>
    [BrowserTheory]
    [InlineData(1280, "origin", 1, "", "row 3, name")]
    [InlineData(400, "name", 1, "", "row 3, name")]
    [InlineData(400, "kind", 0, "", "row 3, name")]
    [InlineData(1280, "origin", 1, "nowhere", "search")]
    public async Task Whoever_closes_the_details_is_back_where_they_were(
        int width, string clicked, int names, string searched, string focused)
    {
        var page = await OpenAsync(1000, width: width);
        if (clicked == "kind")
        {
            await page.EvaluateAsync("for (const one of document.querySelectorAll('#grid *')) one.scrollTo({ left: 1e6 });");
        }

        await page.ClickAsync($".ag-row[row-index='3'] [col-id={clicked}]");
        await page.WaitForSelectorAsync("#details:not([hidden])");
        await Assertions.Expect(page.Locator(".ag-row[row-index='3'] [col-id=name]")).ToHaveCountAsync(names);
        await page.FillAsync("input[name=search]", searched);
        await page.FocusAsync("#details");
        await page.Keyboard.PressAsync("Escape");

        await Assertions.Expect(page.Locator("#details")).ToBeHiddenAsync();
        await page.WaitForFunctionAsync(
            """
            expected => {
              const one = document.activeElement;
              const row = one.closest('.ag-row')?.getAttribute('row-index');
              return expected === (row ? `row ${row}, ${one.getAttribute('col-id')}` : one.name);
            }
            """,
            focused);
    }

    [BrowserFact]
    public async Task What_a_manifest_says_is_text_and_nothing_else()
    {
        var unit = ReportedManifests.Unit($"T:{Evil}", $"{Evil}/A.cs", origin: "generated");
        unit["tools"] = new JsonArray(Evil);
        unit["providers"] = new JsonArray(Evil);
        unit["policy"] = new JsonArray(Evil);
        unit["annotations"] = new JsonArray(ReportedManifests.Annotation("generated", Evil, Evil, Evil, Evil));
        (unit["review"], unit["reviews"]) = ("reviewed", new JsonArray(ReportedManifests.Review(Evil)));
        unit["findings"] = new JsonArray(ReportedManifests.Finding(Evil));
        _manifests.Write("Shop.provenance.json", ReportedManifests.Manifest($"{Evil}.csproj", unit));
        var page = await OpenAsync();

        await page.ClickAsync(".ag-row[row-index='0'] .ag-cell >> nth=0");
        await page.WaitForSelectorAsync("#details:not([hidden])");

        Assert.Empty(_messages);
        Assert.Equal("Provenance of 1 units, 2026-11-27", await page.TitleAsync());
        Assert.Equal(0, await page.Locator("img").CountAsync());
        Assert.Contains(Evil, await page.InnerTextAsync("#details"), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task A_list_of_fifty_thousand_units_can_be_used_at_once()
    {
        var page = await OpenAsync(ReportData.MostUnits);

        Assert.Equal("50,000 of 50,000 units", await page.InnerTextAsync("#count"));
        await page.FillAsync("input[name=search]", "Type49999");
        Assert.Equal("1 of 50,000 units", await page.InnerTextAsync("#count"));
        Assert.Empty(_messages);
    }

    /// <summary>Takes the pictures of the page's document anew, where somebody asks for it: no two machines have the same fonts.</summary>
    [BrowserFact]
    public async Task Its_pictures_show_the_page_of_today()
    {
        for (var day = 1; day <= 5; day++)
        {
            _manifests.Write(
                $"h/day=2026-11-{day:00}/Shop.provenance.json",
                ReportedManifests.Random("src/Shop/Shop.csproj", 300 + (60 * day), day));
        }

        _manifests.Write("now/Shop.provenance.json", ReportedManifests.Random("src/Shop/Shop.csproj", 700, 3));
        _manifests.Write("now/Billing.provenance.json", ReportedManifests.Random("src/Billing/Billing.csproj", 200, 4));
        using var data = _manifests.Read("now", "h");
        await File.WriteAllTextAsync(_manifests.PathOf("report.html"), ReportPage.Write(data, default));
        foreach (var (path, isDark, width, isWhole) in Pictures)
        {
            var page = await browser.OpenAsync(_manifests.PathOf("report.html"), _messages, isDark, width);

            foreach (var chart in Charts.Append("trend"))
            {
                await DrawnAsync(page, chart);
            }

            var picture = await page.ScreenshotAsync(new PageScreenshotOptions { FullPage = isWhole });

            Assert.True(File.Exists(Repository.PathOf(path)) || DerivedFile.IsWriting, $"{path} is not there.");
            if (DerivedFile.IsWriting)
            {
                await File.WriteAllBytesAsync(Repository.PathOf(path), picture);
            }
        }

        Assert.Empty(_messages);
    }

    /// <summary>Waits for a chart: one that is not in view is drawn when there is nothing else to do.</summary>
    private static int Lines(JsonNode unit) => (int)unit["endLine"]! - (int)unit["startLine"]! + 1;

    /// <summary>What the rows that are there say in a column, once all of them are filled and at rest.</summary>
    private static async Task<List<(int Index, string Text)>> RowsAsync(IPage page, string column)
    {
        await page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => setTimeout(done, 100)))");
        await page.WaitForFunctionAsync(
            "column => [...document.querySelectorAll(`.ag-row [col-id=${column}]`)].every(one => one.textContent !== '')", column);
        var rows = await page.EvalOnSelectorAllAsync<string[][]>(
            $".ag-row [col-id={column}]",
            "cells => cells.map(one => [one.closest('.ag-row').getAttribute('row-index'), one.textContent])");
        return [.. rows.Select(row => (int.Parse(row[0], CultureInfo.InvariantCulture), row[1])).Order()];
    }

    /// <summary>The units of the manifest that <see cref="OpenAsync"/> has written.</summary>
    private List<JsonNode> ListedUnits() =>
        [.. JsonNode.Parse(File.ReadAllText(_manifests.PathOf("Shop.provenance.json")))!["units"]!.AsArray().OfType<JsonNode>()];

    private static async Task DrawnAsync(IPage page, string chart) => await page.WaitForSelectorAsync(
        $"#{chart}-chart svg path", new PageWaitForSelectorOptions { State = WaitForSelectorState.Attached });

    private async Task<IPage> OpenAsync(int count = 0, bool isDark = false, int width = 1600)
    {
        if (count > 0)
        {
            var manifest = ReportedManifests.Random("src/Shop/Shop.csproj", count, 5);
            foreach (var unit in manifest["units"]!.AsArray())
            {
                unit!["excluded"] = false;
            }

            _manifests.Write("Shop.provenance.json", manifest);
        }

        using var data = _manifests.Read();
        var path = _manifests.PathOf("report.html");
        await File.WriteAllTextAsync(path, ReportPage.Write(data, default));
        return await browser.OpenAsync(path, _messages, isDark, width);
    }
}
