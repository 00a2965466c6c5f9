using System;

namespace Contoso.Published
{
    /// <summary>What is public for its users alone, in a namespace with braces.</summary>
#if DEBUG
    public
#else
    internal
#endif
    class Envelope
    {
        /// <summary>A member, one level deeper.</summary>
#if DEBUG
        public
#else
        internal
#endif
        int Weigh() => 1;
    }

    /// <summary>The directives are indented as the code.</summary>
    #if DEBUG
    public
    #else
    internal
    #endif
    class Parcel
    {
        internal int Weigh() => 2;
    }

    /// <summary>Less deeply than the code.</summary>
  #if DEBUG
    public
  #else
    internal
  #endif
    struct Stamp
    {
        internal int Worth() => 3;
    }

    /// <summary>More deeply than the code.</summary>
      #if DEBUG
    public
      #else
    internal
      #endif
    enum Postage { Paid, Due }

    /// <summary>Of one branch alone.</summary>
#if DEBUG
    public
#endif
    class Courier
    {
#if DEBUG
        public
#endif
        int Carry() => 4;
    }

    /// <summary>With an attribute.</summary>
#if DEBUG
    [Serializable]
    public
#else
    [Obsolete("Debug alone.")]
    internal
#endif
    sealed class Depot
    {
        internal int Count() => 5;
    }
}
