using System;

#region Start
#if DEBUG
// Only while debugging.
Console.WriteLine("debug");
#if NEVER
Console.WriteLine("never");
#endif
#else
Console.WriteLine("release");
#endif
#endregion

#if DEBUG
Helper.Run();

static class Helper
{
    public static void Run() { }
}
#endif
