using SupplyChainLedger.Client;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.Abi;
using SupplyChainLedger.Ethereum.JsonRpc;
using SupplyChainLedger.Faults.Staging;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Faults.Invariants;

/// <summary>What the service answers of a record is what the contract has in its storage.</summary>
internal static class RecordsOnChain
{
    private const int Sample = 60;
    private const int Confirmed = 2;

    private static readonly AbiFunction<Hash32, InvoiceView> InvoiceOf = new(
        "invoice",
        AbiTypes.Tuple(AbiTypes.Bytes32),
        AbiTypes.Tuple(AbiTypes.Struct(static (ref AbiFields<InvoiceView> f) => new InvoiceView(
            f.Next(AbiTypes.UInt32, static i => i.Supplier),
            f.Next(AbiTypes.UInt32, static i => i.Buyer),
            f.Next(AbiTypes.UInt8, static i => i.State),
            f.Next(AbiTypes.UInt64, static i => i.Amount),
            f.Next(AbiTypes.UInt32, static i => i.DueDate),
            f.Next(AbiTypes.FixedBytes(3), static i => i.Currency)))));

    /// <exception cref="ScenarioFailed">One differs.</exception>
    public static async Task RequireAsync(Stage stage, ChainHistory history, CancellationToken cancellation)
    {
        foreach (var id in stage.Sample(history.Invoices, Sample))
        {
            var answer = (await stage.Load.Buyer.Client.Invoices.GetAsync(id, 0, cancellation)).Invoice;
            var stored = await ReadAsync(stage, id, cancellation);
            ScenarioFailed.Unless(
                answer.Amount.MinorUnits == (long)stored.Amount
                    && answer.State is InvoiceState.Confirmed == (stored.State == Confirmed),
                $"{ResourceNames.Of(id)} is {answer.State} over {answer.Amount.MinorUnits}, but the contract has state "
                + $"{stored.State} and {stored.Amount}");
        }
    }

    private static async Task<InvoiceView> ReadAsync(Stage stage, InvoiceId id, CancellationToken cancellation)
    {
        var call = new CallRequest { To = stage.Contracts.Ledger, Data = InvoiceOf.EncodeCall(id.Value) };
        return InvoiceOf.DecodeResult(await stage.Reader.Chain.CallAsync(call, BlockTag.Latest, cancellation));
    }

    private sealed record InvoiceView(
        uint Supplier, uint Buyer, byte State, ulong Amount, uint DueDate, byte[] Currency);
}
