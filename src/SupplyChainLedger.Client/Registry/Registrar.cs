using SupplyChainLedger.Client.Errors;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Intents;
using SupplyChainLedger.Contracts.Registry;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.Abi;
using SupplyChainLedger.Ethereum.JsonRpc;
using SupplyChainLedger.Ethereum.Signing;

namespace SupplyChainLedger.Client.Registry;

/// <summary>
/// Keeps the register of participants, in the operator's name: who takes part, with which keys, and who is suspended.
/// Each change is a transaction of the operator's own account, signed here and handed to a node, so that the service
/// needs no key that could admit anybody.
/// </summary>
/// <remarks>
/// One change after another. Every method throws <see cref="LedgerException"/> where the register or the node refuses,
/// <see cref="JsonRpcException"/> where the node gives no usable answer, and what <see cref="InvoiceCalls"/> throws
/// where the service does not.
/// </remarks>
public sealed class Registrar : IDisposable
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(100);

    private readonly LedgerClient _client;
    private readonly JsonRpcClient _rpc;
    private readonly ChainClient _chain;
    private readonly SigningAccount _account;
    private readonly Address _register;

    private Registrar(
        LedgerClient client, JsonRpcClient rpc, ChainClient chain, SigningAccount account, Address register)
    {
        _client = client;
        _rpc = rpc;
        _chain = chain;
        _account = account;
        _register = register;
    }

    /// <summary>Registers a participant with its first keys, which may sign everything.</summary>
    /// <exception cref="LedgerException">NOT_THE_OPERATOR, HANDLE_ALREADY_TAKEN, LEI_ALREADY_TAKEN, KEY_ALREADY_TAKEN
    /// or INVALID_FIELD, among others.</exception>
    public Task<RegisterChange> RegisterAsync(Registration registration, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(registration);
        return ChangeAsync(registration.Handle, ParticipantsCalls.Register.EncodeCall(registration), cancellation);
    }

    /// <summary>
    /// Lets a key sign for a participant what its permissions say, as soon as the notice is over that the register was
    /// created with (none on a development chain).
    /// </summary>
    /// <exception cref="LedgerException">NOT_THE_OPERATOR, PARTICIPANT_NOT_FOUND or KEY_ALREADY_TAKEN, among others.
    /// </exception>
    public async Task<RegisterChange> AddKeyAsync(
        string handle, Address key, SignerPermissions permissions, CancellationToken cancellation = default) =>
        await ChangeAsync(
            handle,
            ParticipantsCalls.AddSigner.EncodeCall((await FindAsync(handle, cancellation), key, permissions)),
            cancellation);

    /// <summary>Ends a key's right to sign, for ever. What it signed and no block has taken yet becomes void.</summary>
    /// <exception cref="LedgerException">NOT_THE_OPERATOR, PARTICIPANT_NOT_FOUND or KEY_NOT_REGISTERED, among others.
    /// </exception>
    public async Task<RegisterChange> RevokeKeyAsync(
        string handle, Address key, CancellationToken cancellation = default) =>
        await ChangeAsync(
            handle,
            ParticipantsCalls.RevokeSigner.EncodeCall((await FindAsync(handle, cancellation), key)),
            cancellation);

    /// <summary>Stops a participant from acting and from being named in new records; what is recorded stays.</summary>
    /// <param name="handle">The participant.</param>
    /// <param name="reason">Why: 1 to 200 bytes of UTF-8, public on the chain.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    /// <exception cref="LedgerException">NOT_THE_OPERATOR, PARTICIPANT_NOT_FOUND or PARTICIPANT_ALREADY_SUSPENDED,
    /// among others.</exception>
    public async Task<RegisterChange> SuspendAsync(
        string handle, string reason, CancellationToken cancellation = default) =>
        await ChangeAsync(
            handle,
            ParticipantsCalls.Suspend.EncodeCall((await FindAsync(handle, cancellation), reason)),
            cancellation);

    /// <summary>Lifts a suspension.</summary>
    /// <param name="handle">The participant.</param>
    /// <param name="reason">Why: 1 to 200 bytes of UTF-8, public on the chain.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    /// <exception cref="LedgerException">NOT_THE_OPERATOR, PARTICIPANT_NOT_FOUND or PARTICIPANT_NOT_SUSPENDED, among
    /// others.</exception>
    public async Task<RegisterChange> ReinstateAsync(
        string handle, string reason, CancellationToken cancellation = default) =>
        await ChangeAsync(
            handle,
            ParticipantsCalls.Reinstate.EncodeCall((await FindAsync(handle, cancellation), reason)),
            cancellation);

    /// <summary>Closes the connection to the node.</summary>
    public void Dispose() => _rpc.Dispose();

    internal static async Task<Registrar> OpenAsync(
        LedgerClient client, Uri node, PrivateKey key, CancellationToken cancellation)
    {
        var domain = await client.GetDomainAsync(cancellation);
        var rpc = new JsonRpcClient(new JsonRpcOptions { Endpoint = node }, client.Options.Time);
        try
        {
            var chain = new ChainClient(rpc);
            var chainId = await chain.GetChainIdAsync(cancellation);
            if (chainId != domain.ChainId) throw RegisterFaults.OtherChain(node, chainId, domain.ChainId);

            // Not the address that the service shows: the ledger itself says which register it trusts.
            var register = await chain.ReadAsync(
                domain.VerifyingContract, LedgerCalls.Participants, default, cancellation);
            return new Registrar(client, rpc, chain, new SigningAccount(chain, chainId, key), register);
        }
        catch (AbiException)
        {
            rpc.Dispose();
            throw RegisterFaults.NoLedger(node, domain.VerifyingContract);
        }
        catch
        {
            rpc.Dispose();
            throw;
        }
    }

    private async Task<ParticipantId> FindAsync(string handle, CancellationToken cancellation)
    {
        var id = await _chain.ReadAsync(_register, ParticipantsCalls.ParticipantByHandle, handle, cancellation);
        return id == default ? throw RegisterFaults.NoParticipant(handle) : id;
    }

    private async Task<RegisterChange> ChangeAsync(string handle, byte[] call, CancellationToken cancellation)
    {
        var request = new CallRequest { To = _register, Data = call };
        var receipt = await SendAsync(request, cancellation);

        // What passed the trial can fail behind a transaction that came between; another trial says why.
        if (!receipt.Succeeded) throw await WhyAsync(request, cancellation);
        var shown = await _client.Participants.GetAsync(handle, receipt.BlockNumber, cancellation);
        return new RegisterChange(shown, receipt.TransactionHash, receipt.BlockNumber);
    }

    private async Task<TransactionReceipt> SendAsync(CallRequest request, CancellationToken cancellation)
    {
        try
        {
            return await MinedAsync(await _account.SendAsync(request, cancellation), cancellation);
        }
        catch (ExecutionRevertedException fault)
        {
            throw RegisterFaults.OfRegister(fault);
        }
        catch (TransactionRejectedException fault)
        {
            throw RegisterFaults.OfNode(_account.Address, fault);
        }
    }

    private async Task<TransactionReceipt> MinedAsync(Hash32 transaction, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(_client.Options.WaitTimeout, _client.Options.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
        try
        {
            return await _chain.ReceiptOfAsync(transaction, PollInterval, either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw RegisterFaults.Pending(transaction);
        }
    }

    private async Task<LedgerException> WhyAsync(CallRequest request, CancellationToken cancellation)
    {
        try
        {
            await _chain.CallAsync(request with { From = _account.Address }, BlockTag.Latest, cancellation);
            return RegisterFaults.Unexplained();
        }
        catch (ExecutionRevertedException fault)
        {
            return RegisterFaults.OfRegister(fault);
        }
    }
}
