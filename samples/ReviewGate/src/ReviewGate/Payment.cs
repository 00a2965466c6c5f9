namespace ReviewGate;

/// <summary>A human's code needs no marker, unless <c>provenance.review_required = all</c>.</summary>
[AIProvenance(AIOrigin.Human)]
public sealed record Payment(decimal Amount, string CardNumber);
