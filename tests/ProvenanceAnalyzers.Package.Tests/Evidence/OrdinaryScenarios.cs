namespace ProvenanceAnalyzers.Package.Tests.Evidence;

/// <summary>The scenarios that differ in who commits, and in what the message says.</summary>
internal static class OrdinaryScenarios
{
    private static readonly string[] AssistingHumans =
    [
        "Assisted-by: Jo Smith", "Assisted-by: Jo Smith <jo@example.com>", "Assisted-by: Devin Booker",
        "Generated-by: Ada Lovelace <ada.lovelace@example.com>", "Assisted-by: Claude Martin <claude.martin@example.fr>",
        "Assisted-by: the team in Oslo", "Reviewed-by: Claude <noreply@anthropic.com>",
    ];

    private static readonly (string Tool, string Trailer)[] AITrailers =
    [
        ("claude-code", "Co-authored-by: Claude <noreply@anthropic.com>"),
        ("claude-code", "Co-Authored-By: Claude Opus 4.5 <noreply@anthropic.com>"),
        ("cursor", "Co-authored-by: Cursor <cursoragent@cursor.com>"),
        ("codex", "Assisted-by: Codex"),
        ("claude-code", "Assisted-by: Claude:claude-opus-4-5"),
        ("claude-code", "Claude-Session: 5f0c7a52"),
        ("github-copilot", "Co-authored-by: Copilot <198982749+Copilot@users.noreply.github.com>"),
    ];

    public static IEnumerable<HistoryCommit> Write(
        HistoryDraft draft, HistoryScenario scenario, string path, IReadOnlyList<LabelledUnit> units)
    {
        var hands = units.ToDictionary(unit => unit, unit => HandOf(draft, scenario));
        foreach (var commit in draft.Grow(path, units, unit => hands[unit]))
        {
            yield return commit;
        }

        foreach (var unit in units)
        {
            foreach (var commit in Afterwards(draft, scenario, path, unit, hands[unit]))
            {
                yield return commit;
            }
        }
    }

    private static HistoryHand HandOf(HistoryDraft draft, HistoryScenario scenario) => scenario switch
    {
        HistoryScenario.PlainAgent => OfAgentAlone(draft),
        HistoryScenario.AgentWithRequester => HistoryHand.OfAgent(draft.Any(HistoryPeople.Agents), draft.Any(HistoryPeople.Requesters)),
        HistoryScenario.AgentWithHelper => OfAgentWithHelper(draft),
        HistoryScenario.AgentWithPusher => OfAgentWithPusher(draft),
        HistoryScenario.HumanWithTrailer => OfHumanWithTrailer(draft),
        HistoryScenario.AcceptedSuggestion => OfHumanWithSuggestion(draft),
        HistoryScenario.PersonWithToolName => OfPersonWithToolName(draft),
        HistoryScenario.AssistedByHuman => OfHumanWithHuman(draft),
        HistoryScenario.OtherBots => HistoryHand.OfBot(draft.Any(HistoryPeople.Bots)),
        HistoryScenario.Laundering => HistoryHand.OfAgent(draft.Any(HistoryPeople.Agents)),
        _ => throw new ArgumentOutOfRangeException(nameof(scenario), scenario, "It needs more than commits in a row."),
    };

    /// <summary>Some of it was rebased by an agent, which so is its committer and no more.</summary>
    private static HistoryHand OfHumanWithHuman(HistoryDraft draft)
    {
        var human = draft.AnyHuman();
        return human with
        {
            Committer = draft.Random.Next(3) == 0 ? draft.Any(HistoryPeople.Agents).Account : human.Committer,
            Trailers = "\n" + draft.Any(AssistingHumans),
        };
    }

    private static HistoryHand OfAgentAlone(HistoryDraft draft)
    {
        var hand = HistoryHand.OfAgent(draft.Any(HistoryPeople.Agents));
        return draft.Random.Next(3) switch
        {
            0 => hand with { Committer = hand.Author },
            1 => hand with { Trailers = $"\nCo-authored-by: {draft.Any(HistoryPeople.Bots)}\nSigned-off-by: {HistoryPeople.Bob}" },
            _ => hand,
        };
    }

