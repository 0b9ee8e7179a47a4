using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Layout;
using SupplyChainLedger.Ethereum.Abi;
using SupplyChainLedger.Ethereum.TypedData;

namespace SupplyChainLedger.Contracts.Intents;

/// <summary>The buyer turns the claim down.</summary>
/// <param name="Buyer">Who signs.</param>
/// <param name="Target">The invoice.</param>
/// <param name="Reason">Why, 1 to 200 bytes of UTF-8; public on the chain.</param>
/// <param name="Nonce">Spent once per participant.</param>
/// <param name="Deadline">Unix seconds.</param>
public sealed record RejectInvoice(
    ParticipantId Buyer, InvoiceId Target, string Reason, Nonce Nonce, ulong Deadline)
    : LedgerIntent(Nonce, Deadline)
{
    internal static readonly IntentLayout<RejectInvoice> Shape = new(
        "rejectInvoice",
        new TypedDataStruct<RejectInvoice>(nameof(RejectInvoice))
            .Field("buyer", LedgerTypedData.Participant, static i => i.Buyer)
            .Field("invoice", LedgerTypedData.Invoice, static i => i.Target)
            .Field("reason", TypedDataTypes.String, static i => i.Reason)
            .Field("nonce", LedgerTypedData.Nonce, static i => i.Nonce)
            .Field("deadline", TypedDataTypes.UInt64, static i => i.Deadline),
        AbiTypes.Tuple(
            LedgerTypes.Participant, LedgerTypes.Invoice, AbiTypes.String, LedgerTypes.Nonce, AbiTypes.UInt64)
        .Map<RejectInvoice>(
            static i => (i.Buyer, i.Target, i.Reason, i.Nonce, i.Deadline),
            static t => new RejectInvoice(t.Item1, t.Item2, t.Item3, t.Item4, t.Item5)));

    /// <inheritdoc/>
    public override ParticipantId Participant => Buyer;

    /// <inheritdoc/>
    public override InvoiceId Invoice => Target;

    private protected override IntentLayout Layout => Shape;
}
