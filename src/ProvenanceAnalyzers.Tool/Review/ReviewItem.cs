using Microsoft.CodeAnalysis;
using ProvenanceAnalyzers.Tool.Due;

namespace ProvenanceAnalyzers.Tool.Review;

/// <summary>Something that waits for a review, known by what stays the same while files change.</summary>
/// <param name="Project">The project.</param>
/// <param name="Path">The full path of the file that is signed in.</param>
/// <param name="Rule">The rule that asks.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Fixture">The path of the fixture file that is signed for, relative to its project; null where it is code.</param>
/// <param name="Ordinal">Of several of all that in the file, the how manieth, from 0.</param>
internal sealed record ReviewItem(ProjectId Project, string Path, string Rule, string Name, string? Fixture, int Ordinal);

/// <summary>A <see cref="ReviewItem"/> as it is now.</summary>
/// <param name="Item">What it is.</param>
/// <param name="Document">The document that is signed in.</param>
/// <param name="Diagnostic">The finding.</param>
/// <param name="Code">What is to be read.</param>
internal sealed record DueReview(ReviewItem Item, Document Document, Diagnostic Diagnostic, DueCode Code);
