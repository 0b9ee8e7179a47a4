using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Layout;
using SupplyChainLedger.Ethereum.Abi;
using SupplyChainLedger.Ethereum.TypedData;

namespace SupplyChainLedger.Contracts.Intents;

/// <summary>The supplier takes its claim back before the buyer has answered.</summary>
/// <param name="Supplier">Who signs.</param>
/// <param name="Target">The invoice.</param>
/// <param name="Nonce">Spent once per participant.</param>
/// <param name="Deadline">Unix seconds.</param>
public sealed record WithdrawInvoice(
    ParticipantId Supplier, InvoiceId Target, Nonce Nonce, ulong Deadline)
    : LedgerIntent(Nonce, Deadline)
{
    internal static readonly IntentLayout<WithdrawInvoice> Shape = new(
        "withdrawInvoice",
        new TypedDataStruct<WithdrawInvoice>(nameof(WithdrawInvoice))
            .Field("supplier", LedgerTypedData.Participant, static i => i.Supplier)
            .Field("invoice", LedgerTypedData.Invoice, static i => i.Target)
            .Field("nonce", LedgerTypedData.Nonce, static i => i.Nonce)
            .Field("deadline", TypedDataTypes.UInt64, static i => i.Deadline),
        AbiTypes.Tuple(
            LedgerTypes.Participant, LedgerTypes.Invoice, LedgerTypes.Nonce, AbiTypes.UInt64)
        .Map<WithdrawInvoice>(
            static i => (i.Supplier, i.Target, i.Nonce, i.Deadline),
            static t => new WithdrawInvoice(t.Item1, t.Item2, t.Item3, t.Item4)));

    /// <inheritdoc/>
    public override ParticipantId Participant => Supplier;

    /// <inheritdoc/>
    public override InvoiceId Invoice => Target;

    private protected override IntentLayout Layout => Shape;
}
