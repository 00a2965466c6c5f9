namespace ProvenanceAnalyzers.Package.Tests.Evidence;

/// <summary>How the lines of a unit of the labelled history came about.</summary>
internal enum HistoryScenario
{
    /// <summary>The account of an AI agent is the author.</summary>
    PlainAgent,

    /// <summary>It is, and who asked for it is a co-author.</summary>
    AgentWithRequester,

    /// <summary>The same, with a human's own commits squashed in.</summary>
    AgentWithHelper,

    /// <summary>The same, where who pushed commits is named as who asked is, and commits elsewhere under the address of the host.</summary>
    AgentWithPusher,

    /// <summary>A human's commit with a trailer that names an AI.</summary>
    HumanWithTrailer,

    /// <summary>A human's commit with a suggestion that was accepted.</summary>
    AcceptedSuggestion,

    /// <summary>The author is a person who is called like a tool.</summary>
    PersonWithToolName,

    /// <summary>A trailer that names a human who helped.</summary>
    AssistedByHuman,

    /// <summary>Commits with notes that were rebased, and their notes carried or not.</summary>
    Rebase,

    /// <summary>Files that were renamed, and types that were moved between files.</summary>
    Move,

    /// <summary>An agent, or a human, moved types to another file and changed a word in each of their lines.</summary>
    MoveWithEdits,

    /// <summary>A human took types away, and an agent brought them back with git's own revert.</summary>
    Revert,

    /// <summary>An agent changed a word in many of a human's lines.</summary>
    OneWordEdits,

    /// <summary>A formatter indented and wrapped everything anew.</summary>
    Formatter,

    /// <summary>Two branches changed the same lines.</summary>
    ConflictingMerge,

    /// <summary>git-ai noted each line: a prompt's, a session's, a human's.</summary>
    GitAINotes,

    /// <summary>Agent Trace has the lines, or has had them.</summary>
    AgentTrace,

    /// <summary>The author is a bot that is no AI.</summary>
    OtherBots,

    /// <summary>A <c>.mailmap</c>, a list of ignored revisions and a replaced commit make an agent a person.</summary>
    Laundering,
}
