using SupplyChainLedger.Ethereum;

namespace SupplyChainLedger.Service.Hosting;

/// <summary>The chain and the contracts that this service works on. Fixed as long as the process lives.</summary>
/// <param name="ChainId">Chain id (EIP-155), as the node itself reports it.</param>
/// <param name="Ledger">Address of the <c>Ledger</c> contract; intents are signed for it.</param>
/// <param name="Participants">Address of the <c>Participants</c> contract.</param>
/// <param name="DeploymentBlock">The first block that can hold an event of either contract.</param>
/// <param name="FinalityDepth">Blocks on top of a block that make it final; 0 where each is final at once.</param>
/// <param name="KeyNotice">Seconds until a key signs that was added after its participant's registration.</param>
internal sealed record LedgerNetwork(
    ulong ChainId,
    Address Ledger,
    Address Participants,
    ulong DeploymentBlock,
    uint FinalityDepth,
    uint KeyNotice = 0);
