using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;
using SupplyChainLedger.Contracts.Intents;
using SupplyChainLedger.Contracts.Registry;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Service.Api.Actions;
using SupplyChainLedger.Service.Api.Intents;
using SupplyChainLedger.Service.Api.Invoices;
using SupplyChainLedger.Service.Tests.Indexing.Chain;
using SupplyChainLedger.Service.Tests.Relay.Support;
using SupplyChainLedger.V1;
using ScriptedChain = SupplyChainLedger.Service.Tests.Indexing.Chain.ScriptedChain;
using SubmitInvoice = SupplyChainLedger.Contracts.Intents.SubmitInvoice;

namespace SupplyChainLedger.Service.Tests.Api.Support;

/// <summary>The calls over a real outbox and a real index that knows its two participants.</summary>
internal sealed class ApiBench : IAsyncDisposable
{
    private ApiBench(ScriptedChain chain, IndexBench index)
    {
        Chain = chain;
        Index = index;
        Submission = new IntentSubmission(Workbench.Domain, Work.Intake, Work.Progress, Lifetime, Work.Clock);
        SubmitMany = new SubmitInvoicesCall(new SubmitInvoiceCall(Submission, index.Reader), Lifetime);
    }

    public Workbench Work { get; } = new();

    public ScriptedChain Chain { get; }

    public IndexBench Index { get; }

    public ApplicationLifetime Lifetime { get; } = new(NullLogger<ApplicationLifetime>.Instance);

    public IntentSubmission Submission { get; }

    public SubmitInvoicesCall SubmitMany { get; }

    public GetIntentCall GetIntent => new(Index.Reader, Work.Log);

    /// <param name="isIndexed">False for an index that is still empty.</param>
    public static async Task<ApiBench> OpenAsync(bool isIndexed = true)
    {
        var chain = new ScriptedChain();
        chain.Mine(
        [
            .. Story.Registration(Workbench.Supplier.Value, ParticipantRoles.Supplier),
            .. Story.Registration(Workbench.Buyer.Value, ParticipantRoles.Buyer),
        ]);
        var index = new IndexBench(chain);
        if (isIndexed) await index.CatchUpAsync();
        return new ApiBench(chain, index);
    }

    /// <summary>A request that the service takes.</summary>
    public SubmitInvoicesRequest Request(int number, WaitFor waitFor = WaitFor.Accepted)
    {
        var intent = Work.Submission(number);
        return new SubmitInvoicesRequest
        {
            RequestId = intent.Number,
            Action = ActionWriter.Write(intent).SubmitInvoice,
            Signature = SignatureOf(intent),
            WaitFor = waitFor,
        };
    }

    public string SignatureOf(SubmitInvoice intent) =>
        Hex.Encode(intent.Sign(Workbench.Domain, Work.SupplierKey).ToBytes());

    public async ValueTask DisposeAsync()
    {
        Index.Dispose();
        await Work.DisposeAsync();
    }
}
