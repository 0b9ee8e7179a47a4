using System.Numerics;
using SupplyChainLedger.Ethereum.Transactions;
using SupplyChainLedger.Service.Hosting;
using SupplyChainLedger.Service.Relay.Batches;
using SupplyChainLedger.Service.Relay.Fees;

namespace SupplyChainLedger.Service.Relay.Dispatches;

/// <summary>Makes and signs the relay's transactions.</summary>
internal sealed class TransactionFactory(LedgerNetwork network, RelayAccount account, TimeProvider time)
{
    /// <summary>Signs a batch.</summary>
    public SignedAttempt Sign(Batch batch, ulong nonce, FeeOffer fee, ulong headBlock)
    {
        Transaction transaction = fee.PriorityFee is { } priority
            ? new Eip1559Transaction
            {
                ChainId = network.ChainId,
                Nonce = nonce,
                GasLimit = batch.GasLimit,
                To = network.Ledger,
                Data = batch.CallData,
                MaxFeePerGas = fee.MaxFee,
                MaxPriorityFeePerGas = priority,
            }
            : new LegacyTransaction
            {
                ChainId = network.ChainId,
                Nonce = nonce,
                GasLimit = batch.GasLimit,
                To = network.Ledger,
                Data = batch.CallData,
                GasPrice = fee.MaxFee,
            };
        return Sign(transaction, fee, headBlock);
    }

    /// <summary>Signs the same with another fee, on the same nonce.</summary>
    public SignedAttempt Resign(SignedAttempt before, FeeOffer fee, ulong headBlock)
    {
        Transaction transaction = SignedTransaction.Decode(before.Raw).Transaction switch
        {
            Eip1559Transaction dynamic => dynamic with
            {
                MaxFeePerGas = fee.MaxFee,
                MaxPriorityFeePerGas = fee.PriorityFee ?? BigInteger.Zero,
            },
            LegacyTransaction legacy => legacy with { GasPrice = fee.MaxFee },
            var other => throw new InvalidOperationException($"The relay makes no {other.GetType().Name}."),
        };
        return Sign(transaction, fee, headBlock);
    }

    private SignedAttempt Sign(Transaction transaction, FeeOffer fee, ulong headBlock)
    {
        var signed = transaction.Sign(account.Key);
        return new SignedAttempt(
            new Attempt(signed.Hash, transaction.GasLimit, fee, time.GetUtcNow(), headBlock), signed.Raw);
    }
}
