using ProvenanceAnalyzers.Shared.Catalogue;

namespace ProvenanceAnalyzers.Build.Tests.Shared;

public sealed class CatalogueFileTests
{
    [Fact]
    public void The_tables_are_embedded_into_the_tasks_too()
    {
        Assert.Equal("claude-code", CommitIdentities.Recognise("noreply@anthropic.com")?.Tool);
        Assert.Equal(AccountKind.Bot, CommitIdentities.Recognise("noreply@weblate.org")?.Kind);
    }
}
