using System;

namespace Contoso.Geometry
{
    /**
     * <summary>
     * A point in the plane.
     * </summary>
     * <remarks>Documented in the old way.</remarks>
     */
    public struct Point
    {
        /** <summary>The distance from the origin.</summary> */
        public double Distance() { return Math.Sqrt(X * X + Y * Y); }

        /// <summary>From left to right.</summary>
        public double X { get; set; }

        /// <summary>
        ///   <code>
        ///   public class NotAType { }
        ///   </code>
        /// </summary>
        /// <value>From bottom to top.</value>
        public double Y
        {
            get;
            set;
        }
    }

    /// <summary>A circle.</summary>
    // An ordinary comment between documentation and type.
    public class Circle
    {
        /* what follows is */ /// not documentation
        public Point Center() => default;
    }

    /** <summary>On the same line.</summary> */ public class Square { /** <summary>And here.</summary> */ public int Side() => 1; }

    /// <summary>Its documentation has a blank line below.</summary>

    public delegate double Measure(Point point);
}
