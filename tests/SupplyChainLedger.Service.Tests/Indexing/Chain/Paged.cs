using SupplyChainLedger.Service.Queries.Paging;

namespace SupplyChainLedger.Service.Tests.Indexing.Chain;

/// <summary>Reads lists page by page.</summary>
internal static class Paged
{
    public static PageRequest First => PageRequest.Of(1000, "");

    /// <summary>Everything on all pages of a list.</summary>
    public static List<T> All<T>(Func<PageRequest, Page<T>> list, int size)
    {
        var found = new List<T>();
        var token = "";
        do
        {
            var page = list(PageRequest.Of(size, token));
            Assert.True(page.Items.Count <= size);
            found.AddRange(page.Items);
            token = page.NextToken;
        }
        while (token.Length > 0);

        return found;
    }
}
