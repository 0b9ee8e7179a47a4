using SupplyChainLedger.Contracts.Registry;
using SupplyChainLedger.Ethereum.JsonRpc;
using SupplyChainLedger.Ethereum.Signing;
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

    private Task<TResult> CallAsync<TArgs, TResult>(
        Ethereum.Abi.AbiFunction<TArgs, TResult> function, TArgs arguments, CancellationToken cancellation) =>
        chain.ReadAsync(DevnetContracts.Participants, function, arguments, cancellation);

    private async Task SendAsync(byte[] call, CancellationToken cancellation)
    {
        // Opening a keystore takes long on purpose, and on most starts there is nothing to register.
        _operatorKey ??= await keys.LoadOrDrawAsync(DemoParticipant.OperatorHandle, cancellation);
        var account = new SigningAccount(chain, DevnetChain.ChainId, _operatorKey);
        try
        {
            var hash = await account.SendAsync(
                new CallRequest { To = DevnetContracts.Participants, Data = call }, cancellation);
            var receipt = await chain.ReceiptOfAsync(hash, cancellation);
            if (!receipt.Succeeded)
                throw new StartupFault("The development chain refused a registration that it had accepted in a trial.");
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
