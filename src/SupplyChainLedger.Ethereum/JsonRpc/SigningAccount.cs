using SupplyChainLedger.Ethereum.Signing;
using SupplyChainLedger.Ethereum.Transactions;

namespace SupplyChainLedger.Ethereum.JsonRpc;

/// <summary>
/// An account that now and then calls a contract by a transaction of its own, one after another. Its key stays here:
/// the node gets signed bytes.
/// </summary>
/// <param name="chain">The node.</param>
/// <param name="chainId">The chain that transactions are signed for (EIP-155).</param>
/// <param name="key">Signs. The caller disposes of it.</param>
public sealed class SigningAccount(IChainClient chain, ulong chainId, PrivateKey key)
{
    /// <summary>The account.</summary>
    public Address Address => key.Address;

    /// <summary>Tries a call out, signs it as a transaction and hands that to the node.</summary>
    /// <returns>The transaction's hash.</returns>
    /// <exception cref="ExecutionRevertedException">The contract refuses the call; nothing was sent.</exception>
    /// <exception cref="TransactionRejectedException">The node refuses the transaction.</exception>
    /// <exception cref="JsonRpcException">The node gives no usable answer.</exception>
    public async Task<Hash32> SendAsync(CallRequest call, CancellationToken cancellationToken)
    {
        var trial = call with { From = key.Address };
        var transaction = new LegacyTransaction
        {
            ChainId = chainId,
            GasLimit = await chain.EstimateGasAsync(trial, cancellationToken) * 5 / 4,
            Nonce = await chain.GetTransactionCountAsync(key.Address, BlockTag.Latest, cancellationToken),
            GasPrice = await chain.GetGasPriceAsync(cancellationToken) * 2,
            To = trial.To,
            Value = trial.Value,
            Data = trial.Data,
        }.Sign(key);
        await chain.SendRawTransactionAsync(transaction.Raw, cancellationToken);
        return transaction.Hash;
    }
}
