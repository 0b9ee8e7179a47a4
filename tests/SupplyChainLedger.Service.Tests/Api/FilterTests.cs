using SupplyChainLedger.Service.Api.Intents;
using SupplyChainLedger.Service.Api.Invoices;
using SupplyChainLedger.Service.Api.Participants;
using SupplyChainLedger.Service.Faults;
using SupplyChainLedger.Service.Queries.Paging;
using SupplyChainLedger.Service.Tests.Api.Support;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Service.Tests.Api;

public sealed class FilterTests
{
    private const int Unknown = 99;

    private static TestCall Call => new(TestContext.Current.CancellationToken);

    [Fact]
    public async Task A_filter_by_a_value_that_nobody_knows_is_refused_rather_than_passed_over()
    {
        await using var bench = await ApiBench.OpenAsync();
        var intents = new ListIntentsCall(
            bench.Index.Reader, bench.Work.Log, new PageTokens(bench.Index.Database.PageKey));

        await RefusedAsync("state", () => new ListInvoicesCall(bench.Index.Reader)
            .AnswerAsync(new ListInvoicesRequest { State = (InvoiceState)Unknown }, Call));
        await RefusedAsync("role", () => new ListParticipantsCall(bench.Index.Reader)
            .AnswerAsync(new ListParticipantsRequest { Role = (Role)Unknown }, Call));
        await RefusedAsync("state", () => intents
            .AnswerAsync(new ListIntentsRequest { State = (IntentState)Unknown }, Call));
    }

    [Fact]
    public async Task A_due_date_that_is_no_date_is_refused()
    {
        await using var bench = await ApiBench.OpenAsync();

        await RefusedAsync("due_before", () => new ListInvoicesCall(bench.Index.Reader).AnswerAsync(
            new ListInvoicesRequest { DueBefore = new Google.Type.Date { Year = 2027, Month = 2, Day = 29 } }, Call));
    }

    [Fact]
    public async Task A_filter_by_a_participant_that_is_not_there_names_it()
    {
        await using var bench = await ApiBench.OpenAsync();

        var fault = await Assert.ThrowsAsync<LedgerFault>(() => new ListInvoicesCall(bench.Index.Reader)
            .AnswerAsync(new ListInvoicesRequest { Supplier = "participants/nobody" }, Call));

        Assert.Equal(ErrorReason.ParticipantNotFound, fault.Reason);
        Assert.Equal("participants/nobody", fault.Metadata["participant"]);
    }

    [Fact]
    public async Task An_index_that_is_being_rebuilt_does_not_say_that_something_is_missing()
    {
        await using var bench = await ApiBench.OpenAsync(isIndexed: false);
        var invoice = $"invoices/0x{new string('7', 64)}";

        Func<Task>[] calls =
        [
            () => new ListInvoicesCall(bench.Index.Reader)
                .AnswerAsync(new ListInvoicesRequest { Buyer = "participants/party-2" }, Call),
            () => new GetParticipantCall(bench.Index.Reader)
                .AnswerAsync(new GetParticipantRequest { Name = "participants/party-2" }, Call),
            () => new GetInvoiceCall(bench.Index.Reader).AnswerAsync(new GetInvoiceRequest { Name = invoice }, Call),
        ];

        foreach (var call in calls)
            Assert.Equal(ErrorReason.IndexBehind, (await Assert.ThrowsAsync<LedgerFault>(call)).Reason);
    }

    private static async Task RefusedAsync(string field, Func<Task> call)
    {
        var fault = await Assert.ThrowsAsync<LedgerFault>(call);
        Assert.Equal(ErrorReason.InvalidField, fault.Reason);
        Assert.Equal([field], fault.Violations.Select(one => one.Field));
    }
}
