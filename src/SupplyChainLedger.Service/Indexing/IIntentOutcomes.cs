using SupplyChainLedger.Ethereum;

namespace SupplyChainLedger.Service.Indexing;

/// <summary>The outcomes of intents in the index.</summary>
internal interface IIntentOutcomes
{
    /// <summary>The outcome under a digest or call hash; null when the indexed chain has none.</summary>
    IntentOutcome? Find(Hash32 key);

    /// <summary>All outcomes recorded in one block, in the order of their logs.</summary>
    IReadOnlyList<IntentOutcome> InBlock(ulong blockNumber);

    /// <summary>Hash of an indexed block; null when the index has no block of that number.</summary>
    Hash32? BlockHash(ulong blockNumber);
}
