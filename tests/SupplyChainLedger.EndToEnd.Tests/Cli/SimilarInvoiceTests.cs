using System.Text.Json;
using SupplyChainLedger.EndToEnd.Tests.Running;

namespace SupplyChainLedger.EndToEnd.Tests.Cli;

/// <summary>An invoice that comes again under another number, and who is told of it.</summary>
public sealed class SimilarInvoiceTests(SharedService shared) : IDisposable
{
    // No other test lets this supplier claim anything of this amount.
    private static readonly string[] Parties = ["--as", "tier3-ore", "--buyer", "core-motors"];

    private readonly SclCommand _scl = new(shared.Service);
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task A_reissued_invoice_is_found_before_it_is_submitted_and_warned_of_until_it_is_financed()
    {
        var number = $"ORE-{Environment.ProcessId}";
        var first = await _scl.JsonAsync(["invoice", "submit", Write(number, "48213.77"), .. Parties]);
        var original = first.At("invoice", "name");
        Assert.False(first.TryGetProperty("warnings", out var early) && Reasons(early).Contains("SIMILAR_INVOICE"));
        var reissued = Write($"{number}-R1", "48213.77");

        var asked = await _scl.JsonAsync(
            "invoice", "similar", reissued, "--supplier", "tier3-ore", "--buyer", "core-motors");
        var submitted = await _scl.RunAsync(["invoice", "submit", reissued, .. Parties]);
        var listed = await _scl.RunAsync("invoice", "similar", original);

        var found = asked.GetProperty("similarInvoices").EnumerateArray().Single();
        Assert.Equal(original, found.At("invoice", "name"));
        Assert.Equal("SIMILARITY_GRADE_LIKELY", found.At("grade"));
        Assert.True(submitted.ExitCode == 0, submitted.Everything);
        Assert.Contains("SIMILAR_INVOICE", submitted.Errors, StringComparison.Ordinal);
        Assert.Contains(original, submitted.Errors, StringComparison.Ordinal);
        Assert.True(listed.ExitCode == 0, listed.Everything);
        Assert.Contains($"{number}-R1", listed.Output, StringComparison.Ordinal);

        var copy = await ConfirmedAsync($"{number}-R1");
        var requested = await _scl.RunAsync(
            "financing", "request", copy, "--as", "tier3-ore", "--lowest", "47000.00", "--open-until", "1d");
        Assert.True(requested.ExitCode == 0, requested.Everything);
        Assert.Contains("SIMILAR_INVOICE", requested.Errors, StringComparison.Ordinal);
        Assert.Contains(original, requested.Errors, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static IEnumerable<string?> Reasons(JsonElement warnings) =>
        warnings.EnumerateArray().Select(warning => warning.GetProperty("reason").GetString());

    private string Write(string number, string amount) =>
        new SampleInvoice(number) { Amount = amount }.WriteTo(_folder.Path);

    /// <summary>Lets the buyer confirm an invoice, and returns the supplier's holding of it.</summary>
    private async Task<string> ConfirmedAsync(string number)
    {
        var open = await _scl.JsonAsync("invoice", "list", "--supplier", "tier3-ore", "--state", "submitted");
        var invoice = open.GetProperty("invoices").EnumerateArray().Single(one => one.At("number") == number);
        await _scl.JsonAsync("invoice", "confirm", invoice.At("name"), "--as", "core-motors");
        return invoice.At("name").Replace("invoices/", "holdings/", StringComparison.Ordinal);
    }
}
