// Data files that tests read are declared here; those in Fixtures/orders are not.
[assembly: AIProvenance(AIOrigin.Human, Target = "Fixtures/commas.txt")] // PROV1003: column 12
