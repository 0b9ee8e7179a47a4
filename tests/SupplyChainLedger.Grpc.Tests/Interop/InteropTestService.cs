using Google.Protobuf;
using Grpc.Core;
using Grpc.Testing;

namespace SupplyChainLedger.Grpc.Tests.Interop;

/// <summary>The standard interoperability service.</summary>
internal sealed class InteropTestService : TestService.TestServiceBase
{
    private const string EchoedHeader = "x-grpc-test-echo-initial";
    private const string EchoedTrailer = "x-grpc-test-echo-trailing-bin";

    public override async Task<Empty> EmptyCall(Empty request, ServerCallContext context)
    {
        await EchoMetadataAsync(context, compress: false);
        return new Empty();
    }

    public override async Task<SimpleResponse> UnaryCall(SimpleRequest request, ServerCallContext context)
    {
        RequireCompression(request.ExpectCompressed, context);
        await EchoMetadataAsync(context, request.ResponseCompressed?.Value == true);
        ThrowIfRequested(request.ResponseStatus);
        return new SimpleResponse { Payload = Zeros(request.ResponseSize) };
    }

    public override async Task StreamingOutputCall(
        StreamingOutputCallRequest request,
        IServerStreamWriter<StreamingOutputCallResponse> responseStream,
        ServerCallContext context)
    {
        var compress = request.ResponseParameters.Any(response => response.Compressed?.Value == true);
        await EchoMetadataAsync(context, compress);
        await RespondAsync(request, responseStream, context);
    }

    public override async Task<StreamingInputCallResponse> StreamingInputCall(
        IAsyncStreamReader<StreamingInputCallRequest> requestStream, ServerCallContext context)
    {
        await EchoMetadataAsync(context, compress: false);
        var total = 0;
        await foreach (var request in requestStream.ReadAllAsync(context.CancellationToken))
            total += request.Payload.Body.Length;
        return new StreamingInputCallResponse { AggregatedPayloadSize = total };
    }

    public override async Task FullDuplexCall(
        IAsyncStreamReader<StreamingOutputCallRequest> requestStream,
        IServerStreamWriter<StreamingOutputCallResponse> responseStream,
        ServerCallContext context)
    {
        await EchoMetadataAsync(context, compress: false);
        await foreach (var request in requestStream.ReadAllAsync(context.CancellationToken))
            await RespondAsync(request, responseStream, context);
    }

    private static async Task RespondAsync(
        StreamingOutputCallRequest request,
        IServerStreamWriter<StreamingOutputCallResponse> responses,
        ServerCallContext context)
    {
        foreach (var parameters in request.ResponseParameters)
        {
            responses.WriteOptions =
                new WriteOptions(parameters.Compressed?.Value == true ? WriteFlags.None : WriteFlags.NoCompress);
            await responses.WriteAsync(
                new StreamingOutputCallResponse { Payload = Zeros(parameters.Size) }, context.CancellationToken);
        }

        ThrowIfRequested(request.ResponseStatus);
    }

    private static async Task EchoMetadataAsync(ServerCallContext context, bool compress)
    {
        var headers = new Metadata();
        if (compress)
            headers.Add("grpc-internal-encoding-request", "gzip");
        if (context.RequestHeaders.GetValue(EchoedHeader) is { } header)
            headers.Add(EchoedHeader, header);
        if (context.RequestHeaders.GetValueBytes(EchoedTrailer) is { } trailer)
            context.ResponseTrailers.Add(EchoedTrailer, trailer);
        await context.WriteResponseHeadersAsync(headers);
    }

    private static void RequireCompression(BoolValue? expected, ServerCallContext context)
    {
        var encoding = context.GetHttpContext().Request.Headers["grpc-encoding"].ToString();
        if (expected?.Value == true && encoding != "gzip")
            throw new RpcException(new Status(StatusCode.InvalidArgument, "The request was not compressed."));
    }

    private static void ThrowIfRequested(EchoStatus? status)
    {
        if (status is not null)
            throw new RpcException(new Status((StatusCode)status.Code, status.Message));
    }

    private static Payload Zeros(int size) => new() { Body = ByteString.CopyFrom(new byte[size]) };
}
