using System.Globalization;
using System.Text;

namespace ProvenanceAnalyzers.Tool.Tests.Review;

/// <summary>What is on the screen of a terminal after something was written to it: as xterm does it, and tmux.</summary>
internal sealed class TerminalEmulator
{
    private readonly int _width;
    private readonly string[][] _cells;
    private int _row;
    private int _column;
    private bool _wraps = true;

    public TerminalEmulator(int width, int height)
    {
        _width = width;
        _cells = [.. Enumerable.Range(0, height).Select(_ => Blank(width))];
    }

    /// <summary>The lines of the screen, without the blanks at their ends.</summary>
    public IReadOnlyList<string> Lines => [.. _cells.Select(line => string.Concat(line).TrimEnd())];

    public bool IsAlternate { get; private set; }

    public bool IsCursorHidden { get; private set; }

    public bool Wraps => _wraps;

    public void Write(string text)
    {
        var runes = text.EnumerateRunes().ToList();
        for (var index = 0; index < runes.Count; index++)
        {
            switch (runes[index].Value)
            {
                case 0x1B:
                    Assert.Equal('[', runes[++index].Value);
                    var parameters = new StringBuilder();
                    while (runes[++index].Value is < '@' or > '~')
                    {
                        parameters.Append(runes[index]);
                    }

                    Obey(parameters.ToString(), (char)runes[index].Value);
                    break;
                case '\r':
                    _column = 0;
                    break;
                case '\n':
                    // What a program writes goes through the line discipline, which puts a CR before it.
                    _column = 0;
                    MoveDown();
                    break;
                default:
                    Put(runes[index]);
                    break;
            }
        }
    }

    private void Put(Rune rune)
    {
        var width = WidthOf(rune);
        if (width == 0)
        {
            _cells[_row][Math.Max(_column - 1, 0)] += rune;
            return;
        }

        if (_column + width > _width)
        {
            if (_wraps)
            {
                _column = 0;
                MoveDown();
            }
            else
            {
                _column = _width - width;
            }
        }

        _cells[_row][_column] = rune.ToString();
        if (width == 2)
        {
            _cells[_row][_column + 1] = string.Empty;
        }

        // With wrap off the cursor never leaves the last column.
        _column = _wraps ? _column + width : Math.Min(_column + width, _width - 1);
    }

    private void MoveDown()
    {
        if (_row < _cells.Length - 1)
        {
            _row++;
            return;
        }

        Array.Copy(_cells, 1, _cells, 0, _cells.Length - 1);
        _cells[^1] = Blank(_width);
    }

    private void Obey(string parameters, char command)
    {
        switch (command, parameters)
        {
            case ('H', _):
                var place = parameters.Split(';')
                    .Select(one => one.Length == 0 ? 1 : int.Parse(one, CultureInfo.InvariantCulture))
                    .ToList();
                (_row, _column) = (place[0] - 1, place.Count > 1 ? place[1] - 1 : 0);
                break;
            case ('K', "" or "0"):
                Array.Fill(_cells[_row], " ", Math.Min(_column, _width - 1), _width - Math.Min(_column, _width - 1));
                break;
            case ('K', "2"):
                Array.Fill(_cells[_row], " ");
                break;
            case ('J', "2"):
                foreach (var line in _cells)
                {
                    Array.Fill(line, " ");
                }

                break;
            case ('h' or 'l', "?7"):
                _wraps = command == 'h';
                break;
            case ('h' or 'l', "?25"):
                IsCursorHidden = command == 'l';
                break;
            case ('h' or 'l', "?1049"):
                IsAlternate = command == 'h';
                break;
            case ('m', _):
                break;
            default:
                Assert.Fail($"The terminal does not know ESC[{parameters}{command}.");
                break;
        }
    }

    /// <summary>What Unicode says of the characters that these tests write.</summary>
    private static int WidthOf(Rune rune) => rune.Value switch
    {
        >= 0x0300 and <= 0x036F or 0xFE0F => 0,
        >= 0x3000 and <= 0x9FFF or >= 0xAC00 and <= 0xD7A3 or >= 0xFF01 and <= 0xFF60 or >= 0x1F300 and <= 0x1FAFF => 2,
        _ => 1,
    };

    private static string[] Blank(int width) => [.. Enumerable.Repeat(" ", width)];
}
