using System.Diagnostics.Metrics;
using SupplyChainLedger.Service.Telemetry;

namespace SupplyChainLedger.Service.Indexing;

/// <summary>How the index moves.</summary>
internal sealed class IndexMetrics : IObservedMetrics, IDisposable
{
    private readonly Counter<long> _commits;
    private readonly Counter<long> _blocks;
    private readonly Histogram<int> _reorganisations;
    private readonly IndexProgress _progress;

    public IndexMetrics(Meter meter, IndexProgress progress)
    {
        _progress = progress;
        _commits = meter.CreateCounter<long>(
            $"{ServiceMeter.Prefix}index.commits", "{commit}", "Transactions of the index, each of one block or more.");
        _blocks = meter.CreateCounter<long>($"{ServiceMeter.Prefix}index.blocks", "{block}", "Blocks indexed.");
        _reorganisations = meter.CreateHistogram(
            $"{ServiceMeter.Prefix}index.reorganisation.depth",
            "{block}",
            "Reorganisations, by how many blocks each took back.",
            tags: null,
            ServiceMeter.Counts);
        _progress.Moved += Count;
    }

    public void Dispose() => _progress.Moved -= Count;

    private void Count(IndexHead before, IndexHead after)
    {
        if (after.Rollbacks != before.Rollbacks)
        {
            var fork = Math.Min(after.Indexed.Number, before.Indexed.Number);
            _reorganisations.Record((int)(before.Indexed.Number - fork));
        }
        else if (after.Indexed.Number > before.Indexed.Number)
        {
            _commits.Add(1);
            _blocks.Add((long)(after.Indexed.Number - before.Indexed.Number));
        }
    }
}
