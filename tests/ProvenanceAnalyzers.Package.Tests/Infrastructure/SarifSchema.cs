using NJsonSchema;

namespace ProvenanceAnalyzers.Package.Tests.Infrastructure;

/// <summary>The schema of SARIF 2.1.0, in the copy that the package Sarif.Sdk ships.</summary>
internal static class SarifSchema
{
    private static readonly Lazy<Task<JsonSchema>> Schema = new(() => JsonSchema.FromFileAsync(
        Path.Combine(AppContext.BaseDirectory, "sarif-2.1.0.json")));

    /// <summary>What is wrong with a log, a line each.</summary>
    public static async Task<IEnumerable<string>> ErrorsAsync(string log) =>
        (await Schema.Value).Validate(log).Select(error => $"{error}");
}
