using SupplyChainLedger.Contracts.Registry;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.JsonRpc;
using SupplyChainLedger.Ethereum.Signing;
using SupplyChainLedger.Ethereum.Transactions;
using SupplyChainLedger.Service.Hosting;

namespace SupplyChainLedger.Service.Devnet;

/// <summary>
/// Registers the demo's participants, each with its key, in the operator's name. What the chain has already is left as
/// it is, so a start that was killed half-way is completed by the next one.
/// </summary>
internal sealed class DemoRegistration(IChainClient chain, KeyFolder keys) : IDisposable
{
    private PrivateKey? _operatorKey;

    /// <summary>Registers who is missing, and adds the key of who has another one.</summary>
    /// <exception cref="StartupFault">The chain does not take it; usually the operator's key is not this chain's.
    /// </exception>
    public async Task EnsureRegisteredAsync(CancellationToken cancellation)
    {
        foreach (var participant in DemoParticipant.All)
        {
            var signer = await keys.AddressOfAsync(participant.Handle, cancellation);
            var id = await CallAsync(ParticipantsCalls.ParticipantByHandle, participant.Handle, cancellation);
            if (id == default)
                await SendAsync(
                    ParticipantsCalls.Register.EncodeCall(participant.RegistrationWith(signer)), cancellation);
            else if ((await CallAsync(ParticipantsCalls.Signer, signer, cancellation)).Participant != id)
                await SendAsync(
                    ParticipantsCalls.AddSigner.EncodeCall((id, signer, SignerPermissions.All)), cancellation);
        }
    }

    /// <summary>Wipes the operator's key.</summary>
    public void Dispose() => _operatorKey?.Dispose();

    private async Task<TResult> CallAsync<TArgs, TResult>(
        Ethereum.Abi.AbiFunction<TArgs, TResult> function, TArgs arguments, CancellationToken cancellation)
    {
        var call = new CallRequest { To = DevnetContracts.Participants, Data = function.EncodeCall(arguments) };
        return function.DecodeResult(await chain.CallAsync(call, BlockTag.Latest, cancellation));
    }

    private async Task SendAsync(byte[] call, CancellationToken cancellation)
    {
        // Opening a keystore takes long on purpose, and on most starts there is nothing to register.
        _operatorKey ??= await keys.LoadOrDrawAsync(DemoParticipant.OperatorHandle, cancellation);
        var receipt = await chain.ReceiptOfAsync(await SubmitAsync(_operatorKey, call, cancellation), cancellation);
        if (!receipt.Succeeded)
            throw new StartupFault("The development chain refused a registration that it had accepted in a trial.");
    }

    private async Task<Hash32> SubmitAsync(PrivateKey key, byte[] call, CancellationToken cancellation)
    {
        var trial = new CallRequest { To = DevnetContracts.Participants, Data = call, From = key.Address };
        try
        {
            var transaction = new LegacyTransaction
            {
                ChainId = DevnetChain.ChainId,
                Nonce = await chain.GetTransactionCountAsync(key.Address, BlockTag.Latest, cancellation),
                GasLimit = await chain.EstimateGasAsync(trial, cancellation) * 5 / 4,
                GasPrice = await chain.GetGasPriceAsync(cancellation) * 2,
                To = trial.To,
                Data = call,
            }.Sign(key);
            await chain.SendRawTransactionAsync(transaction.Raw, cancellation);
            return transaction.Hash;
        }
        catch (ExecutionRevertedException fault)
        {
            throw new StartupFault(
                "The keys in the keystore are not those of the saved chain. Restore the folder keystore from a backup, "
                + "or delete the whole data folder to begin anew.",
                fault);
        }
    }
}
