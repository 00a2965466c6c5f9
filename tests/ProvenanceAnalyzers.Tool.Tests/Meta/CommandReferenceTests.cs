using System.CommandLine;
using ProvenanceAnalyzers.Tests.Infrastructure;
using ProvenanceAnalyzers.Tests.Meta;
using ProvenanceAnalyzers.Tool.Commands;

namespace ProvenanceAnalyzers.Tool.Tests.Meta;

/// <summary>
/// The reference on the tool's page follows from the commands. With the environment variable <c>PROVENANCE_WRITE</c> set to true it is
/// written instead of compared, though never in CI.
/// </summary>
public sealed class CommandReferenceTests
{
    private static readonly DerivedFile Reference = new(
        "src/ProvenanceAnalyzers.Package/docs/tool.md",
        "commands",
        Derive,
        "dotnet test tests/ProvenanceAnalyzers.Tool.Tests --filter CommandReference -e PROVENANCE_WRITE=true");

    [Fact]
    public void It_is_what_the_commands_make_of_it() => Reference.WriteOrCompare();

    [Fact]
    public void Each_command_and_each_option_says_what_it_is_in_a_sentence() => Assert.All(
        Program.Create().Subcommands.SelectMany(
            command => command.Options.Select(option => option.Description).Append(command.Description)),
        description => Assert.Matches("^[A-Z].*[.]$", description));

    private static string Derive() => string.Concat(Program.Create().Subcommands.Select(command =>
        $"\n### provenance {command.Name}\n\n{command.Description}\n\n| Argument or option | What it is |\n|---|---|\n"
        + string.Concat(command.Arguments.Select(argument => Row($"{argument.Name}", argument.Description)))
        + string.Concat(command.Options.Select(option => Row(
            option.HelpName == null ? option.Name : $"{option.Name} {option.HelpName}", option.Description))))) + "\n";

    private static string Row(string name, string? description) =>
        $"| `{name.Replace("|", "\\|", StringComparison.Ordinal)}` | {description?.Replace("|", "\\|", StringComparison.Ordinal)} |\n";
}
