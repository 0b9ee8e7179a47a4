namespace SupplyChainLedger.Ethereum.Abi;

/// <summary>What an event leaves in a log.</summary>
/// <param name="Topics">The hash of the signature, then up to three indexed parameters.</param>
/// <param name="Data">The other parameters.</param>
public sealed record AbiLog(Hash32[] Topics, byte[] Data);
