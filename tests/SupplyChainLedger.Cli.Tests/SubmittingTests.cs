using System.Security.Cryptography;
using System.Text.Json;
using System.Xml.Linq;
using SupplyChainLedger.Contracts.Identifiers;

namespace SupplyChainLedger.Cli.Tests;

public sealed class SubmittingTests(KeyFiles keys)
{
    private static readonly string[] Parties = ["--as", "tier1-brakes", "--buyer", "core-motors"];

    [Fact]
    public async Task A_document_is_shown_signed_and_recorded()
    {
        await using var stage = await CliStage.OpenAsync(keys);

        var file = stage.Write(new SampleInvoice("R-1") { Amount = "1.234", CurrencyCode = "KWD" });
        var run = await stage.RunAsync(["invoice", "submit", file, .. Parties]);

        run.Ends(ExitCode.Done);
        Assert.Contains("Signing SubmitInvoice as tier1-brakes", run.Error, StringComparison.Ordinal);
        Assert.Contains("1.234 KWD", run.Error, StringComparison.Ordinal);
        Assert.Contains("warning: ", run.Error, StringComparison.Ordinal);
        Assert.Contains("invoices/0x", run.Output, StringComparison.Ordinal);
        Assert.Equal(1234, Assert.Single(stage.Ledger.Invoices).Amount.MinorUnits);
    }

