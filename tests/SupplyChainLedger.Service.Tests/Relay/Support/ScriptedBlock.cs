using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.JsonRpc;
using SupplyChainLedger.Ethereum.Transactions;
using SupplyChainLedger.Service.Indexing;

namespace SupplyChainLedger.Service.Tests.Relay.Support;

/// <summary>A block of the scripted chain.</summary>
internal sealed record ScriptedBlock(BlockHeader Header)
{
    public List<SignedTransaction> Transactions { get; } = [];

    public HashSet<Hash32> Reverted { get; } = [];

    public List<IntentOutcome> Outcomes { get; } = [];

    public HashSet<(ParticipantId, Nonce)> Spent { get; } = [];

    public BlockRef Ref => new(Header.Number, Header.Hash, Header.Timestamp);
}
