using ProvenanceAnalyzers.Build.Evidence;

namespace ProvenanceAnalyzers.Build.Tests.Evidence;

/// <summary>What messages say of a commit that is reverted.</summary>
public sealed class RevertMessageTests
{
    [Theory]
    [InlineData("Add a parser", "Add a parser", null)]
    [InlineData("  Add a parser (#12)\n\nBody (#13)", "Add a parser", null)]
    [InlineData("Add a parser (12)", "Add a parser (12)", null)]
    [InlineData("Add a parser (#)", "Add a parser (#)", null)]
    [InlineData("Add a parser (#1x)", "Add a parser (#1x)", null)]
    [InlineData("(#12)", "", null)]
    [InlineData("(#", "(#", null)]
    [InlineData("", "", null)]
    [InlineData("Revert \"Add a parser\"", "Revert \"Add a parser\"", "Add a parser")]
    [InlineData("Revert \"Add a parser (#12)\" (#13)", "Revert \"Add a parser (#12)\"", "Add a parser")]
    [InlineData("Reapply \"Add a parser (#12)\" (#14)", "Reapply \"Add a parser (#12)\"", "Revert \"Add a parser\"")]
    [InlineData("Revert \"Revert \"Add a parser\"\"", "Revert \"Revert \"Add a parser\"\"", "Revert \"Add a parser\"")]
    [InlineData("Revert \"", "Revert \"", null)]
    [InlineData("Revert it all", "Revert it all", null)]
    public void A_title_may_name_another_one(string message, string title, string? reverted)
    {
        Assert.Equal(title, RevertMessage.TitleOf(message));
        Assert.Equal(reverted, RevertMessage.RevertedTitleIn(message));
    }

    [Theory]
    [InlineData("This reverts commit 8bda65518c0123456789abcdef0123456789abcd.", "8bda65518c0123456789abcdef0123456789abcd")]
    [InlineData("this Reverts Commit 8bda655,\nreversing it; reverts commit 1234567890", "8bda655 1234567890")]
    [InlineData("reverts commit 8bda65", "")]
    [InlineData("reverts commit $(touch x)", "")]
    [InlineData("reverts commit ", "")]
    [InlineData("", "")]
    public void Ids_may_be_short(string message, string ids) =>
        Assert.Equal(ids, string.Join(' ', RevertMessage.RevertedIdsIn(message)));

    /// <summary>Nothing that somebody writes into a message takes longer to read than it is long.</summary>
    [Theory]
    [InlineData(" ")]
    [InlineData("(#1")]
    [InlineData("\"")]
    [InlineData("reverts commit a")]
    public void A_message_may_be_long(string part)
    {
        var message = "Revert \"" + string.Concat(Enumerable.Repeat(part, 1_000_000));

        Assert.StartsWith("Revert \"", RevertMessage.TitleOf(message), StringComparison.Ordinal);
        Assert.Empty(RevertMessage.RevertedIdsIn(message));
    }
}
