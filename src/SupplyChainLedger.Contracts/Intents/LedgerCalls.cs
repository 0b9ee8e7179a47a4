using SupplyChainLedger.Ethereum.Abi;
using SupplyChainLedger.Ethereum.Signing;

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

/// <summary>The calls of the contract <c>Ledger</c> that carry intents.</summary>
public static class LedgerCalls
{
    private static readonly IntentLayout[] Actions =
        [SubmitInvoice.Shape, ConfirmInvoice.Shape, RejectInvoice.Shape, WithdrawInvoice.Shape];

    /// <summary><c>execute(bytes[])</c>: many intents in one transaction, each judged by itself.</summary>
    public static AbiFunction<byte[][], BatchOutcome[]> Execute { get; } = new(
        "execute",
        AbiTypes.Tuple(AbiTypes.Array(AbiTypes.Bytes)),
        AbiTypes.Tuple(AbiTypes.Array(
            AbiTypes.UInt8.Map<BatchOutcome>(static o => (byte)o, static b => (BatchOutcome)b))));

    /// <summary>
    /// Signatures of the actions, such as <c>withdrawInvoice((uint32,bytes32,uint256,uint64),bytes)</c>.
    /// </summary>
    public static IEnumerable<string> ActionSignatures => Actions.Select(static action => action.FunctionSignature);

    /// <summary>Reads an item of a batch back.</summary>
    /// <param name="call">Calldata of an action.</param>
    /// <returns>The intent and its signature.</returns>
    /// <exception cref="AbiException">The bytes are no action of the ledger.</exception>
    public static (LedgerIntent Intent, Signature Signature) DecodeAction(ReadOnlySpan<byte> call)
    {
        foreach (var action in Actions)
        {
            if (action.TryDecodeCall(call) is not var (intent, bytes)) continue;
            return Signature.TryParse(bytes, out var signature, out var fault)
                ? (intent, signature)
                : throw new AbiException($"The action's signature is malformed: {fault}.");
        }

        throw new AbiException("The call is no action of the ledger.");
    }
}
