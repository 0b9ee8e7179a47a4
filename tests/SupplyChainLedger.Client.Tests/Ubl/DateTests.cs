using SupplyChainLedger.Client.Ubl;

namespace SupplyChainLedger.Client.Tests.Ubl;

public sealed class DateTests
{
    private static readonly TestInvoice Invoice = new();

    private static readonly TestInvoice WithoutDueDate = new() { DueDate = "" };

    [Theory]
    [Trait("Fault", "35")]
    [InlineData("2026-11-02")]
    [InlineData(" 2026-11-02\n")]
    [InlineData("2026-11-02Z")]
    [InlineData("2026-11-02+14:00")]
    [InlineData("2026-11-02-05:30")]
    public async Task A_date_is_the_day_that_is_written_whatever_the_time_zone(string text)
    {
        var invoice = await (Invoice with { IssueDate = $"<cbc:IssueDate>{text}</cbc:IssueDate>" }).TheInvoiceAsync();

        Assert.Equal(new DateOnly(2026, 11, 2), invoice.IssueDate);
    }

    [Theory]
    [InlineData("2026-02-29", UblReason.DateMalformed)]
    [InlineData("2026-13-01", UblReason.DateMalformed)]
    [InlineData("26-11-02", UblReason.DateMalformed)]
    [InlineData("2026-11-2", UblReason.DateMalformed)]
    [InlineData("20261102", UblReason.DateMalformed)]
    [InlineData("2026-11-02T00:00:00", UblReason.DateMalformed)]
    [InlineData("2026-11-02+1:00", UblReason.DateMalformed)]
    [InlineData("2026-11-02 Z", UblReason.DateMalformed)]
    [InlineData("２０２６-11-02", UblReason.DateMalformed)]
    [InlineData("-2026-11-02", UblReason.DateMalformed)]
    [InlineData("1970-01-01", UblReason.DateOutOfRange)]
    [InlineData("1969-12-31", UblReason.DateOutOfRange)]
    public async Task What_is_no_date_that_can_be_recorded_is_refused(string text, string reason)
    {
        var error = await (Invoice with { IssueDate = $"<cbc:IssueDate>{text}</cbc:IssueDate>" }).TheErrorAsync();

        Assert.Equal((reason, "BT-2", $"'{text}'"), (error.Reason, error.Field!.Term, error.Found));
    }

    [Fact]
    public async Task A_missing_due_date_asks_for_one_in_words_and_for_programs()
    {
        var error = await WithoutDueDate.TheErrorAsync();

        Assert.Equal(
            (UblReason.DueDateMissing, "BT-9", "/Invoice/cbc:DueDate"), (error.Reason, error.Field!.Term, error.XPath));
        Assert.Null(error.Found);
        Assert.Equal(new UblSuggestion("DueDate", "--due-date", "YYYY-MM-DD", Value: null), error.Suggestion);
    }

    [Fact]
    public async Task A_due_date_beside_a_means_of_payment_is_only_proposed()
    {
        var payment = "<cac:PaymentMeans><cbc:PaymentDueDate>2027-01-31</cbc:PaymentDueDate></cac:PaymentMeans>";

        var error = await (WithoutDueDate with { Payment = payment }).TheErrorAsync();

        Assert.Equal(UblReason.DueDateMissing, error.Reason);
        Assert.Equal("2027-01-31", error.Suggestion!.Value);
        Assert.Contains("--due-date 2027-01-31", error.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_dates_beside_means_of_payment_propose_nothing()
    {
        var payment = "<cac:PaymentMeans><cbc:PaymentDueDate>2027-01-31</cbc:PaymentDueDate></cac:PaymentMeans>"
            + "<cac:PaymentTerms><cbc:PaymentDueDate>2027-02-28</cbc:PaymentDueDate></cac:PaymentTerms>";

        var error = await (WithoutDueDate with { Payment = payment }).TheErrorAsync();

        Assert.Null(error.Suggestion!.Value);
    }

    [Fact]
    public async Task Another_date_beside_the_due_date_is_a_warning()
    {
        var payment = "<cac:PaymentMeans><cbc:PaymentDueDate>2026-12-31</cbc:PaymentDueDate></cac:PaymentMeans>";

        var result = await (Invoice with { Payment = payment }).ReadAsync();

        Assert.Equal(new DateOnly(2027, 1, 31), result.Invoice!.DueDate);
        Assert.Equal(UblReason.DueDateDiffers, Assert.Single(result.Warnings).Reason);
    }

    [Fact]
    public async Task The_callers_due_date_stands_in_for_a_missing_one()
    {
        var result = await WithoutDueDate.ReadAsync(Due(2027, 3, 31));

        Assert.Equal(new DateOnly(2027, 3, 31), result.Invoice!.DueDate);
        Assert.Null(result.Invoice.DocumentDueDate);
        Assert.Empty(result.Warnings);
    }

    [Theory]
    [InlineData("2027-01-31")]
    [InlineData("whenever")]
    public async Task The_callers_due_date_wins_over_the_documents_with_a_warning(string stated)
    {
        var invoice = Invoice with { DueDate = $"<cbc:DueDate>{stated}</cbc:DueDate>" };

        var result = await invoice.ReadAsync(Due(2027, 3, 31));

        Assert.Equal(new DateOnly(2027, 3, 31), result.Invoice!.DueDate);
        var warning = Assert.Single(result.Warnings);
        Assert.Equal(UblReason.DueDateReplaced, warning.Reason);
        Assert.Contains($"'{stated}'", warning.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_due_date_on_the_day_of_issue_is_accepted_and_the_day_before_is_not()
    {
        Assert.True((await Invoice.ReadAsync(Due(2026, 11, 2))).IsInvoice);

        var given = await Invoice.TheErrorAsync(Due(2026, 11, 1));
        var stated = await (Invoice with { DueDate = "<cbc:DueDate>2026-11-01</cbc:DueDate>" }).TheErrorAsync();

        Assert.Equal((UblReason.DueDateBeforeIssue, "'2026-11-01'"), (given.Reason, given.Found));
        Assert.Equal((UblReason.DueDateBeforeIssue, "'2026-11-01'"), (stated.Reason, stated.Found));
        Assert.NotNull(stated.Line);
    }

    [Fact]
    public async Task Several_payment_terms_are_shown_in_one_line()
    {
        var payment = "<cac:PaymentTerms><cbc:Note>#SKONTO#TAGE=14#PROZENT=2.00#\n</cbc:Note></cac:PaymentTerms>"
            + "<cac:PaymentTerms><cbc:Note> net 90 </cbc:Note></cac:PaymentTerms>";

        var error = await (WithoutDueDate with { Payment = payment }).TheErrorAsync();

        Assert.Equal("'#SKONTO#TAGE=14#PROZENT=2.00# net 90'", error.Found);
    }

    private static UblReadOptions Due(int year, int month, int day) =>
        new() { DueDate = new DateOnly(year, month, day) };
}
