using System.Text.RegularExpressions;

namespace ProvenanceAnalyzers.Shared.Digests;

/// <summary>
/// Reads C# text as the elements of its canonical form: words, operators, literals and directives, without white space and comments.
/// Active and inactive code is read alike, and by these rules alone, so that no compiler version or <c>#if</c> symbol matters.
/// docs/review.md says what they are.
/// </summary>
internal sealed class CodeElementReader
{
    /// <summary>White space, but for right behind a character of a word: there it is a part of the word to the compiler.</summary>
    private const char ByteOrderMark = '\uFEFF';

    /// <summary>Operators of several characters that hold neither <c>&gt;</c> nor <c>.</c>, the longest first.</summary>
    private static readonly string[] Operators =
        ["<<=", "??=", "++", "--", "&&", "||", "==", "!=", "<=", "<<", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "??", "::"];

    private static readonly string[] SingleCharacters = [.. Enumerable.Range(0, 128).Select(character => ((char)character).ToString())];

    /// <summary>A line inside of a string or comment at which a compiler that skips inactive code would go on.</summary>
    private static readonly Regex ConditionLine = new(
        """[\n\r\u0085\u2028\u2029][\t\v\f\u001A \u00A0\u1680\u2000-\u200A\u202F\u205F\u3000\uFEFF]*#"""
            + """[\t\v\f\u001A \u00A0\u1680\u2000-\u200A\u202F\u205F\u3000\uFEFF]*(?:if|elif|else|endif)""",
        RegexOptions.CultureInvariant);

    private readonly string _text;
    private readonly List<string> _elements = [];

    /// <summary>Where each element begins, where somebody asked for it.</summary>
    private readonly List<int>? _starts;

    /// <summary>The string that is being read, above those in whose holes it stands.</summary>
    private readonly Stack<OpenString> _strings = new();

    /// <summary>Where something begins that looks like a string but is not closed.</summary>
    private readonly HashSet<int> _unclosed = [];

    private int _position;
    private bool _isLineStart;
    private bool _mayBeInactive;

    private CodeElementReader(string text, bool isLineStart, List<int>? starts)
    {
        _text = text;
        _starts = starts;
        _isLineStart = isLineStart;
    }

    /// <summary>The elements of a piece of code.</summary>
    public static List<string> Read(string text) => Read(text, isLineStart: true, starts: null);

    /// <summary>The elements of a piece of code, and where each of them begins.</summary>
    public static List<string> Read(string text, out List<int> starts) => Read(text, isLineStart: true, starts = []);

    /// <summary>Whether an element is a name, a keyword or a number.</summary>
    public static bool IsWord(string element) => element.All(character => IsWordCharacter(character) || character == ByteOrderMark);

    /// <summary>Whether an element is a directive.</summary>
    public static bool IsDirective(string element) => element.Length > 1 && element[0] == '#';

    private static List<string> Read(string text, bool isLineStart, List<int>? starts)
    {
        var reader = new CodeElementReader(text, isLineStart, starts);
        reader.Read();
        return reader._elements;
    }

    private static bool IsWordCharacter(char character) =>
        character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '@' or '\\'
        || (character >= '\u0080' && !IsWhiteSpace(character) && !IsLineBreak(character));

    private static bool IsLineBreak(char character) => character is '\n' or '\r' or '\u0085' or '\u2028' or '\u2029';

    private static bool IsWhiteSpace(char character) => character
        is ' ' or '\t' or '\v' or '\f' or '\u001A' or '\u00A0' or '\u1680' or '\u202F' or '\u205F' or '\u3000' or '\uFEFF'
        or (>= '\u2000' and <= '\u200A');

    private static string WithLineFeeds(string text) => text.Replace("\r\n", "\n").Replace('\r', '\n');

    private char At(int position) => position < _text.Length ? _text[position] : '\0';

    private int CountFrom(int position, char character)
    {
        var end = position;
        while (end < _text.Length && _text[end] == character)
        {
            end++;
        }

        return end - position;
    }

    private void Read()
    {
        while (_position < _text.Length)
        {
            if (_strings.Count > 0 && !_strings.Peek().IsInHole)
            {
                ReadContent(_strings.Peek());
            }
            else
            {
                ReadCode();
            }

            if (_position >= _text.Length && _strings.Count > 0)
            {
                LeaveUnclosed();
            }
        }
    }

