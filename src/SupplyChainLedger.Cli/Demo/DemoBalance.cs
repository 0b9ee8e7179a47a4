using SupplyChainLedger.Cli.Views;
using SupplyChainLedger.Client;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Cli.Demo;

/// <summary>
/// Adds up what has become of a receivable, from the single payments, credits and holdings, and compares it with what
/// the receivable itself says.
/// </summary>
internal sealed class DemoBalance(DemoScene scene)
{
    /// <summary>Shows the account of one receivable, holder by holder; false where it does not add up.</summary>
    public async Task<bool> ShowAsync(Receivable receivable)
    {
        var lines = await LinesAsync(receivable);
        var currencyCode = receivable.ConfirmedAmount.CurrencyCode;
        string Amount(long minorUnits) => Show.Amount((ulong)minorUnits, currencyCode);
        var table = new AlignedTable("HOLDER", ">PAID", ">CREDITED", ">STILL HELD", ">TOGETHER");
        foreach (var line in lines)
            table.Add(line.Holder, Amount(line.Paid), Amount(line.Credited), Amount(line.Held), Amount(line.Together));
        var (paid, credited, held) = (
            lines.Sum(line => line.Paid), lines.Sum(line => line.Credited), lines.Sum(line => line.Held));
        table.Add("all", Amount(paid), Amount(credited), Amount(held), Amount(paid + credited + held));

        scene.Stage.Say($"{receivable.InvoiceNumber}:");
        scene.Stage.Table(table.Content);
        var writtenOff = receivable.WrittenOffAmount?.MinorUnits ?? 0;
        var outstanding = receivable.OutstandingAmount.MinorUnits;
        var confirmed = receivable.ConfirmedAmount.MinorUnits;
        var isWhole = confirmed
            == receivable.PaidAmount.MinorUnits + receivable.CreditedAmount.MinorUnits + writtenOff + outstanding;
        scene.Stage.Judged(
            isWhole,
            $"confirmed {Amount(confirmed)} = paid {Show.Amount(receivable.PaidAmount)} "
            + $"+ credited {Show.Amount(receivable.CreditedAmount)} + written off {Amount(writtenOff)} "
            + $"+ outstanding {Amount(outstanding)}");
        var isSame = paid == receivable.PaidAmount.MinorUnits
            && credited == receivable.CreditedAmount.MinorUnits
            && held == outstanding;
        scene.Stage.Judged(isSame, "the holders' payments, credits and holdings are those of the receivable");
        return isWhole && isSame;
    }

    private async Task<IReadOnlyList<Line>> LinesAsync(Receivable receivable)
    {
        var (client, cancellation) = (scene.Client, scene.Cancellation);
        var payments = await Pages.ReadAllAsync(
            new ListPaymentsRequest { Receivable = receivable.Name },
            client.Settlement.ListPaymentsAsync,
            cancellation);
        var disputes = await Pages.ReadAllAsync(
            new ListDisputesRequest { Receivable = receivable.Name }, client.Disputes.ListDisputesAsync, cancellation);
        var notes = await Pages.ReadAllAsync(
            new ListCreditNotesRequest { Receivable = receivable.Name },
            client.Disputes.ListCreditNotesAsync,
            cancellation);
        var holdings = await Pages.ReadAllAsync(
            new ListHoldingsRequest { Receivable = receivable.Name },
            client.Receivables.ListHoldingsAsync,
            cancellation);

        var entries = payments.Payments.Where(IsPaid).Select(one => new Line(one.Payee, one.Amount.MinorUnits, 0, 0))
            .Concat(disputes.Disputes.Where(one => one.State == DisputeState.Credited)
                .Select(one => new Line(one.Holder, 0, one.CreditedAmount.MinorUnits, 0)))
            .Concat(notes.CreditNotes.Where(one => one.State == CreditNoteState.InEffect)
                .Select(one => new Line(one.Holder, 0, one.Amount.MinorUnits, 0)))
            .Concat(holdings.Holdings.Select(one => new Line(one.Holder, 0, 0, one.Amount.MinorUnits)));
        return
        [
            .. entries.GroupBy(entry => Show.Party(entry.Holder)).Select(group => new Line(
                group.Key, group.Sum(one => one.Paid), group.Sum(one => one.Credited), group.Sum(one => one.Held)))
                .Where(line => line.Together > 0).OrderBy(line => line.Holder, StringComparer.Ordinal),
        ];
    }

    private static bool IsPaid(Payment payment) =>
        payment is { Kind: PaymentKind.Obligation, State: DeclarationState.Received or DeclarationState.Unanswered };

    /// <summary>What has come to one holder, in minor units.</summary>
    private sealed record Line(string Holder, long Paid, long Credited, long Held)
    {
        public long Together => Paid + Credited + Held;
    }
}
