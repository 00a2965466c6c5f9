namespace Müller.Bestellungen;

/// <summary>Eine Bestellung – „größer als null“.</summary>
public sealed class Größe
{
    public int Länge { get; init; }

    public string Beschreibung() => $"{Länge} µm ⇒ «{nameof(Größe)}» 😀";
}

public sealed record 注文(string 品名, int 数量)
{
    public string 表示() => $"{品名} × {数量} 🧾";
}

public enum Δ { α, β, γ }

internal static class Cafe\u0301
{
    public static string @class(string @event) => "na\u00EFve – " + @event;
}
