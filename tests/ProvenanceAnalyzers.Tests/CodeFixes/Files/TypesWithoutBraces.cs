using System.Text;
using ProvenanceAnalyzers;

namespace Contoso.Shapes;

public class Empty;

public struct Nothing;

public interface IMarker;

public record Point(int X, int Y);

public sealed record Named(StringBuilder Name) : IMarker;
