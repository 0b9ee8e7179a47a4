using System.CommandLine;
using SupplyChainLedger.Benchmarks.Similarity;
using SupplyChainLedger.Benchmarks.Throughput;

var root = new RootCommand("Measures what has to stay fast when the ledger has grown. Run it in Release.")
{
    SimilarCommand.Create(),
    ThroughputCommand.Create(),
};
return await root.Parse(args).InvokeAsync();
