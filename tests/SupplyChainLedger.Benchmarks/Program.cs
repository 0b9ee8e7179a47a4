using System.CommandLine;
using SupplyChainLedger.Benchmarks.Codecs;
using SupplyChainLedger.Benchmarks.Echo;
using SupplyChainLedger.Benchmarks.Growth;
using SupplyChainLedger.Benchmarks.Latency;
using SupplyChainLedger.Benchmarks.Peers;
using SupplyChainLedger.Benchmarks.Queries;
using SupplyChainLedger.Benchmarks.Similarity;
using SupplyChainLedger.Benchmarks.Streaming;
using SupplyChainLedger.Benchmarks.Sync;
using SupplyChainLedger.Benchmarks.Throughput;

var root = new RootCommand("Measures what has to stay fast when the ledger has grown. Run it in Release.")
{
    CodecsCommand.Create(),
    EchoServerCommand.Create(),
    GrowthCommand.Create(),
    GrpcCommand.Create(),
    PeersCommand.Create(),
    SimilarCommand.Create(),
    LatencyCommand.Create(),
    QueryCommand.Create(),
    StartCommand.Create(),
    StreamCommand.Create(),
    SyncCommand.Create(),
    ThroughputCommand.Create(),
};
return await root.Parse(args).InvokeAsync();
