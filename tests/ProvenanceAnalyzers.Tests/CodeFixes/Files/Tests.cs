using System;
using System.Collections.Generic;
using Xunit;
using Case = Xunit.InlineDataAttribute;
using Test = Xunit.FactAttribute;

namespace Contoso.Tests
{
    public class CalculatorTests
    {
        /// <summary>One and one.</summary>
        [Fact]
        public void Adds() => Check(1 + 1 == 2);

        [Theory]
        [Case(1)] // one
        [Case(2)]
        public void Doubles(int value)
        {
            Check(value + value == 2 * value);
        }

        private static void Check(bool condition)
        {
            if (!condition) throw new InvalidOperationException();
        }

        public class WhenEmpty { [Test] public void Throws() { } }
    }

    public sealed class DatabaseFixture : IDisposable
    {
        public void Dispose() { }
    }

    [CollectionDefinition("database")]
    public class DatabaseCollection : ICollectionFixture<DatabaseFixture> { }

    internal static class TestData
    {
        public static IEnumerable<object[]> Numbers() { yield return new object[] { 1 }; }
    }
}
