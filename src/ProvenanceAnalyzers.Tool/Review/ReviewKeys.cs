namespace ProvenanceAnalyzers.Tool.Review;

/// <summary>What somebody wants who presses a key.</summary>
internal enum ReviewKey
{
    /// <summary>Nothing; the terminal may have another size.</summary>
    None,
    PageDown,
    PageUp,
    Down,
    Up,
    Top,
    Sign,
    Skip,
    Open,
    Back,
    Quit,
}

/// <summary>Reads the keys of a terminal.</summary>
internal sealed class ReviewKeys : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(15);

    private readonly bool _treatedControlC = Console.TreatControlCAsInput;
    private (int Width, int Height) _size = (Console.WindowWidth, Console.WindowHeight);

    /// <summary>Takes Ctrl+C as a key, so that nothing ends halfway.</summary>
    public ReviewKeys() => Console.TreatControlCAsInput = true;

    public void Dispose() => Console.TreatControlCAsInput = _treatedControlC;

    /// <summary>Forgets what was typed before somebody could see what for.</summary>
    public static void Discard()
    {
        while (Console.KeyAvailable)
        {
            Console.ReadKey(intercept: true);
        }
    }

    /// <summary>Waits for a key, or for the terminal to get another size.</summary>
    public async Task<ReviewKey> ReadAsync(CancellationToken cancellationToken)
    {
        while (!Console.KeyAvailable)
        {
            await Task.Delay(Pause, cancellationToken).ConfigureAwait(false);
            if (_size != (Console.WindowWidth, Console.WindowHeight))
            {
                _size = (Console.WindowWidth, Console.WindowHeight);
                return ReviewKey.None;
            }
        }

        return Of(Console.ReadKey(intercept: true));
    }

    private static ReviewKey Of(ConsoleKeyInfo key) => key switch
    {
        { Modifiers: ConsoleModifiers.Control, Key: ConsoleKey.C or ConsoleKey.D } => ReviewKey.Quit,
        { Key: ConsoleKey.Spacebar or ConsoleKey.PageDown } => ReviewKey.PageDown,
        { Key: ConsoleKey.PageUp } => ReviewKey.PageUp,
        { Key: ConsoleKey.DownArrow or ConsoleKey.Enter } => ReviewKey.Down,
        { Key: ConsoleKey.UpArrow } => ReviewKey.Up,
        { Key: ConsoleKey.Home } => ReviewKey.Top,
        { KeyChar: 'j' } => ReviewKey.Down,
        { KeyChar: 'k' } => ReviewKey.Up,
        { KeyChar: 's' } => ReviewKey.Sign,
        { KeyChar: 'n' } => ReviewKey.Skip,
        { KeyChar: 'e' } => ReviewKey.Open,
        { KeyChar: 'b' } => ReviewKey.Back,
        { KeyChar: 'q' } => ReviewKey.Quit,
        _ => ReviewKey.None,
    };
}