    private static HistoryHand OfAgentWithHelper(HistoryDraft draft)
    {
        var requester = draft.Any(HistoryPeople.Requesters);
        var agent = draft.Any(HistoryPeople.Agents);
        var trailers = draft.Random.Next(3) switch
        {
            0 => $"\nCo-authored-by: {requester}\nCo-authored-by: {HistoryPeople.Bob}",
            1 => $"\n* {draft.Code.Sentence()}\n\n* {draft.Code.Sentence()}\n\n    Co-authored-by: {HistoryPeople.Bob}\n\n"
                + $"Co-authored-by: {requester}",
            _ => $"\n> Co-authored-by: {HistoryPeople.Bob}\n\n---------\n\nCo-authored-by: {requester}",
        };
        var label = LineLabel.Of(Typist.Undecidable, KeptEvidence.Trailer, agent.Tool, requester, HistoryPeople.Bob);
        return new HistoryHand(agent.Account, label)
        {
            Committer = HistoryPeople.WebFlow,
            Trailers = trailers,
        };
    }

    private static HistoryHand OfAgentWithPusher(HistoryDraft draft)
    {
        var pusher = draft.Any(HistoryPeople.Pushers);
        var agent = draft.Any(HistoryPeople.Agents);
        return new HistoryHand(agent.Account, LineLabel.Of(Typist.Undecidable, KeptEvidence.Trailer, agent.Tool, pusher))
        {
            Committer = HistoryPeople.WebFlow,
            Trailers = $"\nCo-authored-by: {pusher}",
        };
    }

    private static HistoryHand OfHumanWithTrailer(HistoryDraft draft)
    {
        var human = draft.Any(HistoryPeople.Humans);
        var (tool, trailer) = draft.Any(AITrailers);
        return new HistoryHand(human, LineLabel.Of(Typist.Undecidable, KeptEvidence.Trailer, tool, human)) { Trailers = "\n" + trailer };
    }

    private static HistoryHand OfHumanWithSuggestion(HistoryDraft draft)
    {
        var human = draft.Any(HistoryPeople.Humans);
        var suggester = draft.Any(HistoryPeople.Suggesters);
        var label = LineLabel.Of(Typist.Undecidable, KeptEvidence.Suggestion, "github-copilot", human);
        return new HistoryHand(human, label) { Trailers = $"\nCo-authored-by: {suggester}", Committer = HistoryPeople.WebFlow };
    }

    private static HistoryHand OfPersonWithToolName(HistoryDraft draft) => draft.Random.Next(3) == 0
        ? draft.AnyHuman() with { Trailers = $"\nCo-authored-by: {draft.Any(HistoryPeople.CalledLikeTools)}" }
        : HistoryHand.OfHuman(draft.Any(HistoryPeople.CalledLikeTools));

    /// <summary>What becomes of the lines: small edits leave them whose they were, and whoever writes a line anew has written it.</summary>
    private static IEnumerable<HistoryCommit> Afterwards(
        HistoryDraft draft, HistoryScenario scenario, string path, LabelledUnit unit, HistoryHand hand)
    {
        const int Edits = 3;
        if (scenario == HistoryScenario.PlainAgent)
        {
            var ofAgent = draft.EditableLinesOf(path, unit, label => label == hand.Label);
            foreach (var line in draft.Apart(path, ofAgent, Edits))
            {
                draft.ChangeWord(line);
            }

            yield return draft.Commit(draft.AnyHuman(), path);
            ofAgent = draft.EditableLinesOf(path, unit, label => label == hand.Label);
            foreach (var line in draft.Apart(path, ofAgent, Edits))
            {
                draft.Rewrite(line, LineLabel.Human);
            }

            yield return draft.Commit(draft.AnyHuman(), path);
        }
        else if (scenario == HistoryScenario.AgentWithPusher)
        {
            draft.Insert(path, unit, 1, LineLabel.Human);
            yield return draft.Commit(HistoryHand.OfHuman(HistoryPeople.Pushers[0]), path);
            draft.Insert(path, unit, 1, LineLabel.Human);
            yield return draft.Commit(HistoryHand.OfHuman(HistoryPeople.Pushers[1]), path);
        }
        else if (scenario == HistoryScenario.Laundering)
        {
            var ofHuman = draft.EditableLinesOf(path, unit, label => label == LineLabel.Human);
            foreach (var line in draft.Apart(path, ofHuman, unit.Plan.Share == PlannedShare.Half ? Edits : 0))
            {
                draft.Rewrite(line, hand.Label);
            }

            draft.Ignored.Add(draft.Commit(hand, path));
            yield return draft.Ignored[^1];
            draft.Insert(path, unit, 1, hand.Label);
            draft.Ignored.Add(draft.Commit(hand, path));
            yield return draft.Ignored[^1];
            draft.Insert(path, unit, 1, LineLabel.Human);
            yield return draft.Commit(HistoryHand.OfHuman(HistoryPeople.Carl), path);
        }
    }
}
