using System.Net.Http.Json;
using System.Text.Json;

namespace SupplyChainLedger.EndToEnd.Tests.Support;

/// <summary>Makes a development chain misbehave, through anvil's own calls.</summary>
public sealed class DevnetControl(Uri endpoint) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = endpoint };

    /// <summary>Transactions wait from now on.</summary>
    public Task StopMiningAsync() => CallAsync("evm_setAutomine", false);

    /// <summary>Transactions are mined at once again.</summary>
    public Task StartMiningAsync() => CallAsync("evm_setAutomine", true);

    /// <summary>Adds empty blocks.</summary>
    public Task MineAsync(int blocks) => CallAsync("anvil_mine", $"0x{blocks:x}");

    /// <summary>Replaces the newest blocks by as many empty ones.</summary>
    public Task ReorganiseAsync(int depth) => CallAsync("anvil_reorg", depth, Array.Empty<object>());

    /// <summary>Sets the chain's clock forward, and mines a block that shows it.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        await CallAsync("evm_increaseTime", (long)time.TotalSeconds + 1);
        await MineAsync(1);
    }

    public void Dispose() => _http.Dispose();

    private async Task CallAsync(string method, params object[] parameters)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var call = new { jsonrpc = "2.0", id = 1, method, @params = parameters };
        using var response = await _http.PostAsJsonAsync("", call, cancellation);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>(cancellation);
        Assert.False(answer.TryGetProperty("error", out var error), $"{method}: {error}");
    }
}
