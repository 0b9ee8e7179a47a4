using System.Globalization;
using System.IO.Pipelines;
using System.Net;
using System.Net.Http.Headers;
using Grpc.Core;
using SupplyChainLedger.Grpc.Protocol;

namespace SupplyChainLedger.Grpc.Client;

/// <summary>The headers of a response, and the way to what follows them.</summary>
internal sealed class ResponseHead
{
    private readonly HttpResponseMessage _response;
    private readonly Status? _status;
    private readonly PipeReader? _body;

    private ResponseHead(HttpResponseMessage response, Status status)
    {
        _response = response;
        _status = status;
        Headers = Metadata.Empty;
    }

    private ResponseHead(HttpResponseMessage response, PipeReader body, string? encoding, MessageSizeLimit limit)
    {
        _response = response;
        _body = body;
        Messages = new MessageReader(body, encoding, limit);
        Headers = MetadataHeaders.Read(response.Headers);
    }

    public Metadata Headers { get; }

    /// <summary>The messages; null when the headers are all that came.</summary>
    public MessageReader? Messages { get; }

    /// <summary>Opens a response, or finds the status of one that carries no messages.</summary>
    /// <exception cref="RpcException">INTERNAL: messages are encoded in a way that was not offered.</exception>
    public static async Task<ResponseHead> ReadAsync(
        HttpResponseMessage response, MessageSizeLimit limit, CancellationToken cancellationToken)
    {
        if (StatusIn(response.Headers) is { } trailersOnly)
            return new ResponseHead(response, trailersOnly);
        if (response.StatusCode != HttpStatusCode.OK)
            return new ResponseHead(response, HttpFailure.StatusOf(response.StatusCode));
        var contentType = response.Content.Headers.ContentType?.MediaType;
        if (contentType?.StartsWith("application/grpc", StringComparison.OrdinalIgnoreCase) != true)
        {
            return new ResponseHead(response, new Status(
                StatusCode.Unknown, $"The server answered with the content type '{contentType}', which is not gRPC."));
        }

        var encoding = response.Headers.TryGetValues(ProtocolHeaders.Encoding, out var values) ? values.First() : null;
        if (encoding is not null && !MessageCompression.IsAccepted(encoding))
        {
            throw new RpcException(new Status(
                StatusCode.Internal,
                $"The server encodes with '{encoding}'; {MessageCompression.Accepted} were offered."));
        }

        var body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        return new ResponseHead(response, PipeReader.Create(body), encoding, limit);
    }

    /// <summary>The status and the trailers, which are there once all messages were read.</summary>
    public (Status Status, Metadata Trailers) ReadEnd()
    {
        if (_status is { } status)
            return (status, MetadataHeaders.Read(_response.Headers));

        var trailers = _response.TrailingHeaders;
        return (
            StatusIn(trailers) ?? new Status(StatusCode.Unknown, "The server ended the call without a status."),
            MetadataHeaders.Read(trailers));
    }

    /// <summary>Gives the buffers back; nothing can be read after it.</summary>
    public void Release() => _body?.Complete();

    private static Status? StatusIn(HttpResponseHeaders headers)
    {
        if (!headers.TryGetValues(ProtocolHeaders.Status, out var codes))
            return null;
        var text = codes.First();
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var code)
            || !Enum.IsDefined((StatusCode)code))
            return new Status(StatusCode.Unknown, $"The server ended the call with the status '{text}'.");
        var detail = headers.TryGetValues(ProtocolHeaders.Message, out var messages) ? messages.First() : "";
        return new Status((StatusCode)code, PercentEncoding.Decode(detail));
    }
}
