using SupplyChainLedger.Contracts.Dates;
using SupplyChainLedger.Contracts.Holdings;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.Abi;
using SupplyChainLedger.Ethereum.TypedData;

namespace SupplyChainLedger.Contracts.Layout;

/// <summary>A type that is signed (EIP-712) and sent (ABI).</summary>
internal sealed record LedgerFieldType<T>(AbiType<T> Encoded, TypedDataType<T> Signed);

/// <summary>The types of the fields of intents.</summary>
internal static class LedgerFieldTypes
{
    public static LedgerFieldType<ParticipantId> Participant { get; } =
        new(LedgerTypes.Participant, TypedDataTypes.UInt32.Map<ParticipantId>(static id => id.Value));

    public static LedgerFieldType<InvoiceId> Invoice { get; } =
        new(LedgerTypes.Invoice, TypedDataTypes.Bytes32.Map<InvoiceId>(static id => id.Value));

    public static LedgerFieldType<HoldingId> Holding { get; } =
        new(LedgerTypes.Holding, TypedDataTypes.Bytes32.Map<HoldingId>(static id => id.Value));

    public static LedgerFieldType<OfferId> Offer { get; } =
        new(LedgerTypes.Offer, TypedDataTypes.Bytes32.Map<OfferId>(static id => id.Value));

    public static LedgerFieldType<IntentHash> Intent { get; } =
        new(LedgerTypes.Intent, TypedDataTypes.Bytes32.Map<IntentHash>(static hash => hash.Value));

    public static LedgerFieldType<HoldingStep> Step { get; } =
        new(LedgerTypes.Step, TypedDataTypes.UInt8.Map<HoldingStep>(static step => (byte)step));

    public static LedgerFieldType<EpochDay> Day { get; } =
        new(LedgerTypes.Day, TypedDataTypes.UInt32.Map<EpochDay>(static day => day.Value));

    public static LedgerFieldType<Nonce> Nonce { get; } = new(
        LedgerTypes.Nonce,
        TypedDataTypes.UInt256.Map<Nonce>(static nonce => LedgerTypes.NumberOf(nonce.Value)));

    public static LedgerFieldType<byte> UInt8 { get; } = new(AbiTypes.UInt8, TypedDataTypes.UInt8);

    public static LedgerFieldType<ushort> UInt16 { get; } = new(AbiTypes.UInt16, TypedDataTypes.UInt16);

    public static LedgerFieldType<uint> UInt32 { get; } = new(AbiTypes.UInt32, TypedDataTypes.UInt32);

    public static LedgerFieldType<ulong> UInt64 { get; } = new(AbiTypes.UInt64, TypedDataTypes.UInt64);

    public static LedgerFieldType<bool> Bool { get; } = new(AbiTypes.Bool, TypedDataTypes.Bool);

    public static LedgerFieldType<string> Text { get; } = new(AbiTypes.String, TypedDataTypes.String);

    public static LedgerFieldType<Hash32> Hash { get; } = new(AbiTypes.Bytes32, TypedDataTypes.Bytes32);

    public static LedgerFieldType<byte[]> Bytes { get; } = new(AbiTypes.Bytes, TypedDataTypes.Bytes);
}
