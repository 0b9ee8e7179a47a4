using SupplyChainLedger.Service.Faults;

namespace SupplyChainLedger.Service.Queries.Paging;

/// <summary>Which page of a list is asked for.</summary>
internal readonly record struct PageRequest
{
    private const int DefaultSize = 50;
    private const int LargestSize = 1000;

    private PageRequest(int size, string token)
    {
        Size = size;
        Token = token;
    }

    /// <summary>As much of a list as one page may hold.</summary>
    public static PageRequest Largest { get; } = new(LargestSize, "");

    /// <summary>The first entry of a list alone.</summary>
    public static PageRequest Newest { get; } = new(1, "");

    /// <summary>At most this many, 1 to 1000.</summary>
    public int Size { get; }

    /// <summary>The token of the page before; empty for the first page.</summary>
    public string Token { get; }

    /// <param name="size">The request's <c>page_size</c>: 1 to 1000; 0 means 50.</param>
    /// <param name="token">The request's <c>page_token</c>; empty for the first page.</param>
    /// <exception cref="LedgerFault">The size is out of range.</exception>
    public static PageRequest Of(int size, string token) => size is >= 0 and <= LargestSize
        ? new PageRequest(size == 0 ? DefaultSize : size, token)
        : throw LedgerFaults.InvalidField(
            "page_size", $"is {size}; 1 to {LargestSize} are allowed, 0 means {DefaultSize}");
}
