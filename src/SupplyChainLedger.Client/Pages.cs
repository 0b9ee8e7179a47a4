using Google.Protobuf;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Client;

/// <summary>Reads lists that are longer than a page.</summary>
public static class Pages
{
    /// <summary>Reads all pages into one answer, which has no token.</summary>
    /// <param name="request">Which; its page token says where to begin and moves on with each page.</param>
    /// <param name="read">Reads one page.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async Task<TResponse> ReadAllAsync<TRequest, TResponse>(
        TRequest request,
        Func<TRequest, CancellationToken, Task<TResponse>> read,
        CancellationToken cancellation = default)
        where TRequest : IPageRequest
        where TResponse : class, IPage, IMessage<TResponse>
    {
        ArgumentNullException.ThrowIfNull(read);
        var all = await read(request, cancellation);
        while (all.NextPageToken.Length > 0)
        {
            request.PageToken = all.NextPageToken;
            var page = await read(request, cancellation);
            all.MergeFrom(page);
            all.NextPageToken = page.NextPageToken;
        }

        return all;
    }
}
