using System.Numerics;
using SupplyChainLedger.Contracts.Dates;
using SupplyChainLedger.Contracts.Holdings;
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

    public static AbiType<HoldingId> Holding { get; } =
        AbiTypes.Bytes32.Map<HoldingId>(static id => id.Value, static value => new HoldingId(value));

    public static AbiType<OfferId> Offer { get; } =
        AbiTypes.Bytes32.Map<OfferId>(static id => id.Value, static value => new OfferId(value));

    public static AbiType<HoldingRecord> Record { get; } = AbiTypes.UInt256.Map<HoldingRecord>(
        static record => NumberOf(record.ToWord()), static value => HoldingRecord.FromWord(WordOf(value)));

    public static AbiType<HoldingPhase> Phase { get; } =
        AbiTypes.UInt8.Map<HoldingPhase>(static phase => (byte)phase, static value => (HoldingPhase)value);

    public static AbiType<HoldingStep> Step { get; } =
        AbiTypes.UInt8.Map<HoldingStep>(static step => (byte)step, static value => (HoldingStep)value);

    public static AbiType<IntentHash> Intent { get; } =
        AbiTypes.Bytes32.Map<IntentHash>(static hash => hash.Value, static value => new IntentHash(value));

    public static AbiType<EpochDay> Day { get; } =
        AbiTypes.UInt32.Map<EpochDay>(static day => day.Value, static value => new EpochDay(value));

    /// <summary>
    /// A day that somebody could sign without the contract looking at it, so that an index must not stop at one that no
    /// calendar can show: it is read as the latest.
    /// </summary>
    public static AbiType<EpochDay> LenientDay { get; } = AbiTypes.UInt32.Map<EpochDay>(
        static day => day.Value,
        static value => value <= EpochDay.Latest.Value ? new EpochDay(value) : EpochDay.Latest);

    public static AbiType<Nonce> Nonce { get; } = AbiTypes.UInt256.Map<Nonce>(
        static nonce => NumberOf(nonce.Value), static value => new Nonce(WordOf(value)));

    public static AbiType<ParticipantRoles> Roles { get; } = AbiTypes.UInt16.Map<ParticipantRoles>(
        static roles => (ushort)roles, static value => (ParticipantRoles)value);

    public static AbiType<SignerPermissions> Permissions { get; } = AbiTypes.UInt16.Map<SignerPermissions>(
        static permissions => (ushort)permissions, static value => (SignerPermissions)value);

    /// <summary>A word as the number that it is.</summary>
    public static BigInteger NumberOf(Hash32 word) => new(word.ToBytes(), isUnsigned: true, isBigEndian: true);

    private static Hash32 WordOf(BigInteger value)
    {
        Span<byte> bytes = stackalloc byte[Hash32.Size];
        bytes.Clear();
        value.TryWriteBytes(bytes[^value.GetByteCount(isUnsigned: true)..], out _, isUnsigned: true, isBigEndian: true);
        return Hash32.FromBytes(bytes);
    }
}
