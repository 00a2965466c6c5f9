namespace ProvenanceAnalyzers.Tool.Declare;

/// <summary>
/// A core library that has what attributes are made of, and nothing else. Finding a name among all types of the real one takes longer than
/// all else that a declaration needs; what the code of a file means beside its attributes, nobody asks.
/// </summary>
internal static class SmallCore
{
    /// <summary>Its source.</summary>
    public const string Source = """
        namespace System
        {
            public class Object { }
            public abstract class ValueType { }
            public abstract class Enum : ValueType { }
            public struct Void { }
            public struct Boolean { }
            public struct Char { }
            public struct SByte { }
            public struct Byte { }
            public struct Int16 { }
            public struct UInt16 { }
            public struct Int32 { }
            public struct UInt32 { }
            public struct Int64 { }
            public struct UInt64 { }
            public struct IntPtr { }
            public struct UIntPtr { }
            public struct Single { }
            public struct Double { }
            public struct Decimal { }
            public struct Nullable<T> where T : struct { }
            public sealed class String { }
            public abstract class Array { }
            public abstract class Type { }
            public abstract class Delegate { }
            public abstract class MulticastDelegate : Delegate { }
            public class Exception { }
            public abstract class Attribute { protected Attribute() { } }

            [Flags]
            public enum AttributeTargets
            {
                Assembly = 1, Module = 2, Class = 4, Struct = 8, Enum = 16, Constructor = 32, Method = 64, Property = 128, Field = 256,
                Event = 512, Interface = 1024, Parameter = 2048, Delegate = 4096, ReturnValue = 8192, GenericParameter = 16384, All = 32767,
            }

            [AttributeUsage(AttributeTargets.Class)]
            public sealed class AttributeUsageAttribute : Attribute
            {
                public AttributeUsageAttribute(AttributeTargets validOn) { }
                public bool AllowMultiple { get; set; }
                public bool Inherited { get; set; }
            }

            [AttributeUsage(AttributeTargets.Enum)]
            public sealed class FlagsAttribute : Attribute { }
        }

        namespace System.Diagnostics
        {
            [AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
            public sealed class ConditionalAttribute : Attribute
            {
                public ConditionalAttribute(string condition) { }
            }
        }

        namespace System.Diagnostics.CodeAnalysis
        {
            public sealed class ExcludeFromCodeCoverageAttribute : Attribute { }
        }
        """;
}
