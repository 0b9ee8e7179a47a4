namespace SupplyChainLedger.Service.Queries.Paging;

/// <summary>One page of a list.</summary>
/// <param name="Items">What is on it, in the list's order. May be fewer than asked for although more follow.</param>
/// <param name="NextToken">Token of the next page; empty on the last one.</param>
/// <typeparam name="T">What the list holds.</typeparam>
internal sealed record Page<T>(IReadOnlyList<T> Items, string NextToken);
