// Types that exist in one configuration alone, in several, and inside each other's branches.
using System;

namespace Contoso.Platform
{
#if DEBUG
    /// <summary>Writes to the console.</summary>
    public class Log
    {
        public void Write(string text) => Console.WriteLine(text);
    }
#else
    /// <summary>Writes nothing.</summary>
    public class Log
    {
        public void Write(string text)
        {
        }
    }
#endif

#if DEBUG
    internal static class Checks
    {
        public static void That(bool condition)
        {
            if (!condition) throw new InvalidOperationException();
        }
    }
#if NEVER
    internal static class NeverThere { public static void M() { } }
#elif DEBUG
    internal static class AlwaysThere { public static void M() { } }
#endif
#endif

    public class Switches
    {
#if !DEBUG
        public bool IsRelease() => true;
#elif NEVER
        public bool IsNever() => true;
#else
        public bool IsDebug()
        {
#if NEVER
            return false;
#endif
            return true;
        }
#endif
    }
#if false

    public class Disabled { this is not C# at all ]]] }

#endif
    public class AfterDisabled
    {
        public int M() => 1;
    }
#if DEBUG

}

namespace Contoso.Platform.Debugging
{
#endif
    public class Split
    {
        public int M() => 1;
    }
}
