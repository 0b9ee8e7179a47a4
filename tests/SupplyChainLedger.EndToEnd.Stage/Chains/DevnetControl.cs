using System.Globalization;
using System.Net.Http.Json;
using System.Numerics;
using System.Text.Json;
using SupplyChainLedger.Ethereum;

namespace SupplyChainLedger.EndToEnd.Stage.Chains;

/// <summary>Makes a development chain misbehave, through anvil's own calls.</summary>
public sealed class DevnetControl(Uri endpoint) : IDisposable
{
    private const int LooksAtRest = 15;

    private readonly HttpClient _http = new() { BaseAddress = endpoint };

    /// <summary>Stops a log line for each request.</summary>
    public Task SilenceAsync(CancellationToken cancellation) =>
        CallAsync("anvil_setLoggingEnabled", cancellation, false);

    /// <summary>Transactions wait from now on.</summary>
    public Task StopMiningAsync(CancellationToken cancellation) =>
        CallAsync("evm_setAutomine", cancellation, false);

    /// <summary>Transactions are mined at once again.</summary>
    public Task StartMiningAsync(CancellationToken cancellation) =>
        CallAsync("evm_setAutomine", cancellation, true);

    /// <summary>Adds blocks, empty ones where nothing waits.</summary>
    public Task MineAsync(int blocks, CancellationToken cancellation) =>
        CallAsync("anvil_mine", cancellation, $"0x{blocks:x}");

    /// <summary>
    /// Replaces the newest blocks by as many empty ones. What anvil 1.7.1 mines meanwhile would be put where blocks
    /// have just been taken away and leave others missing below it, so it first comes to rest.
    /// </summary>
    public async Task ReorganiseAsync(int depth, CancellationToken cancellation)
    {
        var isMining = (await CallAsync("anvil_getAutomine", cancellation)).GetBoolean();
        if (isMining) await StopMiningAsync(cancellation);
        try
        {
            var newest = await RestAsync(cancellation);
            var ahead = await AdvanceClockAsync(0, cancellation);
            await CallAsync("anvil_reorg", cancellation, depth, Array.Empty<object>());
            await RequireWholeAsync(newest, depth, cancellation);

            // It sets the chain's clock back to the newest block that stays. After many, the chain would seem to stand
            // still.
            await AdvanceClockAsync(ahead - await AdvanceClockAsync(0, cancellation), cancellation);
        }
        finally
        {
            if (isMining) await StartMiningAsync(cancellation);
        }
    }

    /// <summary>Sets the chain's clock forward, and mines a block that shows it.</summary>
    public async Task PassAsync(TimeSpan time, CancellationToken cancellation)
    {
        await AdvanceClockAsync((long)time.TotalSeconds + 1, cancellation);
        await MineAsync(1, cancellation);
    }

    /// <summary>Takes a transaction that waits out of the node's memory.</summary>
    public Task DropAsync(Hash32 transaction, CancellationToken cancellation) =>
        CallAsync("anvil_dropTransaction", cancellation, transaction.ToString());

    /// <summary>Takes everything that waits out of the node's memory.</summary>
    public Task DropAllAsync(CancellationToken cancellation) => CallAsync("anvil_dropAllTransactions", cancellation);

    /// <summary>Whether a transaction waits in the node's memory for a block.</summary>
    public async Task<bool> HasWaitingAsync(CancellationToken cancellation) =>
        (await CallAsync("txpool_status", cancellation)).GetProperty("pending").GetString() != "0x0";

    /// <summary>Gives an account exactly so many wei.</summary>
    public Task SetBalanceAsync(Address account, BigInteger wei, CancellationToken cancellation) => CallAsync(
        "anvil_setBalance",
        cancellation,
        account.ToString(),
        "0x" + wei.ToString("x", CultureInfo.InvariantCulture).TrimStart('0').PadLeft(1, '0'));

    /// <summary>Sets the base fee of the next block, in wei.</summary>
    public Task SetNextBaseFeeAsync(BigInteger wei, CancellationToken cancellation) => CallAsync(
        "anvil_setNextBlockBaseFeePerGas",
        cancellation,
        "0x" + wei.ToString("x", CultureInfo.InvariantCulture).TrimStart('0').PadLeft(1, '0'));

    /// <summary>Lets anybody's transactions be sent from an account without its key.</summary>
    public async Task<Hash32> SendAsAsync(Address account, Address to, CancellationToken cancellation)
    {
        await CallAsync("anvil_impersonateAccount", cancellation, account.ToString());
        var transaction = new { from = account.ToString(), to = to.ToString(), value = "0x0", gas = "0x5208" };
        var hash = await CallAsync("eth_sendTransaction", cancellation, transaction);
        await CallAsync("anvil_stopImpersonatingAccount", cancellation, account.ToString());
        return Hash32.Parse(hash.GetString()!);
    }

    /// <summary>Closes the connection.</summary>
    public void Dispose() => _http.Dispose();

    /// <summary>Sets the chain's clock forward.</summary>
    /// <returns>By how many seconds it is ahead of the machine's then.</returns>
    private async Task<long> AdvanceClockAsync(long seconds, CancellationToken cancellation) =>
        (await CallAsync("evm_increaseTime", cancellation, seconds)).GetInt64();

    /// <summary>Waits until what has been taken up before the mining stopped is in blocks.</summary>
    /// <returns>Number of the newest one.</returns>
    private async Task<string> RestAsync(CancellationToken cancellation)
    {
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        var (head, standing) = ("", 0);
        while (standing < LooksAtRest)
        {
            await look.WaitForNextTickAsync(cancellation);
            var seen = (await CallAsync("eth_blockNumber", cancellation)).GetString()!;
            standing = seen == head ? standing + 1 : 0;
            head = seen;
        }

        return head;
    }

    /// <summary>Makes sure that what the node has is a chain: otherwise the test would blame who reads it.</summary>
    private async Task RequireWholeAsync(string newest, int depth, CancellationToken cancellation)
    {
        var child = await CallAsync("eth_getBlockByNumber", cancellation, "latest", false);
        var after = child.GetProperty("number").GetString();
        if (after != newest)
            throw new InvalidOperationException(
                $"anvil's newest block was {newest} before a reorganisation of depth {depth} and is {after} after it.");
        for (var left = depth; left > 0; left--)
        {
            var number = NumberOf(child) - 1;
            var block = await CallAsync("eth_getBlockByNumber", cancellation, $"0x{number:x}", false);
            if (block.ValueKind == JsonValueKind.Null || HashOf(block) != child.GetProperty("parentHash").GetString())
                throw new InvalidOperationException(
                    $"anvil has lost block {number} of its own chain in a reorganisation of depth {depth}.");
            child = block;
        }

        static long NumberOf(JsonElement block) => Convert.ToInt64(block.GetProperty("number").GetString(), 16);

        static string? HashOf(JsonElement block) => block.GetProperty("hash").GetString();
    }

    private async Task<JsonElement> CallAsync(string method, CancellationToken cancellation, params object[] parameters)
    {
        var call = new { jsonrpc = "2.0", id = 1, method, @params = parameters };
        using var response = await _http.PostAsJsonAsync("", call, cancellation);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>(cancellation);
        return answer.TryGetProperty("error", out var error)
            ? throw new InvalidOperationException($"{method}: {error}")
            : answer.GetProperty("result");
    }
}
