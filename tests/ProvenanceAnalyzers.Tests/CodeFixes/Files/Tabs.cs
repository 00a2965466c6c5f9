namespace Contoso.Text
{
	using System;
	using System.Collections.Generic;

	/// <summary>Splits text into words.</summary>
	[Serializable]
	public	sealed class Tokenizer
	{
		private readonly char[] _separators;

		public Tokenizer(params char[] separators) => _separators = separators;

		/// <summary>The words of a text, one by one.</summary>
		public IEnumerable<string> Split(string text)
		{
			var start = 0;
			for (var index = 0; index <= text.Length; index++)
			{
				if (index == text.Length || Array.IndexOf(_separators, text[index]) >= 0)
				{
					if (index > start)
						yield return text.Substring(start, index - start);
					start = index + 1;
				}
			}
		}

  	internal static Tokenizer Default { get; } = new Tokenizer(' ', '\t');

		private static class Cache
		{
			internal static readonly Dictionary<string, string> Interned = new Dictionary<string, string>();

			internal static string Intern(string text)
			{
				string known;
				if (!Interned.TryGetValue(text, out known))
					Interned[text] = known = text;
				return known;
			}
		}

		public static string Intern(string text) { return Cache.Intern(text); }
	}

	    public struct Span_
	    {
	    	public int Start;
	    	public int Length;

	    	public int End { get { return Start + Length; } }
	    }
}
