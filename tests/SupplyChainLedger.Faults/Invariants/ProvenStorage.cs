using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.JsonRpc;
using SupplyChainLedger.Ethereum.Tries;
using SupplyChainLedger.Faults.Staging;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Faults.Invariants;

/// <summary>
/// The ledger's storage at a block, of which nothing is known but the hash: the header hashes to it, the account to the
/// header's state root, and each word to the account's storage root.
/// </summary>
internal static class ProvenStorage
{
    /// <summary>Proves words, and gives them in the order of their slots; zero where nothing is stored.</summary>
    /// <exception cref="ScenarioFailed">The node cannot prove them.</exception>
    public static async Task<IReadOnlyList<Hash32>> ReadAsync(
        ChainClient chain, Address ledger, ReadAt at, IReadOnlyList<Hash32> slots, CancellationToken cancellation)
    {
        var hash = Hash32.Parse(at.BlockHash);
        try
        {
            var header = await chain.GetHeaderEvidenceAsync(hash, cancellation)
                ?? throw new ScenarioFailed($"the node does not have block {at.BlockNumber} {hash}");
            ScenarioFailed.Unless(header.Number == at.BlockNumber, $"{hash} is block {header.Number}, not {at}");
            var proof = await chain.GetProofAsync(ledger, slots, BlockTag.Of(header.Number, hash), cancellation);
            var account = AccountState.Read(header.StateRoot, ledger, proof.Account)
                ?? throw new ScenarioFailed($"there is no ledger at block {at.BlockNumber}");
            return [.. slots.Zip(proof.Storage, account.ReadStorage)];
        }
        catch (Exception fault) when (fault is InvalidProofException or JsonRpcException)
        {
            throw new ScenarioFailed($"the storage at block {at.BlockNumber} {hash} is not proven: {fault.Message}");
        }
    }
}
