using System.Numerics;
using SupplyChainLedger.Contracts.Dates;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Ethereum.TypedData;

namespace SupplyChainLedger.Contracts.Layout;

/// <summary>The contracts' own value types as members of EIP-712 structs.</summary>
internal static class LedgerTypedData
{
    public static TypedDataType<ParticipantId> Participant { get; } =
        TypedDataTypes.UInt32.Map<ParticipantId>(static id => id.Value);

    public static TypedDataType<InvoiceId> Invoice { get; } =
        TypedDataTypes.Bytes32.Map<InvoiceId>(static id => id.Value);

    public static TypedDataType<EpochDay> Day { get; } = TypedDataTypes.UInt32.Map<EpochDay>(static day => day.Value);

    public static TypedDataType<Nonce> Nonce { get; } = TypedDataTypes.UInt256.Map<Nonce>(
        static nonce => new BigInteger(nonce.Value.ToBytes(), isUnsigned: true, isBigEndian: true));
}
