using Microsoft.CodeAnalysis.Testing;
using ProvenanceAnalyzers.Rules;
using ProvenanceAnalyzers.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Tests.Evidence;

public sealed class IncompleteEvidenceRuleTests
{
    private const string Code = "[ProvenanceAnalyzers.AIProvenance(ProvenanceAnalyzers.AIOrigin.Human)] class C { }";

    [Fact]
    public Task Each_gap_is_reported_once() => new ProvenanceTest
    {
        Source = Code,
        History = "gap the_clone_is_shallow,_run_git_fetch_--unshallow",
        ExpectedDiagnostics =
        {
            new DiagnosticResult(Descriptors.IncompleteEvidence)
                .WithMessage("Evidence is incomplete: the clone is shallow, run git fetch --unshallow"),
        },
    }.RunAsync();

    [Fact]
    public Task A_list_that_cannot_be_read_is_a_gap() => new ProvenanceTest
    {
        Source = Code,
        History = "colour red",
        ExpectedDiagnostics =
        {
            new DiagnosticResult(Descriptors.IncompleteEvidence).WithMessage(
                "Evidence is incomplete: '/0/obj/Provenance.Evidence.tsv' has a line that cannot be read, in line 2; build again"),
        },
    }.RunAsync();

    [Fact]
    public Task Where_nobody_asks_nothing_is_missing() => new ProvenanceTest { Source = Code }.RunAsync();

    [Fact]
    public Task A_policy_asks_for_it() => new ProvenanceTest
    {
        Source = Code,
        Policy = "provenance.evidence = true\n",
        ExpectedDiagnostics =
        {
            new DiagnosticResult("PROV4006", Microsoft.CodeAnalysis.DiagnosticSeverity.Warning).WithMessage(
                "Evidence is incomplete: 'company.provenance' asks for it (provenance.evidence = true), and this build collects none; "
                + "build with ProvenanceEvidence=true; an error in CI"),
        },
    }.RunAsync();

    [Fact]
    public Task It_is_suppressed_by_severity() => new ProvenanceTest
    {
        Source = Code,
        History = "gap the_clone_is_shallow",
        Options = "dotnet_diagnostic.PROV4006.severity = none",
    }.RunAsync();
}
