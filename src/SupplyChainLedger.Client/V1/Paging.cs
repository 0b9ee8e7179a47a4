namespace SupplyChainLedger.V1;

/// <summary>A request for one page of a list.</summary>
public interface IPageRequest
{
    /// <summary>How many a page holds, 1 to 1000; 0 leaves it to the service.</summary>
    int PageSize { get; set; }

    /// <summary>The <see cref="IPage.NextPageToken"/> of the page before; empty for the first.</summary>
    string PageToken { get; set; }
}

/// <summary>One page of a list.</summary>
public interface IPage
{
    /// <summary>Where the next page begins; empty on the last one.</summary>
    string NextPageToken { get; set; }

    /// <summary>The block at which it was read.</summary>
    ReadAt ReadAt { get; }
}
