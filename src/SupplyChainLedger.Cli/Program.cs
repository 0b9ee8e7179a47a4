using SupplyChainLedger.Cli;
using SupplyChainLedger.Cli.Terminals;

return await CommandTree.RunAsync(args, Surroundings.OfProcess());
