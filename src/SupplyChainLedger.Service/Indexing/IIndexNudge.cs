namespace SupplyChainLedger.Service.Indexing;

/// <summary>
/// For whoever knows that the chain has moved: the index then looks at once, not at its next interval.
/// </summary>
internal interface IIndexNudge
{
    /// <summary>Asks the index to look at the node now. Never waits; many calls are as good as one.</summary>
    void Nudge();
}
