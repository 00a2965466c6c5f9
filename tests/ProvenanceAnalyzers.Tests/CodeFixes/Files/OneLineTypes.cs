namespace Contoso.Messages;

public class Ping { public string Text() => "ping"; } public class Pong { public string Text() => "pong"; }
public record struct Id(int Value); public enum Color { Red, Green } public interface IMessage { }
public delegate void Handler(IMessage message); internal static class Empty { } file class Hidden { void A() { } void B() { } }
public record R; public record class S; public interface IMarker; public class WithBase : Ping;public class Packed{public int A()=>1;public int B()=>2;}
    public class Indented { } /* after */ public class AfterComment { } // end
public abstract partial class
    Wrapped
{ public abstract void M(); public virtual void
        N() { } }