    private void ReadCode()
    {
        var character = _text[_position];
        if (IsLineBreak(character))
        {
            _position++;
            _isLineStart = true;
        }
        else if (IsWhiteSpace(character))
        {
            _position++;
        }
        else if (character == '/' && At(_position + 1) == '/')
        {
            SkipLine();
        }
        else if (character == '/' && At(_position + 1) == '*')
        {
            SkipComment();
        }
        else if (character == '#' && _isLineStart && _strings.Count == 0)
        {
            ReadDirective();
        }
        else if (character is '}' or ':' && _strings.Count > 0 && _strings.Peek().Brackets <= 0)
        {
            _strings.Peek().IsInHole = false;
            _strings.Peek().PieceStart = _position;
        }
        else
        {
            _isLineStart = false;
            if (!TryOpenString() && !TryReadCharacter())
            {
                ReadWordOrOperator();
            }
        }
    }

    private void SkipLine()
    {
        while (_position < _text.Length && !IsLineBreak(_text[_position]))
        {
            _position++;
        }
    }

    private void SkipComment()
    {
        var start = _position;
        var end = _text.IndexOf("*/", start + 2, StringComparison.Ordinal);
        _position = end < 0 ? _text.Length : end + 2;
        _isLineStart = false;
        TakeRestIfDoubtful(start, _elements.Count);
    }

    private void ReadDirective()
    {
        var start = _position;
        SkipLine();
        if (At(start + 1) == ':')
        {
            Add(_text.Substring(start, _position - start), start);
            return;
        }

        var elements = Read(_text.Substring(start + 1, _position - start - 1), isLineStart: false, starts: null);

        // What stands behind these is for people, as a comment is.
        if (elements.Count > 0 && elements[0] is not ("region" or "endregion"))
        {
            Add("#" + string.Join(" ", elements), start);
            _mayBeInactive |= elements[0] is "if" or "elif" or "else";
        }
    }

    private void ReadWordOrOperator()
    {
        var start = _position++;
        var character = _text[start];
        if (IsWordCharacter(character))
        {
            while (_position < _text.Length && _text[_position] != '@'
                && (IsWordCharacter(_text[_position]) || _text[_position] == ByteOrderMark))
            {
                _position++;
            }
        }
        else if (OperatorAt(start) is { } found)
        {
            _position = start + found.Length;
        }
        else if (_strings.Count > 0)
        {
            _strings.Peek().Brackets += character is '(' or '[' or '{' ? 1 : character is ')' or ']' or '}' ? -1 : 0;
        }

        Add(
            _position == start + 1 && character < SingleCharacters.Length
                ? SingleCharacters[character]
                : _text.Substring(start, _position - start),
            start);
    }

    // A lambda would be made anew for each word of each file.
    private string? OperatorAt(int start)
    {
        foreach (var one in Operators)
        {
            if (string.CompareOrdinal(_text, start, one, 0, one.Length) == 0)
            {
                return one;
            }
        }

        return null;
    }

    private void Add(string element, int start)
    {
        _elements.Add(element);
        _starts?.Add(start);
    }

    private void RemoveFrom(int element)
    {
        _elements.RemoveRange(element, _elements.Count - element);
        _starts?.RemoveRange(element, _starts.Count - element);
    }

    private bool TryReadCharacter()
    {
        if (_text[_position] != '\'')
        {
            return false;
        }

        for (var end = _position + 1; end < _text.Length && !IsLineBreak(_text[end]); end++)
        {
            if (_text[end] == '\\' && !IsLineBreak(At(end + 1)))
            {
                end++;
            }
            else if (_text[end] == '\'')
            {
                Add(_text.Substring(_position, end + 1 - _position), _position);
                _position = end + 1;
                return true;
            }
        }

        return false;
    }

    /// <summary>Reads the start of a string, or leaves those in which it stands if it is known not to be closed.</summary>
    private bool TryOpenString()
    {
        var quote = _position;
        var dollars = 0;
        for (; At(quote) is '$' or '@'; quote++)
        {
            dollars += _text[quote] == '$' ? 1 : 0;
        }

        if (At(quote) != '"' || (_unclosed.Contains(_position) && _strings.Count == 0))
        {
            return false;
        }

        if (_unclosed.Contains(_position))
        {
            LeaveUnclosed();
            return true;
        }

        var isVerbatim = quote - _position > dollars;
        var opened = new OpenString(_position, dollars, isVerbatim, CountFrom(quote, '"'), _elements.Count);
        _strings.Push(opened);
        _position = quote + (opened.IsRaw ? opened.Quotes : 1);
        return true;
    }

