using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.Hashing;

namespace SupplyChainLedger.Faults.Invariants;

/// <summary>Where the ledger keeps its records: <c>LedgerState.sol</c>, laid out as Solidity does (mappings).</summary>
internal static class LedgerSlot
{
    // Before them are the two strings of EIP712 and the nonces of Intents.
    private const byte Invoices = 3;
    private const byte Holdings = 4;

    /// <summary>The word of an invoice.</summary>
    public static Hash32 Of(InvoiceId invoice) => Entry(invoice.Value, Root(Invoices));

    /// <summary>The word of a holding of a receivable.</summary>
    public static Hash32 Of(InvoiceId receivable, HoldingId holding) =>
        Entry(holding.Value, Entry(receivable.Value, Root(Holdings)));

    private static Hash32 Root(byte slot) => Hash32.FromBytes([.. new byte[Hash32.Size - 1], slot]);

    private static Hash32 Entry(Hash32 key, Hash32 mapping) =>
        Keccak256.Hash([.. key.ToBytes(), .. mapping.ToBytes()]);
}
