//-----------------------------------------------------------------------
// <copyright file="HeaderComment.cs" company="Contoso">
//     Copyright (c) Contoso. All rights reserved.
// </copyright>
//-----------------------------------------------------------------------
/* c */ public class A { /* d */ public int M() { return 1; } /* e */ }

/* over
   two lines */ public class B
{
    /* over
       two lines */ public int M()
    {
        return 1;
    }
}

public /* inside */ static /* the */ class /* declaration */ C { }
// last
