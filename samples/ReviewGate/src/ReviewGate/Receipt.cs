namespace ReviewGate;

/// <summary>Outside Payments one reviewer is enough, anybody with an address of the company.</summary>
[AIProvenance(AIOrigin.Assisted, Tool = "github-copilot", Model = "openai/gpt-5.2",
    RequestedBy = "ada@example.com", On = "2026-11-20")]
[HumanReviewed("Erin Gray <erin@example.com>", "2026-11-21", Digest = "h1:540a48522b21dff43624a59c54597c1a")]
public static class Receipt
{
    public static string For(Payment payment) => $"{payment.Amount:0.00} paid with {Masked(payment.CardNumber)}";

    private static string Masked(string number) => new string('*', number.Length - 4) + number[^4..];
}
