using SupplyChainLedger.Ethereum.JsonRpc;
using SupplyChainLedger.Service.Hosting;
using SupplyChainLedger.Service.Intake.Outbox;

namespace SupplyChainLedger.Service.Intake;

/// <summary>
/// Ties the outbox to one chain, for ever, by the hash of the block that holds the ledger: a chain that was deleted and
/// made anew has the same id and addresses, and none of what the outbox knows to be final.
/// </summary>
internal sealed class ChainTie(
    IChainClient chain, LedgerNetwork network, OutboxWriter writer, OutboxDatabase outbox) : IHostedService
{
    private const string Tie = "UPDATE network SET first_block = ?1 WHERE first_block IS NULL";

    private const string IsTied = "SELECT COUNT(*) FROM network WHERE first_block = ?1";

    /// <exception cref="StartupFault">The outbox belongs to a chain with another history.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var block = await chain.GetHeaderAsync(BlockTag.At(network.DeploymentBlock), cancellationToken)
            ?? throw new StartupFault(
                $"The node has no block {network.DeploymentBlock}, where the contracts are said to begin. "
                + "Wait until it has caught up, or correct the deployment block in the configuration.");
        var hash = block.Hash.ToBytes();
        var isTied = await writer.WriteAsync(
            session =>
            {
                session.Sqlite.Execute(Tie, hash);
                return session.Sqlite.Number(IsTied, hash) == 1;
            },
            cancellationToken);
        if (isTied) return;
        throw new StartupFault(
            $"The outbox {outbox.Path} belongs to a chain that is gone: block {network.DeploymentBlock} was another "
            + $"one. Delete the folder {outbox.Folder} to start anew, or connect to that chain again.");
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
