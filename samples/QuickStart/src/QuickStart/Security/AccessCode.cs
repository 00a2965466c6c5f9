using System.Security.Cryptography;

namespace QuickStart.Security;

// This folder asks for two reviewers, and there is one.
[AIProvenance(AIOrigin.Generated, Tool = "claude-code")]
[HumanReviewed("bob@example.com", "2026-11-21", Digest = "h1:3f800b1fcc6a184159855e0d033babcc")]
public static class AccessCode // PROV2006: column 21
{
    public static string New() => Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
}
