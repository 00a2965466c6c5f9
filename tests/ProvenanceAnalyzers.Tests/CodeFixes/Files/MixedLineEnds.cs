using System;

namespace Contoso.Mixed
{
    /// <summary>Written on three systems.</summary>
    public class Mixed
    {
        public int A() => 1;        public int B() => 2;
        public int C() => 3;
    }
    [Serializable]    public class OldMac    {        public int A() => 1;    }
    // A comment that ends with a line separator.     public class Separated { public int A() => 1; }    public enum NextLine { A }

    	 public struct Blanks { public int A() => 1; }   
}