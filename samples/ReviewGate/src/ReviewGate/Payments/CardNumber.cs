namespace ReviewGate.Payments;

/// <summary>Two people have read this; the folder asks for two. Both markers have the same digest.</summary>
[AIProvenance(AIOrigin.Generated, Tool = "claude-code", Model = "anthropic/claude-opus-4-5",
    RequestedBy = "ada@example.com", On = "2026-11-20", Reference = "PR 1234")]
[HumanReviewed("bob@example.com", "2026-11-21", Digest = "h1:825ce8279e374f49a1f795c8e7ec660e")]
[HumanReviewed("carol@example.com", "2026-11-23", Digest = "h1:825ce8279e374f49a1f795c8e7ec660e")]
public static class CardNumber
{
    /// <summary>Whether the last digit is the check digit of the others (ISO/IEC 7812-1, the Luhn algorithm).</summary>
    public static bool IsValid(string number)
    {
        var sum = 0;
        for (var index = 0; index < number.Length; index++)
        {
            var digit = number[number.Length - 1 - index] - '0';
            if (digit is < 0 or > 9)
            {
                return false;
            }

            sum += index % 2 == 0 ? digit : digit < 5 ? 2 * digit : (2 * digit) - 9;
        }

        return number.Length > 1 && sum % 10 == 0;
    }
}
