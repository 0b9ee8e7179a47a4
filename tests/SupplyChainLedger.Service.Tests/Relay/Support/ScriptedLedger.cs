using System.Numerics;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Intents;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.Abi;
using SupplyChainLedger.Ethereum.Hashing;
using SupplyChainLedger.Ethereum.TypedData;
using SupplyChainLedger.Service.Indexing;

namespace SupplyChainLedger.Service.Tests.Relay.Support;

/// <summary>What one item of a batch has come to.</summary>
/// <param name="Outcome">What <c>execute</c> returns for it.</param>
/// <param name="Spent">The nonce that it spent; null when it was refused.</param>
/// <param name="Word">What its event says, but for the place.</param>
internal sealed record ScriptedOutcome(
    BatchOutcome Outcome, (ParticipantId Participant, Nonce Nonce)? Spent, IntentOutcome Word);

/// <summary>Judges intents as the contract does, as far as the relay can tell the difference.</summary>
internal sealed class ScriptedLedger(TypedDataDomain domain)
{
    private const ulong MaxHorizon = 30 * 24 * 60 * 60;

    private static readonly AbiError<(ulong, ulong)> IntentExpired =
        new("IntentExpired", AbiTypes.Tuple(AbiTypes.UInt64, AbiTypes.UInt64));

    private static readonly AbiError<(ulong, ulong)> DeadlineTooFar =
        new("DeadlineTooFar", AbiTypes.Tuple(AbiTypes.UInt64, AbiTypes.UInt64));

    private static readonly AbiError<(uint, BigInteger)> NonceAlreadyUsed =
        new("NonceAlreadyUsed", AbiTypes.Tuple(AbiTypes.UInt32, AbiTypes.UInt256));

    private static readonly AbiError<(Address, uint)> SignerNotRegistered =
        new("SignerNotRegistered", AbiTypes.Tuple(AbiTypes.Address, AbiTypes.UInt32));

    private static readonly AbiError<Hash32> InvoiceAlreadyExists =
        new("InvoiceAlreadyExists", AbiTypes.Tuple(AbiTypes.Bytes32));

    /// <summary>Intents that are authentic and not admissible.</summary>
    public HashSet<IntentHash> Inadmissible { get; } = [];

    /// <summary>Keys that sign for nobody any more.</summary>
    public HashSet<Address> Revoked { get; } = [];

    public static byte[] InsufficientGas { get; } =
        new AbiError<BigInteger>("InsufficientGas", AbiTypes.Tuple(AbiTypes.UInt256)).Encode(0);

    public IntentHash HashOf(byte[] call) => LedgerCalls.DecodeAction(call).Intent.Digest(domain);

    public ScriptedOutcome Judge(byte[] call, ulong blockTime, Func<(ParticipantId, Nonce), bool> isUsed)
    {
        var (intent, signatures) = LedgerCalls.DecodeAction(call);
        var hash = intent.Digest(domain);
        var nonce = (intent.Participant, intent.Nonce);
        if (intent.Deadline < blockTime) return Refuse(call, IntentExpired.Encode((intent.Deadline, blockTime)));
        if (intent.Deadline > blockTime + MaxHorizon)
            return Refuse(call, DeadlineTooFar.Encode((intent.Deadline, blockTime + MaxHorizon)));
        var signer = signatures.First.Recover(hash.Value)!.Value;
        if (Revoked.Contains(signer))
            return Refuse(call, SignerNotRegistered.Encode((signer, intent.Participant.Value)));
        if (isUsed(nonce))
        {
            var number = new BigInteger(intent.Nonce.Value.ToBytes(), isUnsigned: true, isBigEndian: true);
            return Refuse(call, NonceAlreadyUsed.Encode((intent.Participant.Value, number)));
        }

        if (Inadmissible.Contains(hash))
        {
            var reason = InvoiceAlreadyExists.Encode(intent.InvoiceConcerned!.Value.Value);
            return new ScriptedOutcome(
                BatchOutcome.Rejected,
                nonce,
                new IntentOutcome(IntentVerdict.Rejected, hash.Value, intent.Participant, null, reason, default));
        }

        return new ScriptedOutcome(
            BatchOutcome.Executed,
            nonce,
            new IntentOutcome(
                IntentVerdict.Executed, hash.Value, intent.Participant, intent.InvoiceConcerned, default, default,
                (intent as CancelIntent)?.Nonce));
    }

    private static ScriptedOutcome Refuse(byte[] call, byte[] reason) => new(
        BatchOutcome.Refused,
        null,
        new IntentOutcome(IntentVerdict.Refused, Keccak256.Hash(call), default, null, reason, default));
}
