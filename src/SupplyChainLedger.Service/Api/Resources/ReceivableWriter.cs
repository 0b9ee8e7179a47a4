using SupplyChainLedger.Service.Indexing.Receivables;
using SupplyChainLedger.Service.Queries;
using Money = SupplyChainLedger.V1.Money;

namespace SupplyChainLedger.Service.Api.Resources;

/// <summary>Shows receivables as the API has them.</summary>
internal static class ReceivableWriter
{
    public static V1.Receivable Write(IndexSnapshot snapshot, ReceivableRecord record)
    {
        var opened = snapshot.PlaceOf(record.Opened);
        var changed = record.Changed == record.Opened ? opened : snapshot.PlaceOf(record.Changed);
        return new V1.Receivable
        {
            Name = ResourceNames.OfReceivable(record.Id),
            Invoice = ResourceNames.Of(record.Id),
            InvoiceNumber = snapshot.Invoices.Find(record.Id)?.Record.Number ?? "",
            Supplier = snapshot.NameOf(record.Supplier),
            Buyer = snapshot.NameOf(record.Obligor),
            DueDate = record.DueDate.ToApi(),
            ConfirmedAmount = Amount(record.Confirmed),
            PaidAmount = Amount(record.Paid),
            CreditedAmount = Amount(record.Credited),
            WrittenOffAmount = Amount(record.WrittenOff),
            CancelledAmount = Amount(record.Cancelled),
            OutstandingAmount = Amount(record.Outstanding),
            RecoveredAmount = Amount(record.Recovered),
            RuleVersion = record.RuleVersion,
            Irrevocable = record.Irrevocable,
            DefencesWaived = record.DefencesWaived,
            OverStandardTenor = IsOverStandard(snapshot, record),
            Confirmation = opened.Inclusion,
            ConfirmationIntent = opened.Intent,
            LastChange = changed.Inclusion,
            LastChangeIntent = changed.Intent,
            Cancellation = snapshot.Corrections.NewestCancellation(record.Id) is { } request
                ? CorrectionWriter.Write(snapshot, request)
                : null,
        };

        Money Amount(ulong minorUnits) => MoneyWriter.Write(record.Currency, minorUnits);
    }

    private static bool IsOverStandard(IndexSnapshot snapshot, ReceivableRecord record) =>
        snapshot.Rules.Find(record.RuleVersion) is { } version
        && record.DueDate.Value > ChainWriter.DayOf(snapshot.Head.Indexed.Timestamp).Value
            + version.Rules.StandardTenorDays;
}
