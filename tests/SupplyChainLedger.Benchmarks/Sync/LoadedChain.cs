extern alias sdk;

using System.Numerics;
using sdk::SupplyChainLedger.Client;
using sdk::SupplyChainLedger.Client.Signing;
using SupplyChainLedger.Benchmarks.Stage;
using SupplyChainLedger.Benchmarks.Throughput;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Intents;
using SupplyChainLedger.EndToEnd.Stage.Chains;
using SupplyChainLedger.Ethereum.JsonRpc;
using SupplyChainLedger.Ethereum.Signing;
using SupplyChainLedger.Ethereum.Transactions;

namespace SupplyChainLedger.Benchmarks.Sync;

/// <summary>
/// A chain to index: each invoice is submitted by its supplier and confirmed by its buyer. The calls go straight to
/// anvil, 200 in a transaction and one of these in a block, while the service stands still.
/// </summary>
internal sealed class LoadedChain(LedgerStage stage, ChainClient chain, PrivateKey payer)
{
    private const string Buyer = "core-motors";
    private const int PerTransaction = 200;
    private const ulong TransactionGas = 16_777_216;

    /// <summary>Ponder leaves the newest blocks, which it does not call final, to its live indexing.</summary>
    private const int BlocksOnTop = 64;

    private static readonly BigInteger Money = BigInteger.Pow(10, 24);
    private static readonly BigInteger GasPrice = BigInteger.Pow(10, 11);

    private ulong _nonce;

    /// <summary>Loads the stage's chain. Its service stands still from then on.</summary>
    /// <returns>Number of the newest block with events.</returns>
    public static async Task<ulong> MakeAsync(LedgerStage stage, int invoices, CancellationToken cancellation)
    {
        var suppliers = await SupplierCircle.RegisterAsync(stage, cancellation);
        using var buyerKey = await stage.OpenKeyAsync(Buyer, cancellation);
        var buyer = await SignerAsync(stage, buyerKey, cancellation);
        await stage.PauseAsync(cancellation);
        using var payer = PrivateKey.Generate();
        using var control = new DevnetControl(stage.Chain);
        await control.SetBalanceAsync(payer.Address, Money, cancellation);
        using var rpc = new JsonRpcClient(new JsonRpcOptions { Endpoint = stage.Chain });
        var chain = new ChainClient(rpc);
        var loaded = new LoadedChain(stage, chain, payer);
        var load = new SignedLoad(suppliers);
        for (var left = invoices; left > 0; left -= PerTransaction)
            await loaded.RecordAsync(load.Sign(Math.Min(left, PerTransaction)), buyer, cancellation);
        var last = await chain.GetBlockNumberAsync(cancellation);
        await control.MineAsync(BlocksOnTop, cancellation);
        return last;
    }

    private static async Task<ParticipantSigner> SignerAsync(
        LedgerStage stage, PrivateKey key, CancellationToken cancellation)
    {
        using var client = LedgerClient.Connect(stage.Grpc);
        return await client.ActAsAsync(Buyer, key, cancellation);
    }

    private async Task RecordAsync(
        SignedIntent<SubmitInvoice>[] submitted, ParticipantSigner buyer, CancellationToken cancellation)
    {
        var confirmed = submitted.AsParallel().AsOrdered().Select(one => buyer.Confirm(IdOf(one), one.Intent.Amount));
        await ExecuteAsync([.. submitted.Select(SignedLoad.Call)], cancellation);
        await ExecuteAsync([.. confirmed.Select(static one => one.Intent.EncodeCall(one.Signatures))], cancellation);
    }

    private async Task ExecuteAsync(byte[][] calls, CancellationToken cancellation)
    {
        var signed = new LegacyTransaction
        {
            ChainId = LedgerStage.ChainId,
            Nonce = _nonce++,
            GasLimit = TransactionGas,
            GasPrice = GasPrice,
            To = stage.Ledger,
            Data = LedgerCalls.Execute.EncodeCall(calls),
        }.Sign(payer);
        await chain.SendRawTransactionAsync(signed.Raw, cancellation);
        var receipt = await chain.ReceiptOfAsync(signed.Hash, TimeSpan.FromMilliseconds(1), cancellation);
        if (!receipt.Succeeded || receipt.Logs.Count != calls.Length)
            throw new InvalidOperationException($"{signed.Hash} has recorded {receipt.Logs.Count} of {calls.Length}.");
    }

    private static InvoiceId IdOf(SignedIntent<SubmitInvoice> one) => InvoiceId.Of(
        one.Intent.Supplier, one.Intent.Number, one.Intent.IssueDate, one.Intent.TypeCode);
}
