using SupplyChainLedger.Contracts.Events;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Service.Api.Invoices;
using SupplyChainLedger.Service.Faults;
using SupplyChainLedger.Service.Tests.Api.Support;
using SupplyChainLedger.Service.Tests.Indexing.Chain;
using SupplyChainLedger.V1;
using Date = Google.Type.Date;
using InvoiceSubmitted = SupplyChainLedger.Contracts.Events.InvoiceSubmitted;

namespace SupplyChainLedger.Service.Tests.Api;

public sealed class FindSimilarInvoicesTests
{
    private static readonly InvoiceSubmitted First = Story.Submission(4711) with
    {
        Invoice = InvoiceId.Of(new ParticipantId(1), "INV-4711", Story.IssueDay, 380),
    };

    private static readonly InvoiceSubmitted Copy = First with
    {
        Invoice = Story.InvoiceOf(101),
        Number = "inv 4711",
        Amount = First.Amount + 1,
    };

    private static TestCall Call => new(TestContext.Current.CancellationToken);

    [Fact]
    public async Task A_recorded_invoice_is_answered_with_its_like_and_the_reason_but_not_with_itself()
    {
        using var bench = await OpenAsync(First, Copy, Story.Submission(5));

        var answer = await AskAsync(bench, new FindSimilarInvoicesRequest { Name = $"invoices/{First.Invoice}" });

        var similar = Assert.Single(answer.SimilarInvoices);
        Assert.Equal($"invoices/{Copy.Invoice}", similar.Invoice.Name);
        Assert.Equal(SimilarityGrade.Certain, similar.Grade);
        Assert.Equal(
            [SimilarityReason.SameDocument, SimilarityReason.SameNumberAndDate], similar.Reasons);
        Assert.Equal("same document; same parties, number and date of issue", similar.Explanation);
        Assert.False(answer.More);
        Assert.Equal(bench.Progress.Current.Indexed.Number, answer.ReadAt.BlockNumber);
    }

    [Fact]
    public async Task A_withdrawn_and_a_rejected_one_are_found_and_show_their_state()
    {
        var other = Copy with { Invoice = Story.InvoiceOf(102), Number = "INV 4711" };
        using var bench = await OpenAsync(First, Copy, other, Story.Withdrawal(Copy), Story.Rejection(other));

        var answer = await AskAsync(bench, new FindSimilarInvoicesRequest { Name = $"invoices/{First.Invoice}" });

        Assert.Equal(
            [InvoiceState.Rejected, InvoiceState.Withdrawn],
            answer.SimilarInvoices.Select(similar => similar.Invoice.State));
    }

    [Fact]
    public async Task Particulars_are_compared_before_anything_is_signed()
    {
        using var bench = await OpenAsync(First);
        var particulars = Particulars();
        particulars.Number = "INV-4711/2";
        particulars.DocumentHash = "";

        var answer = await AskAsync(bench, new FindSimilarInvoicesRequest { Particulars = particulars });

        var similar = Assert.Single(answer.SimilarInvoices);
        Assert.Equal(SimilarityGrade.Likely, similar.Grade);
        Assert.Equal([SimilarityReason.SameAmountAndDate, SimilarityReason.RelatedNumber], similar.Reasons);
    }

    [Fact]
    public async Task A_key_that_is_taken_comes_first_even_with_another_buyer()
    {
        using var bench = await OpenAsync(First, Copy);
        var particulars = Particulars();
        particulars.Buyer = "participants/party-4";
        particulars.Amount.MinorUnits = 1;

        var answer = await AskAsync(bench, new FindSimilarInvoicesRequest { Particulars = particulars });

        Assert.Equal($"invoices/{First.Invoice}", answer.SimilarInvoices[0].Invoice.Name);
        Assert.Equal([SimilarityReason.SameKey], answer.SimilarInvoices[0].Reasons);
    }

