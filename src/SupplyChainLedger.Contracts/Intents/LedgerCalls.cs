using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.Abi;

namespace SupplyChainLedger.Contracts.Intents;

/// <summary>What became of one item of a batch.</summary>
public enum BatchOutcome
{
    /// <summary>It took effect.</summary>
    Executed = 0,

    /// <summary>Authentic but not admissible; its nonce is spent.</summary>
    Rejected = 1,

    /// <summary>Not authentic, expired, or used before; nothing is recorded of it.</summary>
    Refused = 2,
}

/// <summary>The calls of the contract <c>Ledger</c> that carry intents, and the one that finds its register.</summary>
public static class LedgerCalls
{
    private static readonly IntentLayout[] Actions =
    [
        SubmitInvoice.Shape, ConfirmInvoice.Shape, RejectInvoice.Shape, WithdrawInvoice.Shape,
        ProposeTransfer.Shape, AnswerTransfer.Shape, WithdrawStep.Shape, ApplyDeadline.Shape,
        RequestFinancing.Shape, PlaceOffer.Shape, WithdrawOffer.Shape, AcceptOffer.Shape,
        DeclareDisbursement.Shape, AnswerDisbursement.Shape, SetExposureLimit.Shape,
        DeclarePayment.Shape, AnswerPayment.Shape, ClaimRecourse.Shape, WriteOff.Shape, RecordRecovery.Shape,
        SetAccount.Shape, LiftStop.Shape,
        IssueCreditNote.Shape, AnswerCreditNote.Shape, OpenDispute.Shape, AnswerDispute.Shape,
        RequestCancellation.Shape, AnswerCancellation.Shape,
        ProposeRules.Shape, SetThreshold.Shape,
        CancelIntent.Shape,
    ];

    private static readonly Dictionary<AbiSelector, IntentLayout> BySelector =
        Actions.ToDictionary(static action => action.Selector);

    /// <summary><c>execute(bytes[])</c>: many intents in one transaction, each judged by itself.</summary>
    public static AbiFunction<byte[][], BatchOutcome[]> Execute { get; } = new(
        "execute",
        AbiTypes.Tuple(AbiTypes.Array(AbiTypes.Bytes)),
        AbiTypes.Tuple(AbiTypes.Array(
            AbiTypes.UInt8.Map<BatchOutcome>(static o => (byte)o, static b => (BatchOutcome)b))));

    /// <summary><c>participants()</c>: the register that the ledger trusts.</summary>
    public static AbiFunction<ValueTuple, Address> Participants { get; } =
        new("participants", AbiTypes.Nothing, AbiTypes.Tuple(AbiTypes.Address));

    /// <summary>
    /// Signatures of the actions, such as <c>withdrawInvoice((uint32,bytes32,uint256,uint64),bytes)</c>.
    /// </summary>
    public static IEnumerable<string> ActionSignatures => Actions.Select(static action => action.FunctionSignature);

    /// <summary>Name of the action that a call carries, such as <c>SubmitInvoice</c>; null for another call.</summary>
    public static string? KindOf(ReadOnlySpan<byte> call) =>
        AbiSelector.TryRead(call, out var selector) && BySelector.TryGetValue(selector, out var action)
            ? action.Kind
            : null;

    /// <summary>Reads an item of a batch back.</summary>
    /// <param name="call">Calldata of an action.</param>
    /// <returns>The intent and what it is signed with.</returns>
    /// <exception cref="AbiException">The bytes are no action of the ledger.</exception>
    public static (LedgerIntent Intent, IntentSignatures Signatures) DecodeAction(ReadOnlySpan<byte> call)
    {
        if (!AbiSelector.TryRead(call, out var selector) || !BySelector.TryGetValue(selector, out var action))
            throw new AbiException("The call is no action of the ledger.");
        var (intent, bytes) = action.DecodeCall(call);
        return IntentSignatures.TryParse(bytes, out var signatures, out var fault)
            ? (intent, signatures)
            : throw new AbiException($"The action's signature is malformed: {fault}.");
    }
}
