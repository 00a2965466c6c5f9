namespace QuickStart;

// Ada requested it, so somebody else must review it.
[AIProvenance(AIOrigin.Generated, Tool = "codex", RequestedBy = "ada@example.com")]
[HumanReviewed("Ada Lovelace <ada@example.com>", "2026-11-21", Digest = "h1:d292dfedeedf08d35a0bd12163331187")] // PROV2005: column 16
public static class GiftCard
{
    public static bool Covers(decimal balance, Order order) => balance >= order.Total;
}
