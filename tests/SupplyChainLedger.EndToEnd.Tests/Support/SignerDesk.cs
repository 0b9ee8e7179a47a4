using SupplyChainLedger.Client;
using SupplyChainLedger.Contracts.Registry;
using SupplyChainLedger.EndToEnd.Tests.Running;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.JsonRpc;
using SupplyChainLedger.Ethereum.Signing;
using SupplyChainLedger.Ethereum.Transactions;

namespace SupplyChainLedger.EndToEnd.Tests.Support;

/// <summary>The operator at the register of participants: it lets further keys sign.</summary>
public static class SignerDesk
{
    /// <summary>Lets a key sign for a participant, and waits until the service knows.</summary>
    public static async Task AddAsync(
        RunningService service, string handle, PrivateKey key, SignerPermissions permissions)
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var operatorParty = await Party.OpenAsync(service, "operator");
        using var devnet = new DevnetReader(service.Chain);
        var status = await operatorParty.Client.GetStatusAsync(cancellation);
        Assert.True(Address.TryParse(status.ParticipantsAddress, out var register));
        var participant = await devnet.ParticipantAsync(register, handle, cancellation);
        var transaction = new LegacyTransaction
        {
            ChainId = status.ChainId,
            Nonce = await devnet.Chain.GetTransactionCountAsync(
                operatorParty.Key.Address, BlockTag.Latest, cancellation),
            GasLimit = 200_000,
            GasPrice = await devnet.Chain.GetGasPriceAsync(cancellation) * 2,
            To = register,
            Data = ParticipantsCalls.AddSigner.EncodeCall((participant, key.Address, permissions)),
        }.Sign(operatorParty.Key);
        await devnet.Chain.SendRawTransactionAsync(transaction.Raw, cancellation);

        await foreach (var heard in operatorParty.Client.Events.WatchAsync(new EventFilter(), cancellation))
        {
            if (heard.Event?.SignerAdded is { } added && added.Signer == key.Address.ToString()) return;
        }
    }
}
