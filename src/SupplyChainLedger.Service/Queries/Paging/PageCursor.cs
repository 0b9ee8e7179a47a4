namespace SupplyChainLedger.Service.Queries.Paging;

/// <summary>Where a page ends: the key of its last entry, in the list's order.</summary>
/// <param name="First">What the list is ordered by.</param>
/// <param name="Second">What those with the same first key are ordered by; 0 where there are no two.</param>
internal readonly record struct PageCursor(long First, long Second = 0);
