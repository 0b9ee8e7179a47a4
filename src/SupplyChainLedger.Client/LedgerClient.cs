using Grpc.Core;
using SupplyChainLedger.Client.Errors;
using SupplyChainLedger.Client.Registry;
using SupplyChainLedger.Client.Signing;
using SupplyChainLedger.Client.Transport;
using SupplyChainLedger.Client.Verification;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Intents;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.JsonRpc;
using SupplyChainLedger.Ethereum.Signing;
using SupplyChainLedger.Ethereum.TypedData;
using SupplyChainLedger.Grpc.Client;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Client;

/// <summary>One service of the ledger. Can be used by several threads at once; dispose of it to close its connection.
/// </summary>
public sealed class LedgerClient : IDisposable
{
    private readonly LedgerClientOptions _options;
    private readonly ServiceCalls _calls;
    private readonly StatusService.StatusServiceClient _status;
    private readonly IDisposable _connection;

    private LedgerClient(Uri service, CallInvoker invoker, IDisposable connection, LedgerClientOptions options)
    {
        _options = options;
        _connection = connection;
        _calls = new ServiceCalls(service, options);
        _status = new StatusService.StatusServiceClient(invoker);
        Service = service;
        Invoices = new InvoiceCalls(new InvoiceService.InvoiceServiceClient(invoker), _calls);
        Receivables = new ReceivableCalls(new ReceivableService.ReceivableServiceClient(invoker), _calls);
        Financing = new FinancingCalls(new FinancingService.FinancingServiceClient(invoker), _calls);
        Settlement = new SettlementCalls(new SettlementService.SettlementServiceClient(invoker), _calls);
        Disputes = new DisputeCalls(new DisputeService.DisputeServiceClient(invoker), _calls);
        RuleBook = new RuleBookCalls(new RuleBookService.RuleBookServiceClient(invoker), _calls);
        Intents = new IntentCalls(new IntentService.IntentServiceClient(invoker), _calls);
        Participants = new ParticipantCalls(new ParticipantService.ParticipantServiceClient(invoker), _calls);
        Events = new EventCalls(new EventService.EventServiceClient(invoker), _calls);
    }

    /// <summary>Where the service is.</summary>
    public Uri Service { get; }

    /// <summary>Invoices.</summary>
    public InvoiceCalls Invoices { get; }

    /// <summary>Receivables, and who holds which part of them.</summary>
    public ReceivableCalls Receivables { get; }

    /// <summary>Financing.</summary>
    public FinancingCalls Financing { get; }

    /// <summary>Payments, and what happens where there are none.</summary>
    public SettlementCalls Settlement { get; }

    /// <summary>Credit notes, disputes and cancellations.</summary>
    public DisputeCalls Disputes { get; }

    /// <summary>The rules.</summary>
    public RuleBookCalls RuleBook { get; }

    /// <summary>Signed intents.</summary>
    public IntentCalls Intents { get; }

    /// <summary>Participants.</summary>
    public ParticipantCalls Participants { get; }

    /// <summary>Events.</summary>
    public EventCalls Events { get; }

    /// <summary>How it deals with the service.</summary>
    internal LedgerClientOptions Options => _options;

    /// <summary>Makes a client. It connects with the first call.</summary>
    /// <param name="service">Address such as <c>http://127.0.0.1:5080</c>; <c>http</c> is HTTP/2 without TLS.</param>
    /// <param name="options">How to deal with the service.</param>
    public static LedgerClient Connect(Uri service, LedgerClientOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(service);
        var channel = GrpcChannel.ForAddress(service);
        return new LedgerClient(service, channel.CreateCallInvoker(), channel, options ?? LedgerClientOptions.Default);
    }

    /// <summary>Reads where the chain, the index and the outbox stand.</summary>
    public Task<GetStatusResponse> GetStatusAsync(CancellationToken cancellation = default) =>
        _calls.ReadAsync(options => _status.GetStatusAsync(new GetStatusRequest(), options), cancellation);