    [Fact]
    public async Task What_is_wrong_with_particulars_is_named_field_by_field()
    {
        using var bench = await OpenAsync(First);

        var fault = await Assert.ThrowsAsync<LedgerFault>(() => AskAsync(bench, new FindSimilarInvoicesRequest
        {
            Particulars = new InvoiceParticulars { TypeCode = 70_000, Amount = new Money(), DocumentHash = "0x1" },
        }));

        Assert.Equal(ErrorReason.InvalidField, fault.Reason);
        Assert.Equal(
            ["supplier", "buyer", "type_code", "number", "issue_date", "due_date", "amount.minor_units",
                "amount.currency_code", "document_hash"],
            fault.Violations.Select(violation => violation.Field["particulars.".Length..]));
    }

    [Fact]
    public async Task Neither_a_name_nor_particulars_is_no_question()
    {
        using var bench = await OpenAsync(First);
        var fault = await Assert.ThrowsAsync<LedgerFault>(() => AskAsync(bench, new FindSimilarInvoicesRequest()));
        Assert.Equal(ErrorReason.InvalidField, fault.Reason);
    }

    [Fact]
    public async Task An_invoice_that_nobody_recorded_is_not_found()
    {
        using var bench = await OpenAsync(First);
        var fault = await Assert.ThrowsAsync<LedgerFault>(() => AskAsync(
            bench, new FindSimilarInvoicesRequest { Name = $"invoices/{Story.InvoiceOf(77)}" }));
        Assert.Equal(ErrorReason.InvoiceNotFound, fault.Reason);
    }

    [Fact]
    public async Task A_recorded_invoice_is_warned_of_with_what_it_is_like()
    {
        using var bench = await OpenAsync(First, Copy, Story.Withdrawal(Copy), Story.Submission(5));

        var warned = await WarnAsync(bench, First.Invoice);
        var calm = await WarnAsync(bench, Story.Submission(5).Invoice);

        var warning = Assert.Single(warned);
        Assert.Equal("SIMILAR_INVOICE", warning.Reason);
        Assert.Equal(
            $"It almost certainly claims the same debt as invoices/{Copy.Invoice}, number 'inv 4711' of 2026-09-01 "
            + "over 4711.01 EUR, withdrawn: same document; same parties, number and date of issue.",
            warning.Message);
        Assert.Empty(calm);
    }

    [Fact]
    public async Task Three_are_named_and_the_rest_counted()
    {
        var copies = Enumerable.Range(0, 5).Select(i => Copy with
        {
            Invoice = Story.InvoiceOf(200 + i),
            Intent = Story.IntentOf($"copy {i}"),
        });
        using var bench = await OpenAsync([First, .. copies]);

        var warned = await WarnAsync(bench, First.Invoice);

        Assert.Equal(4, warned.Count);
        Assert.Equal("So do 2 more; FindSimilarInvoices names them.", warned[^1].Message);
    }

    private static async Task<List<Warning>> WarnAsync(IndexBench bench, InvoiceId invoice)
    {
        using var snapshot = await bench.Reader.OpenAsync(minBlock: 0, TestContext.Current.CancellationToken);
        return [.. SimilarInvoiceWarnings.Of(snapshot, snapshot.Invoices.Find(invoice)!.Record)];
    }

    private static async Task<IndexBench> OpenAsync(params LedgerEvent[] events)
    {
        var chain = new ScriptedChain();
        chain.Mine(Story.FourParticipants());
        chain.Mine(events);
        var bench = new IndexBench(chain);
        await bench.CatchUpAsync();
        return bench;
    }

    private static Task<FindSimilarInvoicesResponse> AskAsync(IndexBench bench, FindSimilarInvoicesRequest request) =>
        new FindSimilarInvoicesCall(bench.Reader).AnswerAsync(request, Call);

    private static InvoiceParticulars Particulars() => new()
    {
        Supplier = "participants/party-1",
        Buyer = "participants/party-3",
        Number = First.Number,
        TypeCode = First.TypeCode,
        IssueDate = DateOf(First.IssueDate.ToDate()),
        DueDate = DateOf(First.DueDate.ToDate()),
        Amount = new Money { CurrencyCode = "EUR", MinorUnits = (long)First.Amount },
        DocumentHash = First.DocumentHash.ToString(),
    };

    private static Date DateOf(DateOnly day) => new() { Year = day.Year, Month = day.Month, Day = day.Day };
}
