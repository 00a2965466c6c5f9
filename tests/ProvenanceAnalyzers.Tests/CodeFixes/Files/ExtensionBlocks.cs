using System.Collections.Generic;

namespace Contoso.Extensions;

public static class Sequences
{
    extension<T>(IEnumerable<T> source)
    {
        public bool IsEmpty
        {
            get
            {
                foreach (var _ in source)
                {
                    return false;
                }

                return true;
            }
        }

        public IEnumerable<T> Every(int count)
        {
            var index = 0;
            foreach (var element in source)
            {
                if (index++ % count == 0)
                {
                    yield return element;
                }
            }
        }
    }

    extension(string)
    {
        public static string Blank() => " ";
    }

    public static T Head<T>(this IList<T> list) => list[0];
}
