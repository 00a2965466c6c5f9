using System.Security.Cryptography;
using System.Text;

namespace ProvenanceAnalyzers.Shared.Digests;

/// <summary>Writes bytes as hexadecimal digits, in lower case.</summary>
internal static class Hex
{
    /// <summary>Two digits for each of the first bytes.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="count">How many of them.</param>
    public static string Of(byte[] bytes, int count)
    {
        var digits = new char[count * 2];
        for (var index = 0; index < count; index++)
        {
            digits[index * 2] = Digit(bytes[index] >> 4);
            digits[(index * 2) + 1] = Digit(bytes[index] & 15);
        }

        return new string(digits);
    }

    /// <summary>The SHA-256 of a text in UTF-8: 64 digits.</summary>
    public static string Sha256(string text) => Sha256(Encoding.UTF8.GetBytes(text));

    /// <summary>The SHA-256 of bytes: 64 digits.</summary>
    public static string Sha256(byte[] bytes)
    {
        using var sha256 = SHA256.Create();
        var hash = sha256.ComputeHash(bytes);
        return Of(hash, hash.Length);
    }

    private static char Digit(int value) => "0123456789abcdef"[value];
}
