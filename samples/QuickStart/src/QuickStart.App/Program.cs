using QuickStart;

// Top-level statements have no type that an attribute could stand on.
Console.WriteLine(new Invoice(OrderParser.Parse("tea;12;4.50")).Print()); // PROV1005: column 1
