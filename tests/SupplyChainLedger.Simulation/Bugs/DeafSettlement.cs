using Microsoft.Extensions.DependencyInjection;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Service.Indexing;
using SupplyChainLedger.Service.Indexing.Storage;

namespace SupplyChainLedger.Simulation.Bugs;

/// <summary>A block's hash is looked up once, so that nobody behind the index hears of another one.</summary>
internal sealed class DeafSettlement()
    : PlantedBug("deaf-settlement", "what a reorganisation drops does not wait again")
{
    public override void Plant(IServiceCollection services) => services.AddSingleton<IIntentOutcomes>(
        static provider => new Deaf(new IntentOutcomes(provider.GetRequiredService<IndexDatabase>())));

    private sealed class Deaf(IIntentOutcomes outcomes) : IIntentOutcomes
    {
        private readonly Dictionary<ulong, Hash32> _hashes = [];

        public IntentOutcome? Find(Hash32 key) => outcomes.Find(key);

        public IReadOnlyList<IntentOutcome> InBlock(ulong blockNumber) => outcomes.InBlock(blockNumber);

        public Hash32? BlockHash(ulong blockNumber)
        {
            if (_hashes.TryGetValue(blockNumber, out var heard)) return heard;
            if (outcomes.BlockHash(blockNumber) is { } hash) _hashes[blockNumber] = hash;
            return outcomes.BlockHash(blockNumber);
        }
    }
}
