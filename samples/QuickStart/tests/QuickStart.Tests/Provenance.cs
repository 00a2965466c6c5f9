// Data files that tests read are declared here; those in Fixtures/orders are not: PROV1003.
[assembly: AIProvenance(AIOrigin.Human, Target = "Fixtures/commas.txt")]
