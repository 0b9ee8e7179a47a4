using SupplyChainLedger.Service.Api.Actions;
using SupplyChainLedger.Service.Faults;
using SupplyChainLedger.V1;
using Action = SupplyChainLedger.V1.Action;
using Date = Google.Type.Date;

namespace SupplyChainLedger.Service.Tests.Api;

public sealed class ActionReaderTests
{
    private static readonly string Hash = $"0x{new string('a', 64)}";

    /// <summary>One change each to a submission that is in order, and the field that is then at fault.</summary>
    public static TheoryData<string, string> Faults => new()
    {
        { """{"supplier":0}""", "supplier" },
        { """{"buyer":0}""", "buyer" },
        { """{"buyer":1}""", "buyer" },
        { """{"number":""}""", "number" },
        { """{"number":" "}""", "number" },
        { """{"number":" INV-1"}""", "number" },
        { """{"number":"INV-1 "}""", "number" },
        { """{"number":"INV  1"}""", "number" },
        { """{"number":"INV\t1"}""", "number" },
        { """{"number":"INV\u00001"}""", "number" },
        { """{"number":"INV\u200b1"}""", "number" },
        { """{"number":"12345678901234567890123456789012345678901234567890123456789012345"}""", "number" },
        { """{"number":"äääääääääääääääääääääääääääääääää"}""", "number" },
        { """{"typeCode":0}""", "type_code" },
        { """{"typeCode":381}""", "type_code" },
        { """{"typeCode":396}""", "type_code" },
        { """{"typeCode":65536}""", "type_code" },
        { """{"typeCode":65917}""", "type_code" },
        { """{"issueDate":null}""", "issue_date" },
        { """{"issueDate":{"year":1970,"month":1,"day":1}}""", "issue_date" },
        { """{"issueDate":{"year":1969,"month":12,"day":31}}""", "issue_date" },
        { """{"issueDate":{"year":2027,"month":2,"day":29}}""", "issue_date" },
        { """{"issueDate":{"year":2027,"month":13,"day":1}}""", "issue_date" },
        { """{"issueDate":{"year":2027,"month":1,"day":0}}""", "issue_date" },
        { """{"dueDate":null}""", "due_date" },
        { """{"dueDate":{"year":2027,"month":1,"day":9}}""", "due_date" },
        { """{"dueDate":{"year":1970,"month":1,"day":1}}""", "due_date" },
        { """{"dueDate":{"year":10000,"month":1,"day":1}}""", "due_date" },
        { """{"dueDate":{"year":2027,"month":4}}""", "due_date" },
        { """{"amount":{"currencyCode":"EUR"}}""", "amount.minor_units" },
        { """{"amount":{"currencyCode":"EUR","minorUnits":"-1"}}""", "amount.minor_units" },
        { """{"amount":{"minorUnits":"1"}}""", "amount.currency_code" },
        { """{"amount":{"currencyCode":"eur","minorUnits":"1"}}""", "amount.currency_code" },
        { """{"amount":{"currencyCode":"ZZZ","minorUnits":"1"}}""", "amount.currency_code" },
        { """{"amount":{"currencyCode":"EURO","minorUnits":"1"}}""", "amount.currency_code" },
        { """{"documentHash":""}""", "document_hash" },
        { """{"documentHash":"0xaa"}""", "document_hash" },
        { """{"nonce":""}""", "nonce" },
        { """{"nonce":"7"}""", "nonce" },
        { """{"deadline":"0"}""", "deadline" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_field_outside_of_its_limits_is_named_once(string change, string field)
    {
        var submission = Changed(change);

        Assert.Equal([$"action.{field}"], RefusedFields(() => ActionReader.Read(submission, InvoiceActions.Read)));
    }

    [Theory]
    [InlineData("""{"supplier":4294967295}""")]
    [InlineData("""{"buyer":4294967295}""")]
    [InlineData("""{"number":"1"}""")]
    [InlineData("""{"number":"1234567890123456789012345678901234567890123456789012345678901234"}""")]
    [InlineData("""{"number":"ääääääääääääääääääääääääääääääää"}""")]
    [InlineData("""{"typeCode":1}""")]
    [InlineData("""{"typeCode":65535}""")]
    [InlineData("""{"issueDate":{"year":1970,"month":1,"day":2}}""")]
    [InlineData("""{"issueDate":{"year":2024,"month":2,"day":29}}""")]
    [InlineData("""{"dueDate":{"year":2027,"month":1,"day":10}}""")]
    [InlineData("""{"dueDate":{"year":9999,"month":12,"day":31}}""")]
    [InlineData("""{"amount":{"currencyCode":"JPY","minorUnits":"1"}}""")]
    [InlineData("""{"amount":{"currencyCode":"KWD","minorUnits":"9223372036854775807"}}""")]
    [InlineData("""{"deadline":"18446744073709551615"}""")]
    public void A_field_at_its_limit_is_read_as_it_was_written(string change)
    {
        var submission = Changed(change);

        Assert.Equal(submission, ActionWriter.Write(ActionReader.Read(submission, InvoiceActions.Read)).SubmitInvoice);
    }

    [Fact]
    public void A_submission_without_anything_names_all_of_its_fields()
    {
        var empty = new SubmitInvoice { Amount = new Money() };

        var refused = RefusedFields(() => ActionReader.Read(empty, InvoiceActions.Read));

        Assert.Equal(
            [
                "action.supplier", "action.buyer", "action.number", "action.type_code", "action.issue_date",
                "action.due_date", "action.amount.currency_code", "action.amount.minor_units", "action.document_hash",
                "action.nonce", "action.deadline",
            ],
            refused);
    }

    [Fact]
    public void A_confirmation_is_read_as_it_was_written_and_without_anything_names_its_fields()
    {
        var confirmation = new ConfirmInvoice
        {
            Buyer = 2,
            Invoice = Hash,
            MinorUnits = long.MaxValue,
            Nonce = Hash,
            Deadline = 1,
        };

        Assert.Equal(
            confirmation, ActionWriter.Write(ActionReader.Read(confirmation, InvoiceActions.Read)).ConfirmInvoice);
        Assert.Equal(
            ["action.buyer", "action.invoice", "action.minor_units", "action.nonce", "action.deadline"],
            RefusedFields(() => ActionReader.Read(new ConfirmInvoice(), InvoiceActions.Read)));
    }

    [Fact]
    public void A_withdrawal_is_read_as_it_was_written_and_without_anything_names_its_fields()
    {
        var withdrawal = new WithdrawInvoice { Supplier = 1, Invoice = Hash, Nonce = Hash, Deadline = 1 };

        Assert.Equal(
            withdrawal, ActionWriter.Write(ActionReader.Read(withdrawal, InvoiceActions.Read)).WithdrawInvoice);
        Assert.Equal(
            ["action.supplier", "action.invoice", "action.nonce", "action.deadline"],
            RefusedFields(() => ActionReader.Read(new WithdrawInvoice(), InvoiceActions.Read)));
    }

    [Fact]
    public void A_rejection_without_anything_names_its_fields() => Assert.Equal(
        ["action.buyer", "action.invoice", "action.reason", "action.nonce", "action.deadline"],
        RefusedFields(() => ActionReader.Read(new RejectInvoice(), InvoiceActions.Read)));

    [Theory]
    [InlineData("x", 1, true)]
    [InlineData("x", 200, true)]
    [InlineData("ä", 100, true)]
    [InlineData("x", 201, false)]
    [InlineData("ä", 101, false)]
    [InlineData("\n", 1, false)]
    public void A_reason_has_1_to_200_bytes_and_no_control_characters(string letter, int times, bool isGood)
    {
        var rejection = new RejectInvoice
        {
            Buyer = 2,
            Invoice = Hash,
            Reason = string.Concat(Enumerable.Repeat(letter, times)),
            Nonce = Hash,
            Deadline = 1,
        };

        var read = () => ActionReader.Read(rejection, InvoiceActions.Read);
        if (isGood) Assert.Equal(rejection, ActionWriter.Write(read()).RejectInvoice);
        else Assert.Equal(["action.reason"], RefusedFields(read));
    }

    [Fact]
    public void Each_kind_of_action_is_read_and_names_its_fields_under_its_kind()
    {
        var submission = new Action { SubmitInvoice = Changed("{}") };

        Assert.Equal(submission, ActionWriter.Write(ActionReader.Read(submission)));
        Assert.Equal("action.submit_invoice.amount", FirstRefused(new Action { SubmitInvoice = new() }));
        Assert.Equal("action.confirm_invoice.buyer", FirstRefused(new Action { ConfirmInvoice = new() }));
        Assert.Equal("action.reject_invoice.buyer", FirstRefused(new Action { RejectInvoice = new() }));
        Assert.Equal("action.withdraw_invoice.supplier", FirstRefused(new Action { WithdrawInvoice = new() }));
    }

    [Fact]
    public void An_action_that_is_missing_or_of_no_kind_is_refused()
    {
        Assert.Equal("action", FirstRefused(null));
        Assert.Equal("action.kind", FirstRefused(new Action()));
        Assert.Equal(["action"], RefusedFields(() => ActionReader.Read((SubmitInvoice?)null, InvoiceActions.Read)));
    }

    [Fact]
    public void What_was_found_is_told_but_not_all_of_what_is_long()
    {
        var fault = Assert.Throws<LedgerFault>(
            () => ActionReader.Read(
                new WithdrawInvoice
                {
                    Supplier = 1,
                    Invoice = new string('f', 100_000),
                    Nonce = "seven",
                    Deadline = 1,
                },
                InvoiceActions.Read));

        Assert.Contains("'seven'", fault.Violations[1].Description, StringComparison.Ordinal);
        Assert.InRange(fault.Message.Length, 1, 300);
    }

    private static SubmitInvoice Changed(string change)
    {
        var submission = System.Text.Json.Nodes.JsonNode.Parse($$"""
            {
              "supplier": 1, "buyer": 2, "number": "INV-1", "typeCode": 380,
              "issueDate": { "year": 2027, "month": 1, "day": 10 },
              "dueDate": { "year": 2027, "month": 4, "day": 10 },
              "amount": { "currencyCode": "EUR", "minorUnits": "12345" },
              "documentHash": "{{Hash}}", "nonce": "{{Hash}}", "deadline": "1800000000"
            }
            """)!.AsObject();
        foreach (var (name, value) in System.Text.Json.Nodes.JsonNode.Parse(change)!.AsObject())
            submission[name] = value?.DeepClone();
        return SubmitInvoice.Parser.ParseJson(submission.ToJsonString());
    }

    private static string FirstRefused(Action? action) => RefusedFields(() => ActionReader.Read(action))[0];

    private static List<string> RefusedFields(Func<object> read)
    {
        var fault = Assert.Throws<LedgerFault>(() => read());
        Assert.Equal(ErrorReason.InvalidField, fault.Reason);
        return [.. fault.Violations.Select(one => one.Field)];
    }
}
