using SupplyChainLedger.Contracts.Registry;
using SupplyChainLedger.Ethereum.JsonRpc;
using SupplyChainLedger.Service.Hosting.Settings;

namespace SupplyChainLedger.Service.Hosting;

/// <summary>A network that is there already. What the settings say of it is compared with what its node says.</summary>
internal static class ConfiguredNetwork
{
    private const uint DefaultFinalityDepth = 12;

    /// <summary>Where the node is.</summary>
    /// <exception cref="StartupFault">It is not configured.</exception>
    public static Uri RpcUrlOf(ChainSettings settings) => settings.RpcUrl ?? throw Missing("RpcUrl");

    /// <summary>The network, once it has proved to be the one that the settings describe.</summary>
    /// <exception cref="StartupFault">A setting is missing, the node does not answer, or they contradict each other.
    /// </exception>
    public static async Task<LedgerNetwork> VerifyAsync(
        ChainSettings settings, IChainClient chain, CancellationToken cancellation)
    {
        var network = new LedgerNetwork(
            settings.ChainId ?? throw Missing("ChainId"),
            settings.Ledger ?? throw Missing("LedgerAddress"),
            settings.Participants ?? throw Missing("ParticipantsAddress"),
            settings.DeploymentBlock ?? throw Missing("DeploymentBlock"),
            settings.FinalityDepth ?? DefaultFinalityDepth);
        try
        {
            var chainId = await chain.GetChainIdAsync(cancellation);
            if (chainId != network.ChainId) throw Mismatch("ChainId", $"{network.ChainId}", $"chain {chainId}");
            if (await ContractCheck.FindFaultAsync(chain, network, cancellation) is { } fault)
                throw Mismatch(fault.Setting, fault.Expected, fault.Found);
            return network with
            {
                KeyNotice = await chain.ReadAsync(
                    network.Participants, ParticipantsCalls.KeyNotice, default, cancellation),
            };
        }
        catch (JsonRpcException unusable)
        {
            throw new StartupFault(
                $"The node at {settings.RpcUrl?.Authority} gives no usable answer: {unusable.Message} Check Chain:RpcUrl.",
                unusable);
        }
    }

    private static StartupFault Missing(string key) =>
        new($"Without the embedded devnet the setting Chain:{key} is needed. Add --Chain:{key}=VALUE.");

    private static StartupFault Mismatch(string key, string expected, string found) =>
        new($"Chain:{key} expects {expected}, but the node reports {found}. Correct the setting or the node.");
}
