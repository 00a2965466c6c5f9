#!/usr/bin/env dotnet
#:property LangVersion=preview
// A small tool.
using System;
using System.Collections.Generic;
using static System.Math;
using Numbers = System.Collections.Generic.List<int>;

[assembly: CLSCompliant(false)]
[assembly: System.Reflection.AssemblyMetadata("Kind", "tool")]

// Adds what it is given.
var numbers = new Numbers();
foreach (var argument in args)
{
    if (int.TryParse(argument, out var number))
    {
        numbers.Add(Abs(number));
    }
}

Console.WriteLine(Sum(numbers));
return 0;

static int Sum(IEnumerable<int> numbers)
{
    var sum = 0;
    foreach (var number in numbers)
    {
        sum += number;
    }

    return sum;
}

internal sealed class Helper
{
    public int Twice(int x) => 2 * x;
}

public partial class Program
{
    public static string Version() => "1";
}
