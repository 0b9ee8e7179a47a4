using SupplyChainLedger.Contracts.Similarity;

namespace SupplyChainLedger.Service.Tests.Similarity;

/// <summary>One way to bring an invoice a second time.</summary>
/// <param name="Kind">What is done, in words.</param>
/// <param name="Expected">The lowest grade to find the original with; null where nothing can find it.</param>
/// <param name="Make">The changed file; null where the document has nothing to change.</param>
internal sealed record Mutation(string Kind, SimilarityGrade? Expected, Func<UblDocument, byte[]?> Make)
{
    /// <summary>It is the original's file, byte by byte.</summary>
    public bool IsTheSameFile { get; init; }

    /// <summary>The claim goes to another buyer.</summary>
    public bool ToAnotherBuyer { get; init; }

    /// <summary>The claim is of another supplier.</summary>
    public bool ByAnotherSupplier { get; init; }

    /// <summary>What is recorded before it; null where nothing is.</summary>
    public Func<UblDocument, byte[]>? After { get; init; }
}
