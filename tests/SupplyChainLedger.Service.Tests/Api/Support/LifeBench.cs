using Grpc.Core;
using SupplyChainLedger.Service.Api.Resources;
using SupplyChainLedger.Service.Faults;
using SupplyChainLedger.Service.Queries;
using SupplyChainLedger.Service.Tests.Indexing.Chain;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Service.Tests.Api.Support;

/// <summary>A real index that has followed the whole of <see cref="LifeStory"/>, a chapter a block.</summary>
internal sealed class LifeBench : IDisposable
{
    private readonly IndexBench _index;

    private LifeBench(IndexBench index) => _index = index;

    public static string Holding => ResourceNames.Of(LifeStory.Root);

    public static string Receivable => ResourceNames.OfReceivable(LifeStory.Invoice);

    public IIndexReader Reader => _index.Reader;

    public ServerCallContext Call { get; } = new TestCall(TestContext.Current.CancellationToken);

    public static async Task<LifeBench> OpenAsync()
    {
        var chain = new ScriptedChain();
        chain.Mine(LifeStory.Parties());
        chain.Mine(LifeStory.Confirmed());
        chain.Mine(LifeStory.PassedOn());
        chain.Mine(LifeStory.PutOnOffer());
        chain.Mine(LifeStory.Corrected());
        var bench = new LifeBench(new IndexBench(chain));
        await bench._index.CatchUpAsync();
        return bench;
    }

    /// <summary>Resource name of a participant of the story.</summary>
    public static string Party(Contracts.Ids.ParticipantId id) => $"participants/party-{id.Value}";

    public static Money Eur(long minorUnits) => new() { CurrencyCode = "EUR", MinorUnits = minorUnits };

    public static async Task RefusedAsync(ErrorReason reason, Func<Task> call)
    {
        var fault = await Assert.ThrowsAsync<LedgerFault>(call);
        Assert.Equal(reason, fault.Reason);
    }

    public void Dispose() => _index.Dispose();
}
