using System.Security.Cryptography;
using System.Text.Json;
using SupplyChainLedger.EndToEnd.Tests.Running;
using SupplyChainLedger.EndToEnd.Tests.Support;

namespace SupplyChainLedger.EndToEnd.Tests.Cli;

public sealed class SessionTests(SharedService shared) : IDisposable
{
    private static readonly string[] Parties = ["--as", "tier1-brakes", "--buyer", "core-motors"];
    private static int _numbers;

    private readonly SclCommand _scl = new(shared.Service);
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task An_invoice_is_submitted_shown_confirmed_listed_and_streamed()
    {
        var (number, file) = NewInvoice();

        var submitted = await _scl.JsonAsync(["invoice", "submit", file, .. Parties]);
        var name = submitted.At("invoice", "name");
        var confirmed = await _scl.JsonAsync("invoice", "confirm", name, "--as", "core-motors", "--amount", "100.00");
        var shown = await _scl.JsonAsync("invoice", "show", name);
        var intent = await _scl.JsonAsync("intent", "show", submitted.At("intent", "name"));
        var listed = await _scl.RunAsync(
            "invoice", "list", "--state", "confirmed", "--supplier", "tier1-brakes", "--all");
        var events = await _scl.RunAsync("events", "--json");

        Assert.Equal(number, shown.At("invoice", "number"));
        Assert.Equal("10000", shown.At("invoice", "confirmedAmount", "minorUnits"));
        Assert.Equal(DocumentHash(file), shown.At("invoice", "documentHash"));
        Assert.Equal(confirmed.At("intent", "name"), shown.At("invoice", "lastChangeIntent"));
        Assert.Equal("INTENT_STATE_EXECUTED", intent.At("intent", "state"));
        Assert.Contains(name, listed.Output, StringComparison.Ordinal);
        var happened = events.Output.Split('\n').Where(line => line.Contains(name, StringComparison.Ordinal)).ToList();
        Assert.Equal(2, happened.Count);
        Assert.Contains("invoiceSubmitted", happened[0], StringComparison.Ordinal);
        Assert.Contains("invoiceConfirmed", happened[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_invoice_is_rejected_with_its_reason_and_another_withdrawn()
    {
        var (_, rejected) = NewInvoice();
        var (_, withdrawn) = NewInvoice();
        var many = await _scl.JsonAsync(["invoice", "submit", rejected, withdrawn, .. Parties]);
        var names = many.GetProperty("results").EnumerateArray()
            .Select(result => result.At("submitted", "invoice", "name")).ToList();

        var rejection = await _scl.JsonAsync(
            "invoice", "reject", names[0], "--as", "core-motors", "--reason", "Goods were not delivered");
        var withdrawal = await _scl.JsonAsync(
            "invoice", "withdraw", names[1], "--as", "tier1-brakes", "--wait", "final");

        Assert.Equal("Goods were not delivered", rejection.At("invoice", "rejectionReason"));
        Assert.Equal("INVOICE_STATE_WITHDRAWN", withdrawal.At("invoice", "state"));
        Assert.True(withdrawal.GetProperty("intent").GetProperty("final").GetBoolean());
    }

    [Fact]
    public async Task A_second_submission_names_the_field_the_place_and_the_record()
    {
        var (number, file) = NewInvoice();
        var first = await _scl.JsonAsync(["invoice", "submit", file, .. Parties]);

        var second = await _scl.RunAsync(["invoice", "submit", file, .. Parties]);

        Assert.True(second.ExitCode == 1, second.Everything);
        Assert.Empty(second.Output);
        string[] told =
            ["BT-1 invoice number", "/Invoice/cbc:ID", number, first.At("invoice", "name"), "INVOICE_ALREADY_EXISTS"];
        Assert.All(told, part => Assert.Contains(part, second.Errors, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_public_invoices_become_records_over_one_stream_and_bad_ones_stop_none()
    {
        Assert.SkipUnless(PublicInvoices.AreExpected, "The public invoices are not beside the repository.");

        var run = await _scl.RunAsync(
        [
            "invoice", "submit", .. PublicInvoices.Files, "--as", "tier2-steel", "--buyer", "core-motors", "--due-date", "2027-03-31",
            "--json",
        ]);

        Assert.True(run.ExitCode == 1, run.Everything);
        using var document = JsonDocument.Parse(run.Output);
        var results = document.RootElement.GetProperty("results").EnumerateArray().ToList();
        var recorded = results.Where(result => result.TryGetProperty("submitted", out _)).ToList();
        Assert.Equal(10, recorded.Count);
        Assert.All(recorded, result => Assert.Equal(
            DocumentHash(result.At("requestId")), result.At("submitted", "invoice", "documentHash")));
        Assert.Contains("10 recorded, 2 refused.", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_demo_plays_to_its_end_again_and_again()
    {
        var first = await _scl.RunAsync("demo");
        var second = await _scl.JsonAsync("demo");

        Assert.True(first.ExitCode == 0, first.Everything);
        Assert.Contains(". Where it ends", first.Output, StringComparison.Ordinal);
        Assert.Contains("adds up", first.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("DOES NOT ADD UP", first.Output, StringComparison.Ordinal);
        Assert.Equal(
            ["10000000", "1500000"],
            second.GetProperty("receivables").EnumerateArray().Select(one => one.At("confirmedAmount", "minorUnits")));
    }

    [Fact]
    public async Task Following_events_ends_with_Ctrl_C_and_says_how_to_go_on()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "signals");
        using var following = _scl.Start("events", "--follow");
        try
        {
            var line = await following.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
            ProcessSignal.Interrupt(following.Id);
            var told = await following.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            await following.WaitForExitAsync(TestContext.Current.CancellationToken);

            Assert.Contains("rules       version", line, StringComparison.Ordinal);
            Assert.Equal(130, following.ExitCode);
            Assert.Contains("scl events --from ", told, StringComparison.Ordinal);
        }
        finally
        {
            if (!following.HasExited) following.Kill();
        }
    }

    public void Dispose() => _folder.Dispose();

    private static string DocumentHash(string file) =>
        $"0x{Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)))}";

    /// <summary>A document with a number that no other test has.</summary>
    private (string Number, string File) NewInvoice()
    {
        var number = $"SCL-{Environment.ProcessId}-{Interlocked.Increment(ref _numbers)}";
        return (number, new SampleInvoice(number).WriteTo(_folder.Path));
    }
}
