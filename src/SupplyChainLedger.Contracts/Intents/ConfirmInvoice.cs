using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Layout;
using SupplyChainLedger.Ethereum.Abi;
using SupplyChainLedger.Ethereum.TypedData;

namespace SupplyChainLedger.Contracts.Intents;

/// <summary>The buyer promises to pay, the whole or a part.</summary>
/// <param name="Buyer">Who signs.</param>
/// <param name="Target">The invoice.</param>
/// <param name="Amount">Promised minor units in the invoice's currency, 1 to the invoice's amount.</param>
/// <param name="Nonce">Spent once per participant.</param>
/// <param name="Deadline">Unix seconds.</param>
public sealed record ConfirmInvoice(
    ParticipantId Buyer, InvoiceId Target, ulong Amount, Nonce Nonce, ulong Deadline)
    : LedgerIntent(Nonce, Deadline)
{
    internal static readonly IntentLayout<ConfirmInvoice> Shape = new(
        "confirmInvoice",
        new TypedDataStruct<ConfirmInvoice>(nameof(ConfirmInvoice))
            .Field("buyer", LedgerTypedData.Participant, static i => i.Buyer)
            .Field("invoice", LedgerTypedData.Invoice, static i => i.Target)
            .Field("amount", TypedDataTypes.UInt64, static i => i.Amount)
            .Field("nonce", LedgerTypedData.Nonce, static i => i.Nonce)
            .Field("deadline", TypedDataTypes.UInt64, static i => i.Deadline),
        AbiTypes.Tuple(
            LedgerTypes.Participant, LedgerTypes.Invoice, AbiTypes.UInt64, LedgerTypes.Nonce, AbiTypes.UInt64)
        .Map<ConfirmInvoice>(
            static i => (i.Buyer, i.Target, i.Amount, i.Nonce, i.Deadline),
            static t => new ConfirmInvoice(t.Item1, t.Item2, t.Item3, t.Item4, t.Item5)));

    /// <inheritdoc/>
    public override ParticipantId Participant => Buyer;

    /// <inheritdoc/>
    public override InvoiceId Invoice => Target;

    private protected override IntentLayout Layout => Shape;
}