    private void ReadContent(OpenString @string)
    {
        var character = _text[_position];
        if (character == '"')
        {
            var run = @string.HasEscapes ? 1 : CountFrom(_position, '"');
            _position += run;
            if (@string.IsRaw ? run >= @string.Quotes : run % 2 == 1)
            {
                Close(@string);
            }
        }
        else if (character == '{' && @string.Dollars > 0)
        {
            var run = CountFrom(_position, '{');
            _position += run;
            if (@string.IsRaw ? run >= @string.Dollars : run % 2 == 1)
            {
                AddPiece(@string);
                @string.IsInHole = true;
                @string.Brackets = 0;
            }
        }
        else if (@string.HasEscapes && IsLineBreak(character))
        {
            LeaveUnclosed();
        }
        else
        {
            _position += @string.HasEscapes && character == '\\' && !IsLineBreak(At(_position + 1)) ? 2 : 1;
        }
    }

    private void Close(OpenString @string)
    {
        AddPiece(@string);
        if (@string.IsRaw)
        {
            RemoveIndentation(@string.Pieces);
        }

        _isLineStart = false;
        _strings.Pop();
        if (_strings.Count == 0)
        {
            TakeRestIfDoubtful(@string.Start, @string.ElementsBefore);
        }
    }

    /// <summary>
    /// Goes back to where the outermost string began: one that is not closed is none, and neither is one with such a one in a hole.
    /// It is prose in inactive code, or half-typed.
    /// </summary>
    private void LeaveUnclosed()
    {
        var outermost = _strings.Peek();
        while (_strings.Count > 0)
        {
            outermost = _strings.Pop();
            _unclosed.Add(outermost.Start);
        }

        RemoveFrom(outermost.ElementsBefore);
        _position = outermost.Start;
    }

    /// <summary>
    /// Takes the rest of the text as it stands if the string or comment before the position may be one to us alone: a compiler that skips
    /// it as inactive goes on at the directive in it, and what follows may be code to it where we read a string or comment, or the reverse.
    /// </summary>
    private void TakeRestIfDoubtful(int start, int elementsBefore)
    {
        if (_mayBeInactive && _strings.Count == 0 && ConditionLine.Match(_text, start, _position - start).Success)
        {
            RemoveFrom(elementsBefore);
            Add(WithLineFeeds(_text.Substring(start)), start);
            _position = _text.Length;
        }
    }

    private void AddPiece(OpenString @string)
    {
        @string.Pieces.Add(_elements.Count);
        Add(WithLineFeeds(_text.Substring(@string.PieceStart, _position - @string.PieceStart)), @string.PieceStart);
    }

    /// <summary>Removes from each line of a raw string what stands before its closing quotes: the compiler does so too.</summary>
    private void RemoveIndentation(List<int> pieces)
    {
        var last = _elements[pieces[pieces.Count - 1]];
        var lastLine = last.LastIndexOf('\n') + 1;
        var indentation = lastLine > 0 ? last.Substring(lastLine).TrimEnd('"') : string.Empty;
        if (indentation.Length == 0 || !indentation.All(IsWhiteSpace))
        {
            return;
        }

        foreach (var piece in pieces)
        {
            var lines = _elements[piece].Split('\n');
            for (var line = 1; line < lines.Length; line++)
            {
                lines[line] = lines[line].StartsWith(indentation, StringComparison.Ordinal) ? lines[line].Substring(indentation.Length)
                    : indentation.StartsWith(lines[line], StringComparison.Ordinal) ? string.Empty
                    : lines[line];
            }

            _elements[piece] = string.Join("\n", lines);
        }
    }

    /// <summary>A string of which the end is not reached yet.</summary>
    private sealed class OpenString
    {
        /// <summary>Initializes a new instance of the <see cref="OpenString"/> class.</summary>
        /// <param name="start">Where it begins.</param>
        /// <param name="dollars">How many <c>$</c> stand before its first quote.</param>
        /// <param name="isVerbatim">Whether an <c>@</c> stands there.</param>
        /// <param name="quotes">How many quotes there are.</param>
        /// <param name="elementsBefore">How many elements were read before it.</param>
        public OpenString(int start, int dollars, bool isVerbatim, int quotes, int elementsBefore)
        {
            Start = start;
            PieceStart = start;
            Dollars = dollars;
            Quotes = quotes;
            ElementsBefore = elementsBefore;
            IsRaw = quotes >= 3 && !isVerbatim;
            HasEscapes = quotes < 3 && !isVerbatim;
        }

        public int Start { get; }

        public int Quotes { get; }

        public int ElementsBefore { get; }

        public int Dollars { get; }

        public bool IsRaw { get; }

        /// <summary>Whether it is neither raw nor verbatim.</summary>
        public bool HasEscapes { get; }

        /// <summary>The indices of its elements; what stands between them is the code of its holes.</summary>
        public List<int> Pieces { get; } = [];

        public int PieceStart { get; set; }

        public bool IsInHole { get; set; }

        /// <summary>How many more brackets were opened in the hole than closed.</summary>
        public int Brackets { get; set; }
    }
}
