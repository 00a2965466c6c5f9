namespace ProvenanceAnalyzers.Shared.Text;

/// <summary>What messages and fixes write where only a person knows what is true: <c>"..."</c>.</summary>
internal static class Placeholder
{
    /// <summary>Whether a text says nothing: it has no letter and no digit.</summary>
    /// <example><c>...</c> and <c>?</c> are placeholders, <c>staff:4711</c> is none.</example>
    public static bool Is(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (char.IsLetterOrDigit(text, index))
            {
                return false;
            }
        }

        return true;
    }
}
