extern alias sdk;

using System.Globalization;
using sdk::SupplyChainLedger.Client;
using sdk::SupplyChainLedger.Client.Signing;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Registry;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.JsonRpc;
using SupplyChainLedger.Ethereum.Keystore;
using SupplyChainLedger.Ethereum.Signing;
using SupplyChainLedger.Ethereum.Transactions;

namespace SupplyChainLedger.Benchmarks.Stage;

/// <summary>
/// Suppliers that the operator registers for a run. A few with a hundred thousand invoices each would be no network
/// that exists, and the search for near-duplicates would have more to do than anywhere.
/// </summary>
internal sealed class SupplierCircle
{
    private const int Count = 200;
    private const ulong RegistrationGas = 500_000;

    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(10);

    private SupplierCircle(IReadOnlyList<ParticipantSigner> signers) => Signers = signers;

    /// <summary>One for each supplier.</summary>
    public IReadOnlyList<ParticipantSigner> Signers { get; }

    /// <summary>Registers them and waits until the service knows them.</summary>
    public static async Task<SupplierCircle> RegisterAsync(LedgerStage stage, CancellationToken cancellation)
    {
        using var client = LedgerClient.Connect(stage.Grpc);
        using var rpc = new JsonRpcClient(new JsonRpcOptions { Endpoint = stage.Chain });
        var chain = new ChainClient(rpc);
        var keys = Enumerable.Range(0, Count).Select(static _ => PrivateKey.Generate()).ToList();
        var last = await SendAsync(stage, client, chain, keys, cancellation);
        var block = (await chain.ReceiptOfAsync(last, PollInterval, cancellation)).BlockNumber;
        using var poll = new PeriodicTimer(PollInterval);
        while ((await client.GetStatusAsync(cancellation)).Indexed.BlockNumber < block)
            await poll.WaitForNextTickAsync(cancellation);

        var domain = await client.GetDomainAsync(cancellation);
        var first = (await client.Participants.GetAsync(Handle(0), cancellation)).Participant.Id;
        return new SupplierCircle(
        [
            .. keys.Select((key, i) => new ParticipantSigner(
                new ParticipantId(first + (uint)i), key, domain, TimeSpan.FromDays(1))),
        ]);
    }

    private static async Task<Hash32> SendAsync(
        LedgerStage stage, LedgerClient client, ChainClient chain, List<PrivateKey> keys,
        CancellationToken cancellation)
    {
        var status = await client.GetStatusAsync(cancellation);
        using var @operator = await stage.OpenKeyAsync("operator", cancellation);
        var nonce = await chain.GetTransactionCountAsync(@operator.Address, BlockTag.Latest, cancellation);
        var price = await chain.GetGasPriceAsync(cancellation) * 2;
        var last = Hash32.Zero;
        for (var i = 0; i < keys.Count; i++)
        {
            var signed = new LegacyTransaction
            {
                ChainId = status.ChainId,
                Nonce = nonce++,
                GasLimit = RegistrationGas,
                GasPrice = price,
                To = Address.Parse(status.ParticipantsAddress),
                Data = ParticipantsCalls.Register.EncodeCall(Registration(i, keys[i].Address)),
            }.Sign(@operator);
            await chain.SendRawTransactionAsync(signed.Raw, cancellation);
            last = signed.Hash;
        }

        return last;
    }

    private static Registration Registration(int number, Address signer) => new(
        Handle(number), $"Supplier {number}", ParticipantRoles.Supplier, [signer], Hash32.Zero, Hash32.Zero,
        Hash32.Zero, "DE-BY", "2930", SmallEnterprise: true);

    private static string Handle(int number) => string.Create(CultureInfo.InvariantCulture, $"supplier-{number}");
}
