using SupplyChainLedger.Client.Ubl;
using SupplyChainLedger.Contracts.Monetary;

namespace SupplyChainLedger.Client.Tests.Ubl;

public sealed class AmountTests
{
    private const string XPath = "/Invoice/cac:LegalMonetaryTotal/cbc:PayableAmount";

    [Theory]
    [InlineData("EUR", "0.01", 1)]
    [InlineData("EUR", "1.000000000000000000", 100)]
    [InlineData("JPY", "100.00", 100)]
    [InlineData("JPY", "9223372036854775807", long.MaxValue)]
    [InlineData("KWD", "1.234", 1234)]
    [InlineData("CLF", "1.2345", 12345)]
    public async Task The_amount_is_read_in_minor_units(string currency, string amount, long minorUnits)
    {
        var invoice = await Of(currency, amount).TheInvoiceAsync();

        Assert.Equal(new Money(minorUnits, Currency.Find(currency)!), invoice.AmountDue);
    }

    [Theory]
    [Trait("Fault", "45")]
    [InlineData("JPY", "100.01", UblReason.AmountDecimals)]
    [InlineData("KWD", "1.2345", UblReason.AmountDecimals)]
    [InlineData("EUR", "1.005", UblReason.AmountDecimals)]
    [InlineData("EUR", "1e3", UblReason.AmountMalformed)]
    [InlineData("EUR", "+1", UblReason.AmountMalformed)]
    [InlineData("EUR", "1,00", UblReason.AmountMalformed)]
    [InlineData("EUR", "1 000", UblReason.AmountMalformed)]
    [InlineData("EUR", "INF", UblReason.AmountMalformed)]
    [InlineData("EUR", "9223372036854775807", UblReason.AmountTooLarge)]
    [InlineData("JPY", "9223372036854775808", UblReason.AmountTooLarge)]
    [InlineData("EUR", "0", UblReason.AmountNotPositive)]
    [InlineData("EUR", "-0.00", UblReason.AmountNotPositive)]
    [InlineData("EUR", "-1", UblReason.AmountNotPositive)]
    public async Task What_is_no_amount_of_the_currency_is_refused_with_what_was_found(
        string currency, string amount, string reason)
    {
        var error = await Of(currency, amount).TheErrorAsync();

        Assert.Equal((reason, "BT-115", XPath), (error.Reason, error.Field!.Term, error.XPath));
        Assert.Equal($"'{amount}'", error.Found);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public async Task An_empty_amount_is_a_missing_one(string amount)
    {
        var error = await Of("EUR", amount).TheErrorAsync();

        Assert.Equal((UblReason.FieldMissing, "BT-115"), (error.Reason, error.Field!.Term));
    }

    [Theory]
    [InlineData("eur")]
    [InlineData("XXX")]
    [InlineData("BTC")]
    public async Task An_unknown_currency_names_its_field(string code)
    {
        var error = await Of(code, "1.00").TheErrorAsync();

        Assert.Equal(
            (UblReason.CurrencyUnknown, "BT-5", $"'{code}'"), (error.Reason, error.Field!.Term, error.Found));
    }

    [Theory]
    [InlineData("""<cbc:PayableAmount currencyID="USD">1.00</cbc:PayableAmount>""", "'USD'")]
    [InlineData("<cbc:PayableAmount>1.00</cbc:PayableAmount>", "''")]
    public async Task An_amount_in_another_currency_than_the_invoices_is_refused(string amount, string found)
    {
        var error = await new TestInvoice { Amount = amount }.TheErrorAsync();

        Assert.Equal(
            (UblReason.CurrencyMismatch, XPath + "/@currencyID", found), (error.Reason, error.XPath, error.Found));
    }

    private static TestInvoice Of(string currency, string amount) => new()
    {
        Currency = $"<cbc:DocumentCurrencyCode>{currency}</cbc:DocumentCurrencyCode>",
        Amount = $"""<cbc:PayableAmount currencyID="{currency}">{amount}</cbc:PayableAmount>""",
    };
}
