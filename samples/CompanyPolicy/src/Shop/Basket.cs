namespace Shop;

[AIProvenance(AIOrigin.Human)]
public sealed class Basket
{
    public int Count { get; private set; }

    public void Add() => Count++;
}
