namespace SupplyChainLedger.Ethereum.TypedData;

/// <summary>A member of a struct as <c>encodeType</c> writes it.</summary>
/// <param name="Name">The member's name.</param>
/// <param name="Type">The name of its type.</param>
internal sealed record TypedDataMember(string Name, string Type);
