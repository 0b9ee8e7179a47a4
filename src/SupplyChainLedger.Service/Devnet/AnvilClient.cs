using System.Globalization;
using System.Numerics;
using System.Text.Json.Nodes;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.JsonRpc;

namespace SupplyChainLedger.Service.Devnet;

/// <summary>What only anvil understands, beside the JSON-RPC of every node.</summary>
internal sealed class AnvilClient : IDisposable
{
    private readonly JsonRpcClient _rpc;
    private readonly JsonRpcClient _dumping;
    private bool _paused;

    /// <summary>Talks to the anvil at an address.</summary>
    public AnvilClient(Uri endpoint)
    {
        var options = new JsonRpcOptions { Endpoint = endpoint, Timeout = TimeSpan.FromMinutes(1) };
        _rpc = new JsonRpcClient(options);

        // Of a long chain anvil says nothing before all of it is packed: 40 s with 280,000 invoices.
        _dumping = new JsonRpcClient(options with { Timeout = TimeSpan.FromMinutes(30) });
        Chain = new ChainClient(_rpc);
    }

    /// <summary>The calls of every node.</summary>
    public IChainClient Chain { get; }

    /// <summary>Stops a log line for each request.</summary>
    public Task SilenceAsync(CancellationToken cancellation) =>
        CallAsync("anvil_setLoggingEnabled", cancellation, false);

    /// <summary>Gives an account wei; shows in the state of the next block.</summary>
    public Task SetBalanceAsync(Address account, BigInteger wei, CancellationToken cancellation) =>
        CallAsync(
            "anvil_setBalance",
            cancellation,
            account.ToString(),
            "0x" + wei.ToString("x", CultureInfo.InvariantCulture).TrimStart('0').PadLeft(1, '0'));

    /// <summary>Creates a contract from an account that has no key.</summary>
    public async Task<Hash32> CreateContractAsync(
        Address creator, ReadOnlyMemory<byte> code, ulong gasLimit, CancellationToken cancellation)
    {
        await CallAsync("anvil_impersonateAccount", cancellation, creator.ToString());
        var transaction = new JsonObject
        {
            ["from"] = creator.ToString(),
            ["data"] = Hex.Encode(code.Span),
            ["gas"] = "0x" + gasLimit.ToString("x", CultureInfo.InvariantCulture),
        };
        var hash = await _rpc.CallAsync(
            new JsonRpcRequest("eth_sendTransaction", transaction),
            static result => Hash32.Parse(result.GetString()!),
            cancellation);
        await CallAsync("anvil_stopImpersonatingAccount", cancellation, creator.ToString());
        return hash;
    }

    /// <summary>Writes blocks, transactions, logs and the newest state, as gzip of JSON.</summary>
    /// <remarks>
    /// No block is made meanwhile: the state changes before the block is there, and a dump in between would hold the
    /// effects of transactions that no block has. Where somebody else has stopped the mining, it stays so.
    /// </remarks>
    public async Task DumpStateAsync(Stream destination, CancellationToken cancellation)
    {
        // A dump that broke off may have left the pause behind; the next one ends it.
        _paused |= await IsMiningAsync(cancellation);
        if (!_paused)
        {
            await DumpAsync(destination, cancellation);
            return;
        }

        await SetMiningAsync(false, cancellation);
        try
        {
            // What a block that is just being made takes leaves the pool when it is done; making one waits for it.
            if (await HasPendingAsync(cancellation)) await CallAsync("evm_mine", cancellation);
            await DumpAsync(destination, cancellation);
        }
        finally
        {
            await SetMiningAsync(true, cancellation);
            _paused = false;
        }
    }

    /// <summary>Closes the connections.</summary>
    public void Dispose()
    {
        _rpc.Dispose();
        _dumping.Dispose();
    }

    private Task DumpAsync(Stream destination, CancellationToken cancellation) =>
        _dumping.CopyBytesAsync(new JsonRpcRequest("anvil_dumpState", false), destination, cancellation);

    private Task<bool> SetMiningAsync(bool mining, CancellationToken cancellation) => _dumping.CallAsync(
        new JsonRpcRequest("evm_setAutomine", mining), static _ => true, cancellation);

    private Task<bool> IsMiningAsync(CancellationToken cancellation) => _rpc.CallAsync(
        new JsonRpcRequest("anvil_getAutomine"), static result => result.GetBoolean(), cancellation);

    private Task<bool> HasPendingAsync(CancellationToken cancellation) => _rpc.CallAsync(
        new JsonRpcRequest("txpool_status"),
        static result => result.GetProperty("pending").GetString() != "0x0",
        cancellation);

    private Task<bool> CallAsync(string method, CancellationToken cancellation, params JsonNode?[] parameters) =>
        _rpc.CallAsync(new JsonRpcRequest(method, parameters), static _ => true, cancellation);
}
