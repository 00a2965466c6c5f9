using QuickStart;

// Top-level statements have no type that an attribute could stand on: PROV1005.
Console.WriteLine(new Invoice(OrderParser.Parse("tea;12;4.50")).Print());
