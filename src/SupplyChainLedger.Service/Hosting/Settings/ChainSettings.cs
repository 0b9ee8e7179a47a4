using SupplyChainLedger.Ethereum;

namespace SupplyChainLedger.Service.Hosting.Settings;

/// <summary>The network to work on, where it is not the embedded devnet.</summary>
/// <param name="RpcUrl">The node's JSON-RPC.</param>
/// <param name="ChainId">The chain's id (EIP-155).</param>
/// <param name="Ledger">Address of the contract <c>Ledger</c>.</param>
/// <param name="Participants">Address of the contract <c>Participants</c>.</param>
/// <param name="DeploymentBlock">The block in which the first of them was created.</param>
/// <param name="FinalityDepth">Blocks on top of a block that make it final; null for the network's default.</param>
internal sealed record ChainSettings(
    Uri? RpcUrl,
    ulong? ChainId,
    Address? Ledger,
    Address? Participants,
    ulong? DeploymentBlock,
    uint? FinalityDepth)
{
    /// <summary>Reads the section.</summary>
    /// <exception cref="StartupFault">A value is malformed.</exception>
    public static ChainSettings Read(SettingsReader reader) => new(
        reader.OptionalUri("Chain:RpcUrl", "JSON-RPC of the node, with Devnet:Enabled=false"),
        reader.OptionalNumber("Chain:ChainId", ulong.MaxValue, "chain id that the node must report"),
        reader.OptionalAddress("Chain:LedgerAddress", "the contract Ledger"),
        reader.OptionalAddress("Chain:ParticipantsAddress", "the contract Participants"),
        reader.OptionalNumber(
            "Chain:DeploymentBlock", ulong.MaxValue, "block of the contracts' creation; the index starts there"),
        (uint?)reader.OptionalNumber(
            "Chain:FinalityDepth", uint.MaxValue, "blocks that make one final; 0 on the devnet, 12 elsewhere"));
}