    /// <summary>
    /// Lets the service compare some final blocks of its index with its node, and after the last of them all records;
    /// that takes as long as a rebuild.
    /// </summary>
    /// <param name="fromBlock">The <c>next_block</c> of the answer before; 0 to begin.</param>
    /// <param name="cancellation">Ends the call.</param>
    public Task<CheckIndexResponse> CheckIndexAsync(ulong fromBlock = 0, CancellationToken cancellation = default)
    {
        var request = new CheckIndexRequest { FromBlock = fromBlock };
        return _calls.AwaitAsync(options => _status.CheckIndexAsync(request, options), cancellation);
    }

    /// <summary>The ledger that the service serves, as intents are signed for it.</summary>
    /// <exception cref="LedgerMismatchException">It is not the one that the options expect.</exception>
    public async Task<TypedDataDomain> GetDomainAsync(CancellationToken cancellation = default)
    {
        var status = await GetStatusAsync(cancellation);
        if (!Address.TryParse(status.LedgerAddress, out var ledger))
            throw new LedgerMismatchException("the ledger's address", "an address", $"'{status.LedgerAddress}'");
        RecordCheck.Same("the chain id", _options.ExpectedChainId ?? status.ChainId, status.ChainId);
        RecordCheck.Same("the ledger's address", _options.ExpectedLedger ?? ledger, ledger);
        return LedgerDomain.Of(status.ChainId, ledger);
    }

    /// <summary>Makes the signer of a participant.</summary>
    /// <param name="handle">The participant's handle.</param>
    /// <param name="key">A key of it. The caller disposes of it, after the last signature.</param>
    /// <param name="cancellation">Ends the calls.</param>
    /// <exception cref="LedgerException">There is no such participant, or the key is not registered for it.</exception>
    public Task<ParticipantSigner> ActAsAsync(
        string handle, PrivateKey key, CancellationToken cancellation = default) =>
        ActAsAsync(handle, key, secondKey: null, cancellation);

    /// <summary>Makes the signer of a participant with two keys, for amounts above its threshold.</summary>
    /// <param name="handle">The participant's handle.</param>
    /// <param name="key">A key of it. The caller disposes of it, after the last signature.</param>
    /// <param name="secondKey">Another key of it, likewise; null to sign with one alone.</param>
    /// <param name="cancellation">Ends the calls.</param>
    /// <exception cref="LedgerException">There is no such participant, or a key is not registered for it.</exception>
    public async Task<ParticipantSigner> ActAsAsync(
        string handle, PrivateKey key, PrivateKey? secondKey, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        var domain = await GetDomainAsync(cancellation);
        var participant = (await Participants.GetAsync(handle, cancellation)).Participant;
        foreach (var used in new[] { key, secondKey }.OfType<PrivateKey>())
        {
            var isKnown = participant.Signers.Any(
                signer => Address.TryParse(signer.Address, out var known) && known == used.Address);
            if (!isKnown) throw LedgerExceptions.OfSigner(handle, used.Address);
        }

        return new ParticipantSigner(
            new ParticipantId(participant.Id), key, domain, _options.IntentLifetime, _options.Time, secondKey);
    }

    /// <summary>Opens the register of participants to the operator.</summary>
    /// <param name="node">JSON-RPC address of a node of the chain, such as <c>http://127.0.0.1:8545</c>.</param>
    /// <param name="key">Key of an account with the operator role. The caller disposes of it, after the last change.
    /// </param>
    /// <param name="cancellation">Ends the calls.</param>
    /// <exception cref="LedgerException">NODE_MISMATCH: the node is of another chain, or has no such ledger.
    /// </exception>
    /// <exception cref="JsonRpcException">The node gives no usable answer.</exception>
    public Task<Registrar> OpenRegisterAsync(
        Uri node, PrivateKey key, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(node);
        ArgumentNullException.ThrowIfNull(key);
        return Registrar.OpenAsync(this, node, key, cancellation);
    }

    /// <summary>Closes the connection.</summary>
    public void Dispose() => _connection.Dispose();
}
