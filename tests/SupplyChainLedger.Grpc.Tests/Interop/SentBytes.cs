namespace SupplyChainLedger.Grpc.Tests.Interop;

/// <summary>Keeps the body of the last request with one message, as it went to the connection.</summary>
internal sealed class SentBytes() : DelegatingHandler(new SocketsHttpHandler())
{
    public byte[] Last { get; private set; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content?.Headers.ContentLength is not null)
            Last = await request.Content.ReadAsByteArrayAsync(cancellationToken);
        return await base.SendAsync(request, cancellationToken);
    }
}
