using SupplyChainLedger.Contracts.Deployment;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.Abi;
using SupplyChainLedger.Ethereum.JsonRpc;
using SupplyChainLedger.Service.Hosting.Settings;

namespace SupplyChainLedger.Service.Hosting;

/// <summary>A network that is there already. What the settings say of it is compared with what its node says.</summary>
internal static class ConfiguredNetwork
{
    private const uint DefaultFinalityDepth = 12;

    private static readonly AbiFunction<ValueTuple, Address> ParticipantsOfLedger =
        new("participants", AbiTypes.Nothing, AbiTypes.Tuple(AbiTypes.Address));

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
            await RequireCodeAsync(
                chain, "ParticipantsAddress", network.Participants, ContractArtifact.LoadParticipants(), cancellation);
            await RequireCodeAsync(
                chain, "LedgerAddress", network.Ledger, ContractArtifact.LoadLedger(), cancellation);
            await RequireLinkAsync(chain, network, cancellation);
            return network;
        }
        catch (JsonRpcException fault)
        {
            throw new StartupFault(
                $"The node at {settings.RpcUrl?.Authority} gives no usable answer: {fault.Message} Check Chain:RpcUrl.",
                fault);
        }
    }

    private static async Task RequireCodeAsync(
        IChainClient chain, string key, Address address, ContractArtifact artifact, CancellationToken cancellation)
    {
        var code = await chain.GetCodeAsync(address, cancellation);
        if (code.Length == 0) throw Mismatch(key, $"the contract {artifact.Name} at {address}", "no code");
        var expected = CodeFingerprint.Of(artifact);
        var found = CodeFingerprint.Of(code, artifact);
        if (found != expected)
            throw Mismatch(key, $"{artifact.Name} with code hash {expected} at {address}", $"code hash {found}");
    }

    private static async Task RequireLinkAsync(
        IChainClient chain, LedgerNetwork network, CancellationToken cancellation)
    {
        var call = new CallRequest { To = network.Ledger, Data = ParticipantsOfLedger.EncodeCall(default) };
        var linked = ParticipantsOfLedger.DecodeResult(await chain.CallAsync(call, BlockTag.Latest, cancellation));
        if (linked != network.Participants)
            throw Mismatch("ParticipantsAddress", $"{network.Participants}", $"that the ledger uses {linked}");
    }

    private static StartupFault Missing(string key) =>
        new($"Without the embedded devnet the setting Chain:{key} is needed. Add --Chain:{key}=VALUE.");

    private static StartupFault Mismatch(string key, string expected, string found) =>
        new($"Chain:{key} expects {expected}, but the node reports {found}. Correct the setting or the node.");
}
