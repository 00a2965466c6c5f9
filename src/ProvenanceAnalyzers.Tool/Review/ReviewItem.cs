using Microsoft.CodeAnalysis;
using ProvenanceAnalyzers.Tool.Due;

namespace ProvenanceAnalyzers.Tool.Review;

/// <summary>Something that waits for a review, known by what stays the same while files change.</summary>
/// <param name="Project">The project.</param>
/// <param name="Path">The full path of the file that is signed in.</param>
/// <param name="Rule">The rule that asks.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Id">What tells it apart from all else in its file; see <see cref="DueCode.Id"/>.</param>
/// <param name="Fixture">The path of the fixture file that is signed for, relative to its project; null where it is code.</param>
internal sealed record ReviewItem(ProjectId Project, string Path, string Rule, string Name, string Id, string? Fixture);

/// <summary>A <see cref="ReviewItem"/> as it is now.</summary>
/// <param name="Item">What it is.</param>
/// <param name="Document">The document that is signed in.</param>
/// <param name="Diagnostic">The finding.</param>
/// <param name="Code">What is to be read.</param>
internal sealed record DueReview(ReviewItem Item, Document Document, Diagnostic Diagnostic, DueCode Code);
