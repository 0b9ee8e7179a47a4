using System.Numerics;
using SupplyChainLedger.Contracts.Dates;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Registry;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.Abi;

namespace SupplyChainLedger.Contracts.Layout;

/// <summary>The contracts' own value types as ABI types.</summary>
internal static class LedgerTypes
{
    public static AbiType<ParticipantId> Participant { get; } =
        AbiTypes.UInt32.Map<ParticipantId>(static id => id.Value, static value => new ParticipantId(value));

    public static AbiType<InvoiceId> Invoice { get; } =
        AbiTypes.Bytes32.Map<InvoiceId>(static id => id.Value, static value => new InvoiceId(value));

    public static AbiType<IntentHash> Intent { get; } =
        AbiTypes.Bytes32.Map<IntentHash>(static hash => hash.Value, static value => new IntentHash(value));

    public static AbiType<EpochDay> Day { get; } =
        AbiTypes.UInt32.Map<EpochDay>(static day => day.Value, static value => new EpochDay(value));

    public static AbiType<Nonce> Nonce { get; } = AbiTypes.UInt256.Map<Nonce>(
        static nonce => new BigInteger(nonce.Value.ToBytes(), isUnsigned: true, isBigEndian: true), NonceOf);

    public static AbiType<ParticipantRoles> Roles { get; } = AbiTypes.UInt16.Map<ParticipantRoles>(
        static roles => (ushort)roles, static value => (ParticipantRoles)value);

    private static Nonce NonceOf(BigInteger value)
    {
        Span<byte> bytes = stackalloc byte[Hash32.Size];
        bytes.Clear();
        value.TryWriteBytes(bytes[^value.GetByteCount(isUnsigned: true)..], out _, isUnsigned: true, isBigEndian: true);
        return new Nonce(Hash32.FromBytes(bytes));
    }
}
