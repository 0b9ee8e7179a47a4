namespace SupplyChainLedger.Ethereum.JsonRpc;

/// <summary>The nodes of tries that prove an account and words of its storage; proven by whoever reads them.</summary>
/// <param name="Account">Nodes of the state trie from the root down to the account.</param>
/// <param name="Storage">For each word, in the order of the question, nodes of the account's storage trie.</param>
public sealed record AccountProof(
    IReadOnlyList<ReadOnlyMemory<byte>> Account, IReadOnlyList<IReadOnlyList<ReadOnlyMemory<byte>>> Storage);
