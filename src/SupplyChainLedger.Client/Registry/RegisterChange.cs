using SupplyChainLedger.Ethereum;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Client.Registry;

/// <summary>A change of the register that a block has taken and the service's index has seen.</summary>
/// <param name="Answer">The participant after it, as the service shows it.</param>
/// <param name="Transaction">Hash of the operator's transaction.</param>
/// <param name="Block">Number of its block.</param>
public sealed record RegisterChange(GetParticipantResponse Answer, Hash32 Transaction, ulong Block);
