using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Fluid;
using Fluid.Values;
using ProvenanceAnalyzers.Shared.Catalogue;
using ProvenanceAnalyzers.Tool.Infrastructure;
using ProvenanceAnalyzers.Tool.Tables;

namespace ProvenanceAnalyzers.Tool.Report;

/// <summary>Fills the templates below <c>Report/Page</c>, which are written in Liquid. Whatever comes from a manifest is encoded.</summary>
internal static class ReportTemplate
{
    private static readonly FluidParser Parser = new();
    private static readonly ConcurrentDictionary<string, IFluidTemplate> Templates = new(StringComparer.Ordinal);
    private static readonly TemplateOptions Options = NewOptions();
    private static readonly TextEncoder Markdown = NewMarkdownEncoder();

    /// <summary>A template, filled with the rows of a report.</summary>
    /// <param name="name">The template's name without <c>.liquid</c>, whose ending says how text is encoded.</param>
    /// <param name="data">The report.</param>
    /// <param name="more">What the template needs beside the rows.</param>
    public static string Render(string name, ReportData data, params IEnumerable<(string Name, object Value)> more)
    {
        var context = new TemplateContext(Options) { CultureInfo = CultureInfo.InvariantCulture };
        foreach (var (query, rows) in data.Rows)
        {
            context.SetValue(query, rows);
        }

        context.SetValue("totals", data.Totals);
        context.SetValue("words", ReportData.Words);
        context.SetValue("ruleTitles", ReportData.RuleTitles);
        context.SetValue("version", ToolVersion.Current);
        foreach (var (key, value) in more)
        {
            context.SetValue(key, value);
        }

        return Templates.GetOrAdd(name, Parse).Render(context, EncoderOf(name));
    }

    private static IFluidTemplate Parse(string name) => Parser.TryParse(Sql.Read($"Report/{name}.liquid"), out var template, out var error)
        ? template
        : throw new InvalidOperationException($"The template {name} is wrong: {error}");

    private static TextEncoder EncoderOf(string name) => Path.GetExtension(name) switch
    {
        ".md" => Markdown,
        ".json" => JavaScriptEncoder.Default,
        _ => HtmlEncoder.Default,
    };

    /// <summary>What Markdown would understand stands there as a reference to its character, as what HTML would understand does.</summary>
    private static HtmlEncoder NewMarkdownEncoder()
    {
        var settings = new TextEncoderSettings(UnicodeRanges.All);
        settings.ForbidCharacters([.. "\\`*_{}[]()#+-.!|~:@"]);
        return HtmlEncoder.Create(settings);
    }

    private static TemplateOptions NewOptions()
    {
        var options = new TemplateOptions();
        options.Filters.AddFilter("number", (input, _, _) =>
            new StringValue(input.ToNumberValue().ToString("N0", CultureInfo.InvariantCulture)));
        options.Filters.AddFilter("percent", (input, arguments, _) =>
            new StringValue(Percent(input.ToNumberValue(), arguments.At(0).ToNumberValue())));
        options.Filters.AddFilter("word", (input, arguments, _) =>
        {
            var name = input.ToStringValue();
            return new StringValue(ReportData.Words[arguments.At(0).ToStringValue()].GetValueOrDefault(name, name));
        });
        options.Filters.AddFilter("person", (input, _, _) =>
            new StringValue(new Person(input.ToStringValue()).Addresses is [.., var address]
                ? address.ToLowerInvariant()
                : input.ToStringValue().Trim()));
        options.Filters.AddFilter("rule", (input, _, _) =>
            new StringValue(ReportData.RuleTitles.GetValueOrDefault(input.ToStringValue(), string.Empty)));
        return options;
    }

    /// <summary>A share in whole per cent; what is not all is not called all, and what is something not nothing.</summary>
    internal static string Percent(decimal part, decimal whole) => (part, whole) switch
    {
        (_, 0) => "–",
        (0, _) => "0 %",
        _ when part == whole => "100 %",
        _ => string.Create(CultureInfo.InvariantCulture, $"{Math.Clamp(Math.Round(100 * part / whole), 1, 99)} %"),
    };
}