    [Fact]
    public async Task A_bad_file_in_the_middle_stops_none_of_the_others()
    {
        await using var stage = await CliStage.OpenAsync(keys);
        var bad = stage.Write(new SampleInvoice("R-2") { Amount = "-5.00" });

        var first = stage.Write(new SampleInvoice("R-1"));
        var last = stage.Write(new SampleInvoice("R-3"));
        var run = await stage.RunAsync(["invoice", "submit", first, bad, last, .. Parties]);

        run.Ends(ExitCode.Refused);
        Assert.Equal(["R-3", "R-1"], stage.Ledger.Invoices.Select(invoice => invoice.Number));
        Assert.Contains("2 recorded, 1 refused.", run.Error, StringComparison.Ordinal);
        Assert.Contains($"{bad}:", run.Error, StringComparison.Ordinal);
        Assert.Contains("UBL_AMOUNT_NOT_POSITIVE", run.Error, StringComparison.Ordinal);
        Assert.Contains("BT-115", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_json_many_files_are_one_object_with_one_answer_each_in_their_order()
    {
        await using var stage = await CliStage.OpenAsync(keys);
        SampleInvoice[] invoices = [new("R-1"), new("R-2") { DueDate = null }, new("R-3")];
        string[] files = [.. invoices.Select(stage.Write)];

        var run = await stage.RunAsync(["invoice", "submit", .. files, .. Parties, "--json"]);

        var results = run.Ends(ExitCode.Refused).Json.GetProperty("results").EnumerateArray().ToList();
        Assert.Equal(files, results.Select(result => result.At("requestId")));
        Assert.Equal("UBL_DUE_DATE_MISSING", results[1].At("error", "details", "0", "reason"));
        Assert.Equal("R-3", results[2].At("submitted", "invoice", "number"));
    }

    [Fact]
    public async Task A_document_without_a_due_date_says_where_it_would_be_and_asks_for_one()
    {
        await using var stage = await CliStage.OpenAsync(keys);
        var file = stage.Write(new SampleInvoice("R-1") { DueDate = null });

        var refused = await stage.RunAsync(["invoice", "submit", file, .. Parties]);
        var given = await stage.RunAsync(["invoice", "submit", file, .. Parties, "--due-date", "2027-03-31"]);

        Assert.Contains("BT-9", refused.Ends(ExitCode.Refused).Error, StringComparison.Ordinal);
        Assert.Contains("/Invoice/cbc:DueDate", refused.Error, StringComparison.Ordinal);
        Assert.Contains("--due-date", refused.Error, StringComparison.Ordinal);
        given.Ends(ExitCode.Done);
    }

    [Fact]
    public async Task An_invoice_that_is_recorded_already_names_the_field_the_place_and_the_record()
    {
        await using var stage = await CliStage.OpenAsync(keys);
        var name = await stage.SubmitAsync("R-1");

        var file = stage.Write(new SampleInvoice("R-1") { Amount = "999.00" });
        var run = await stage.RunAsync(["invoice", "submit", file, .. Parties]);
        var json = await stage.RunAsync(["invoice", "submit", file, .. Parties, "--json"]);

        run.Ends(ExitCode.Refused);
        Assert.Contains("BT-1 invoice number", run.Error, StringComparison.Ordinal);
        Assert.Contains("/Invoice/cbc:ID", run.Error, StringComparison.Ordinal);
        Assert.Contains(name, run.Error, StringComparison.Ordinal);
        Assert.Contains("336.90 EUR", run.Error, StringComparison.Ordinal);
        Assert.Contains("INVOICE_ALREADY_EXISTS", run.Error, StringComparison.Ordinal);
        Assert.Equal("INVOICE_ALREADY_EXISTS", json.Ends(ExitCode.Refused).Json.At("details", "0", "reason"));
    }

    [Fact]
    public async Task A_seller_that_contradicts_the_registered_identifiers_is_refused()
    {
        await using var stage = await CliStage.OpenAsync(keys);
        stage.Ledger.Register = participant => participant.VatHash = $"{IdentifierHash.OfVat("DE111111111")}";
        var vat = "<cac:PartyTaxScheme><cbc:CompanyID>DE999999999</cbc:CompanyID>"
            + "<cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>";

        var file = stage.Write(new SampleInvoice("R-1") { SellerDetails = vat });
        var run = await stage.RunAsync(["invoice", "submit", file, .. Parties]);

        Assert.Contains("UBL_PARTY_CONTRADICTS", run.Ends(ExitCode.Refused).Error, StringComparison.Ordinal);
        Assert.Contains("DE999999999", run.Error, StringComparison.Ordinal);
        Assert.Empty(stage.Ledger.Invoices);
    }

    [Fact]
    public async Task A_service_that_goes_away_in_the_middle_leaves_the_rest_to_be_submitted_again()
    {
        await using var stage = await CliStage.OpenAsync(keys);
        stage.Ledger.Faults.NeverAnswers = true;

        var first = stage.Write(new SampleInvoice("R-1"));
        var second = stage.Write(new SampleInvoice("R-2"));
        var run = await stage.RunAsync(["invoice", "submit", first, second, .. Parties, "--timeout", "1"]);

        run.Ends(ExitCode.OutOfReach);
        Assert.Contains("2 without an answer", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_twelve_public_invoices_end_as_records_equal_to_the_files_or_as_errors_that_name_the_field()
    {
        await using var stage = await CliStage.OpenAsync(keys);
        Assert.SkipUnless(PublicInvoices.AreExpected, "The public invoices are not beside the repository.");
        var files = PublicInvoices.Files;

        var run = await stage.RunAsync(
            ["invoice", "submit", .. files, .. Parties, "--due-date", "2027-03-31", "--json"]);

        var results = run.Ends(ExitCode.Refused).Json.GetProperty("results").EnumerateArray().ToList();
        Assert.Equal(12, results.Count);
        foreach (var (file, result) in files.Zip(results))
        {
            if (result.TryGetProperty("submitted", out var submitted))
                AssertEqual(file, submitted.GetProperty("invoice"));
        }

        var reasons = results.Where(result => result.TryGetProperty("error", out _))
            .Select(result => result.At("error", "details", "0", "reason"));
        Assert.Equal(["INVOICE_ALREADY_EXISTS", "UBL_AMOUNT_NOT_POSITIVE"], reasons.Order());
        string[] places = ["BT-1 ", "/Invoice/cbc:ID", "BT-115 ", "/Invoice/cac:LegalMonetaryTotal/cbc:PayableAmount"];
        Assert.All(places, place => Assert.Contains(place, run.Error, StringComparison.Ordinal));
    }

    /// <summary>Compares a record with the file, read in another way than the program reads it.</summary>
    private static void AssertEqual(string file, JsonElement record)
    {
        var root = XDocument.Load(file).Root!;
        string Child(string name) => root.Elements().Single(element => element.Name.LocalName == name).Value.Trim();
        var payable = root.Descendants().Single(element => element.Name.LocalName == "PayableAmount");
        var cents = (long)(decimal.Parse(payable.Value, null) * 100);
        var issued = record.GetProperty("issueDate");

        Assert.Equal(Child("ID"), record.At("number"));
        Assert.Equal($"{cents}", record.At("amount", "minorUnits"));
        Assert.Equal(Child("DocumentCurrencyCode"), record.At("amount", "currencyCode"));
        Assert.Equal(
            Child("IssueDate"),
            $"{issued.GetProperty("year").GetInt32():D4}-{issued.GetProperty("month").GetInt32():D2}-"
                + $"{issued.GetProperty("day").GetInt32():D2}");
        Assert.Equal(
            $"0x{Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)))}",
            record.At("documentHash"));
    }
}
