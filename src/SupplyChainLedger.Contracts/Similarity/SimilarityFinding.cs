namespace SupplyChainLedger.Contracts.Similarity;

/// <summary>One thing that two invoices have in common.</summary>
/// <param name="Reason">What it is.</param>
/// <param name="Grade">How much it says by itself.</param>
public readonly record struct SimilarityFinding(SimilarityReason Reason, SimilarityGrade Grade);
