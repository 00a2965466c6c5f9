using System;

namespace Contoso.Hosting;

#if DEBUG
public
#else
internal
#endif
sealed class Startup
{
#if DEBUG
    public
#else
    private
#endif
    void Configure()
    {
        Console.WriteLine("configure");
    }

    internal
#if DEBUG
    static
#endif
    int Port()
    {
        return 80;
    }

    public void Run() => Configure();
}

// The base class differs, the name does not.
public sealed class Middleware
#if DEBUG
    : IDisposable
#endif
{
    public void Dispose()
    {
    }
}

/// <summary>Everything up to the brace depends on the symbol.</summary>
#if DEBUG
public class Endpoint : Exception
#else
public class Endpoint
#endif
{
    public string Path() => "/";
}

public
#if DEBUG
    unsafe
#endif
    partial struct Frame
{
    public int Length() => 0;
}

/// <summary>An attribute and a modifier under one condition.</summary>
#if DEBUG
[Serializable]
public
#else
[Obsolete("Debug alone.")]
internal
#endif
    class Session
{
    public int Id() => 0;
}

#if DEBUG
#if NEVER
private protected
#else
public
#endif
#else
internal
#endif
    enum Stage { First }

#if DEBUG
public
#endif
class Gateway
{
#if DEBUG
    public
    virtual
#endif
    int Open() => 1;
}

#if DEBUG
[Serializable]
#endif
class Relay
{
    int Close() => 0;
}
