using System.Text;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using SupplyChainLedger.Grpc.Protocol;

namespace SupplyChainLedger.Grpc.Server.Json;

/// <summary>The one message of a JSON request, which is its whole body.</summary>
internal sealed class JsonRequest(HttpContext http, JsonCodec codec, MessageSizeLimit limit) : IMessageReader
{
    private static readonly UTF8Encoding StrictUtf8 =
        new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private bool _read;

    public async ValueTask<T?> ReadAsync<T>(Marshaller<T> marshaller, CancellationToken cancellationToken)
        where T : class
    {
        if (_read)
            return null;
        _read = true;
        return codec.Parse(marshaller, await ReadBodyAsync(cancellationToken).ConfigureAwait(false));
    }

    public async ValueTask<T> ReadOnlyAsync<T>(Marshaller<T> marshaller, CancellationToken cancellationToken)
        where T : class =>
        (await ReadAsync(marshaller, cancellationToken).ConfigureAwait(false))!;

    /// <summary>HTTP has a status of its own for a body that is too long.</summary>
    private void CheckLength(long length)
    {
        if (limit.IsExceededBy(length))
            http.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        limit.Check(length);
    }

    private async ValueTask<string> ReadBodyAsync(CancellationToken cancellationToken)
    {
        CheckLength(http.Request.ContentLength ?? 0);
        var body = http.Request.BodyReader;
        try
        {
            while (true)
            {
                var result = await body.ReadAsync(cancellationToken).ConfigureAwait(false);
                try
                {
                    CheckLength(result.Buffer.Length);
                    if (result.IsCompleted)
                        return StrictUtf8.GetString(result.Buffer);
                }
                finally
                {
                    // A body that is there as a whole is done with: one that is left to the server is still being read
                    // when the client goes away with its answer. After a refusal the server reads what is left of it.
                    body.AdvanceTo(result.IsCompleted ? result.Buffer.End : result.Buffer.Start, result.Buffer.End);
                }
            }
        }
        catch (DecoderFallbackException)
        {
            throw new RpcException(new Status(StatusCode.InvalidArgument, "The body is not UTF-8."));
        }
        catch (IOException exception)
        {
            throw RequestFailure.Translate(exception);
        }
    }
}
