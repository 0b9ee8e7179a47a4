using System.Net;
using System.Text.Json.Nodes;
using SupplyChainLedger.Contracts.Events;
using SupplyChainLedger.Contracts.Registry;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.Abi;
using SupplyChainLedger.Ethereum.JsonRpc;
using SupplyChainLedger.Ethereum.Signing;
using SupplyChainLedger.Service.Devnet;
using SupplyChainLedger.Service.Hosting;
using SupplyChainLedger.Service.Hosting.Settings;

namespace SupplyChainLedger.Service.Tests.Devnet;

/// <summary>The prepared devnet alone: its contracts and participants, and nothing of the service that works on it.
/// </summary>
internal sealed class BareDevnet : IAsyncDisposable
{
    /// <summary>Pays for what the tests send; it needs no key, since anvil lets it send.</summary>
    private static readonly Address Sender = Address.Parse("0x00000000000000000000000000000000000000aa");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("scl-devnet-");
    private readonly Dictionary<string, PrivateKey> _keys = [];
    private DataFolder _data = null!;
    private DevnetChain _devnet = null!;
    private JsonRpcClient _rpc = null!;
    private KeyFolder _keyFolder = null!;

    private BareDevnet()
    {
    }

    public LedgerNetwork Network { get; private set; } = null!;

    public IChainClient Chain => _devnet.Anvil.Chain;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<BareDevnet> StartAsync()
    {
        var bare = new BareDevnet();
        bare._data = DataFolder.Open(bare._folder.FullName);
        var settings = new DevnetSettings(true, new IPEndPoint(IPAddress.Loopback, 0), Folder: null, StateHistory: 64);
        bare._devnet = await DevnetChain.StartAsync(settings, bare._data.Devnet, static _ => { }, Cancellation);
        bare._keyFolder = KeyFolder.Open(bare._data.Keystore);
        bare.Network = await DevnetNetwork.PrepareAsync(
            bare._devnet, bare._keyFolder, Sender, finalityDepth: 0, Cancellation);
        bare._rpc = new JsonRpcClient(new JsonRpcOptions { Endpoint = bare._devnet.RpcUrl });
        await bare.CallAsync("anvil_impersonateAccount", Sender.ToString());
        return bare;
    }

    /// <summary>The key of a participant.</summary>
    public async Task<PrivateKey> KeyOfAsync(string handle)
    {
        if (!_keys.TryGetValue(handle, out var key))
            _keys[handle] = key = await _keyFolder.LoadOrDrawAsync(handle, Cancellation);
        return key;
    }

    /// <summary>The participant with a handle.</summary>
    public async Task<Contracts.Ids.ParticipantId> ParticipantAsync(string handle) =>
        await ViewAsync(ParticipantsCalls.ParticipantByHandle, Network.Participants, handle);

    /// <summary>Asks a contract.</summary>
    public async Task<TResult> ViewAsync<TArgs, TResult>(
        AbiFunction<TArgs, TResult> function, Address to, TArgs arguments)
    {
        var call = new CallRequest { To = to, Data = function.EncodeCall(arguments) };
        return function.DecodeResult(await Chain.CallAsync(call, BlockTag.Latest, Cancellation));
    }

    /// <summary>Creates a contract.</summary>
    public async Task<TransactionReceipt> CreateAsync(byte[] code) =>
        await Chain.ReceiptOfAsync(
            await _devnet.Anvil.CreateContractAsync(Sender, code, 10_000_000, Cancellation), Cancellation);

    /// <summary>Puts other code at an address.</summary>
    public Task SetCodeAsync(Address address, byte[] code) =>
        CallAsync("anvil_setCode", address.ToString(), Hex.Encode(code));

    /// <summary>Calls a contract in a transaction, which must succeed.</summary>
    /// <returns>What the contracts say of it.</returns>
    public async Task<IReadOnlyList<LedgerEvent>> SendAsync(Address to, byte[] call)
    {
        var transaction = new JsonObject
        {
            ["from"] = Sender.ToString(),
            ["to"] = to.ToString(),
            ["data"] = Hex.Encode(call),
        };
        var hash = await _rpc.CallAsync(
            new JsonRpcRequest("eth_sendTransaction", transaction),
            static result => Hash32.Parse(result.GetString()!),
            Cancellation);
        var receipt = await Chain.ReceiptOfAsync(hash, Cancellation);
        Assert.True(receipt.Succeeded);
        return EventsOf(receipt);
    }

    /// <summary>What the contracts say in a transaction.</summary>
    public static IReadOnlyList<LedgerEvent> EventsOf(TransactionReceipt receipt) =>
        [.. receipt.Logs.Select(log => LedgerEvents.Decode(log.Topics, log.Data)).OfType<LedgerEvent>()];

    public async ValueTask DisposeAsync()
    {
        foreach (var key in _keys.Values) key.Dispose();
        _rpc.Dispose();
        await _devnet.DisposeAsync();
        _data.Dispose();
        _folder.Delete(recursive: true);
    }

    private Task<bool> CallAsync(string method, params JsonNode?[] parameters) =>
        _rpc.CallAsync(new JsonRpcRequest(method, parameters), static _ => true, Cancellation);
}
