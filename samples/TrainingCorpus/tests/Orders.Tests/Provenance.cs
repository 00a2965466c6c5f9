// A person vouches for one file at a time: a glob that is declared human would be PROV0002.
[assembly: AIProvenance(AIOrigin.Human, Target = "Fixtures/orders/broken.txt")]
[assembly: AIProvenance(AIOrigin.Human, Target = "Fixtures/orders/euro.txt")]
