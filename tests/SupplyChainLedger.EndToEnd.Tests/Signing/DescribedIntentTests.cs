using System.Net.Http.Json;
using System.Text.Json;
using SupplyChainLedger.EndToEnd.Tests.Running;
using SupplyChainLedger.EndToEnd.Tests.Support;
using SupplyChainLedger.Ethereum;

namespace SupplyChainLedger.EndToEnd.Tests.Signing;

public sealed class DescribedIntentTests(SharedService shared) : IDisposable
{
    private const string Api = "supplychain.ledger.v1";

    private readonly HttpClient _web = new() { BaseAddress = shared.Service.Web };

    [Fact]
    public async Task A_client_of_any_language_describes_signs_and_submits_over_JSON()
    {
        using var supplier = await Party.OpenAsync(shared.Service, "tier1-brakes");
        var draft = Party.NewInvoice();
        var action = new
        {
            submitInvoice = new
            {
                supplier = supplier.Signer.Participant.Value,
                buyer = draft.Buyer.Value,
                number = draft.Number,
                typeCode = 380,
                issueDate = new { year = 2026, month = 10, day = 1 },
                dueDate = new { year = 2026, month = 11, day = 30 },
                amount = new { currencyCode = "EUR", minorUnits = "123456" },
                documentHash = draft.DocumentHash.ToString(),
            },
        };

        var described = await PostAsync("IntentService/DescribeIntent", new { action });
        var digest = Hash32.Parse(described.GetProperty("digest").GetString()!);
        var submitted = await PostAsync("InvoiceService/SubmitInvoice", new
        {
            action = described.GetProperty("action").GetProperty("submitInvoice"),
            signature = Hex.Encode(supplier.Key.Sign(digest).ToBytes()),
            waitFor = "WAIT_FOR_INCLUDED",
        });

        Assert.Equal($"intents/{digest}", submitted.GetProperty("intent").GetProperty("name").GetString());
        Assert.Equal("123456", submitted.GetProperty("invoice").GetProperty("amount").GetProperty("minorUnits").GetString());
        using var typedData = JsonDocument.Parse(described.GetProperty("typedDataJson").GetString()!);
        Assert.Equal("SubmitInvoice", typedData.RootElement.GetProperty("primaryType").GetString());
    }

    [Fact]
    public async Task A_refusal_over_JSON_has_its_HTTP_status_and_names_reason_and_field()
    {
        using var response = await _web.PostAsJsonAsync(
            $"{Api}.InvoiceService/GetInvoice", new { name = "invoices/0x12" }, TestContext.Current.CancellationToken);
        var status = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);

        Assert.Equal(System.Net.HttpStatusCode.BadRequest, response.StatusCode);
        var details = status.GetProperty("details").EnumerateArray().ToArray();
        Assert.Equal("INVALID_FIELD", details[0].GetProperty("reason").GetString());
        Assert.Equal("name", details[1].GetProperty("fieldViolations")[0].GetProperty("field").GetString());
    }

    public void Dispose() => _web.Dispose();

    private async Task<JsonElement> PostAsync(string method, object body)
    {
        using var response =
            await _web.PostAsJsonAsync($"{Api}.{method}", body, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, text);
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }
}
