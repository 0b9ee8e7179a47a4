namespace SupplyChainLedger.Contracts.Similarity;

/// <summary>An invoice that is similar to the one that was asked about.</summary>
/// <typeparam name="T">What the caller knows the invoice by.</typeparam>
/// <param name="Invoice">The invoice.</param>
/// <param name="Grade">The highest grade of its findings.</param>
/// <param name="Findings">Why, the strongest first; at least one.</param>
public sealed record SimilarInvoice<T>(T Invoice, SimilarityGrade Grade, IReadOnlyList<SimilarityFinding> Findings);
