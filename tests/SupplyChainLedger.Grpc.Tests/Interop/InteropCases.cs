using System.IO.Compression;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Testing;

namespace SupplyChainLedger.Grpc.Tests.Interop;

/// <summary>The cases of gRPC's interoperability test descriptions, from the side of this client.</summary>
internal sealed class InteropCases(ChannelBase channel, SentBytes sent)
{
    private const string Header = "x-grpc-test-echo-initial";
    private const string Trailer = "x-grpc-test-echo-trailing-bin";
    private readonly TestService.TestServiceClient _client = new(channel);

    public Task RunAsync(string interopCase, CancellationToken cancellationToken) => interopCase switch
    {
        "empty_unary" => EmptyUnaryAsync(cancellationToken),
        "large_unary" => LargeUnaryAsync(cancellationToken),
        "client_streaming" => ClientStreamingAsync(cancellationToken),
        "server_streaming" => ServerStreamingAsync(cancellationToken),
        "ping_pong" => PingPongAsync(cancellationToken),
        "empty_stream" => EmptyStreamAsync(cancellationToken),
        "cancel_after_begin" => CancelAfterBeginAsync(),
        "cancel_after_first_response" => CancelAfterFirstResponseAsync(cancellationToken),
        "timeout_on_sleeping_server" => TimeoutOnSleepingServerAsync(cancellationToken),
        "custom_metadata" => CustomMetadataAsync(cancellationToken),
        "status_code_and_message" => StatusCodeAndMessageAsync(cancellationToken),
        "special_status_message" => SpecialStatusMessageAsync(cancellationToken),
        "unimplemented_method" => UnimplementedMethodAsync(cancellationToken),
        "unimplemented_service" => UnimplementedServiceAsync(cancellationToken),
        "client_compressed_unary" => ClientCompressedUnaryAsync(cancellationToken),
        "server_compressed_unary" => ServerCompressedUnaryAsync(cancellationToken),
        _ => throw new ArgumentOutOfRangeException(nameof(interopCase), interopCase, "There is no such case."),
    };

    private async Task EmptyUnaryAsync(CancellationToken cancellationToken) =>
        Assert.Equal(new Empty(), await _client.EmptyCallAsync(new Empty(), cancellationToken: cancellationToken));

    private async Task LargeUnaryAsync(CancellationToken cancellationToken)
    {
        var response = await _client.UnaryCallAsync(LargeRequest(), cancellationToken: cancellationToken);

        Assert.Equal(new byte[314159], response.Payload.Body.ToByteArray());
    }

    private async Task ClientStreamingAsync(CancellationToken cancellationToken)
    {
        using var call = _client.StreamingInputCall(cancellationToken: cancellationToken);
        foreach (var size in new[] { 27182, 8, 1828, 45904 })
        {
            var request = new StreamingInputCallRequest { Payload = Zeros(size) };
            await call.RequestStream.WriteAsync(request, cancellationToken);
        }

        await call.RequestStream.CompleteAsync();
        Assert.Equal(74922, (await call).AggregatedPayloadSize);
    }

    private async Task ServerStreamingAsync(CancellationToken cancellationToken)
    {
        int[] sizes = [31415, 9, 2653, 58979];
        using var call = _client.StreamingOutputCall(Responses(sizes), cancellationToken: cancellationToken);

        var received = new List<int>();
        await foreach (var response in call.ResponseStream.ReadAllAsync(cancellationToken))
            received.Add(response.Payload.Body.Length);

        Assert.Equal(sizes, received);
        Assert.Equal(StatusCode.OK, call.GetStatus().StatusCode);
    }

    private async Task PingPongAsync(CancellationToken cancellationToken)
    {
        using var call = _client.FullDuplexCall(cancellationToken: cancellationToken);
        foreach (var (size, length) in new[] { (31415, 27182), (9, 8), (2653, 1828), (58979, 45904) })
        {
            var request = Responses(size);
            request.Payload = Zeros(length);
            await call.RequestStream.WriteAsync(request, cancellationToken);
            Assert.True(await call.ResponseStream.MoveNext(cancellationToken));
            Assert.Equal(size, call.ResponseStream.Current.Payload.Body.Length);
        }

        await call.RequestStream.CompleteAsync();
        Assert.False(await call.ResponseStream.MoveNext(cancellationToken));
        Assert.Equal(StatusCode.OK, call.GetStatus().StatusCode);
    }

    private async Task EmptyStreamAsync(CancellationToken cancellationToken)
    {
        using var call = _client.FullDuplexCall(cancellationToken: cancellationToken);
        await call.RequestStream.CompleteAsync();

        Assert.False(await call.ResponseStream.MoveNext(cancellationToken));
        Assert.Equal(StatusCode.OK, call.GetStatus().StatusCode);
    }

    private async Task CancelAfterBeginAsync()
    {
        using var cancellation = new CancellationTokenSource();
        using var call = _client.StreamingInputCall(cancellationToken: cancellation.Token);
        await cancellation.CancelAsync();

        var failure = await Assert.ThrowsAsync<RpcException>(() => call.ResponseAsync);
        Assert.Equal(StatusCode.Cancelled, failure.StatusCode);
    }

    private async Task CancelAfterFirstResponseAsync(CancellationToken cancellationToken)
    {
        using var cancellation = new CancellationTokenSource();
        using var call = _client.FullDuplexCall(cancellationToken: cancellation.Token);
        await call.RequestStream.WriteAsync(Responses(31415), cancellationToken);
        Assert.True(await call.ResponseStream.MoveNext(cancellationToken));
        await cancellation.CancelAsync();

        var failure = await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext(cancellationToken));
        Assert.Equal(StatusCode.Cancelled, failure.StatusCode);
    }

    private async Task TimeoutOnSleepingServerAsync(CancellationToken cancellationToken)
    {
        using var call = _client.FullDuplexCall(
            deadline: DateTime.UtcNow.AddMilliseconds(1), cancellationToken: cancellationToken);

        var failure = await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext(cancellationToken));
        Assert.Equal(StatusCode.DeadlineExceeded, failure.StatusCode);
    }

    private async Task CustomMetadataAsync(CancellationToken cancellationToken)
    {
        byte[] trailer = [0xAB, 0xAB, 0xAB];
        var metadata = new Metadata { { Header, "test_initial_metadata_value" }, { Trailer, trailer } };

        using var unary = _client.UnaryCallAsync(LargeRequest(), metadata, cancellationToken: cancellationToken);
        await unary;
        Assert.Equal("test_initial_metadata_value", (await unary.ResponseHeadersAsync).GetValue(Header));
        Assert.Equal(trailer, unary.GetTrailers().GetValueBytes(Trailer));

        using var duplex = _client.FullDuplexCall(metadata, cancellationToken: cancellationToken);
        await duplex.RequestStream.WriteAsync(Responses(314159), cancellationToken);
        await duplex.RequestStream.CompleteAsync();
        Assert.True(await duplex.ResponseStream.MoveNext(cancellationToken));
        Assert.False(await duplex.ResponseStream.MoveNext(cancellationToken));
        Assert.Equal("test_initial_metadata_value", (await duplex.ResponseHeadersAsync).GetValue(Header));
        Assert.Equal(trailer, duplex.GetTrailers().GetValueBytes(Trailer));
    }

    private async Task StatusCodeAndMessageAsync(CancellationToken cancellationToken)
    {
        var wanted = new EchoStatus { Code = (int)StatusCode.Unknown, Message = "test status message" };

        var unary = await Assert.ThrowsAsync<RpcException>(() => _client.UnaryCallAsync(
            new SimpleRequest { ResponseStatus = wanted }, cancellationToken: cancellationToken).ResponseAsync);
        AssertStatus(wanted, unary);

        using var call = _client.FullDuplexCall(cancellationToken: cancellationToken);
        await call.RequestStream.WriteAsync(
            new StreamingOutputCallRequest { ResponseStatus = wanted }, cancellationToken);
        await call.RequestStream.CompleteAsync();
        var duplex = await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext(cancellationToken));
        AssertStatus(wanted, duplex);
    }

    private async Task SpecialStatusMessageAsync(CancellationToken cancellationToken)
    {
        var wanted = new EchoStatus
        {
            Code = (int)StatusCode.Unknown,
            Message = "\t\ntest with whitespace\r\nand Unicode BMP ☺ and non-BMP 😈\t\n",
        };

        var failure = await Assert.ThrowsAsync<RpcException>(() => _client.UnaryCallAsync(
            new SimpleRequest { ResponseStatus = wanted }, cancellationToken: cancellationToken).ResponseAsync);
        AssertStatus(wanted, failure);
    }

    private async Task UnimplementedMethodAsync(CancellationToken cancellationToken)
    {
        var failure = await Assert.ThrowsAsync<RpcException>(() => _client.UnimplementedCallAsync(
            new Empty(), cancellationToken: cancellationToken).ResponseAsync);
        Assert.Equal(StatusCode.Unimplemented, failure.StatusCode);
    }

    private async Task UnimplementedServiceAsync(CancellationToken cancellationToken)
    {
        var client = new UnimplementedService.UnimplementedServiceClient(channel);
        var failure = await Assert.ThrowsAsync<RpcException>(() => client.UnimplementedCallAsync(
            new Empty(), cancellationToken: cancellationToken).ResponseAsync);
        Assert.Equal(StatusCode.Unimplemented, failure.StatusCode);
    }

    /// <summary>
    /// The official server hides from its service whether a request was compressed, so that the case's probe cannot be
    /// refused; that it was is seen on the bytes, and that it could be read on the answer.
    /// </summary>
    private async Task ClientCompressedUnaryAsync(CancellationToken cancellationToken)
    {
        var compress = new Metadata { { "grpc-internal-encoding-request", "gzip" } };
        var response = await _client.UnaryCallAsync(LargeRequest(), compress, cancellationToken: cancellationToken);
        Assert.Equal(314159, response.Payload.Body.Length);
        Assert.Equal(1, sent.Last[0]);
        await using var gzip = new GZipStream(new MemoryStream(sent.Last[5..]), CompressionMode.Decompress);
        Assert.Equal(LargeRequest(), SimpleRequest.Parser.ParseFrom(gzip));

        response = await _client.UnaryCallAsync(LargeRequest(), cancellationToken: cancellationToken);
        Assert.Equal(314159, response.Payload.Body.Length);
        Assert.Equal(0, sent.Last[0]);
    }

    /// <summary>
    /// The official server cannot compress responses ("currently not supported", in its own words): what is left of
    /// the case is that it may answer uncompressed. Compressed responses are tested against this project's server.
    /// </summary>
    private async Task ServerCompressedUnaryAsync(CancellationToken cancellationToken)
    {
        foreach (var compressed in new[] { true, false })
        {
            var request = LargeRequest();
            request.ResponseCompressed = new BoolValue { Value = compressed };
            var response = await _client.UnaryCallAsync(request, cancellationToken: cancellationToken);
            Assert.Equal(314159, response.Payload.Body.Length);
        }
    }

    private static SimpleRequest LargeRequest() => new() { ResponseSize = 314159, Payload = Zeros(271828) };

    private static StreamingOutputCallRequest Responses(params int[] sizes) =>
        new() { ResponseParameters = { sizes.Select(size => new ResponseParameters { Size = size }) } };

    private static Payload Zeros(int size) => new() { Body = ByteString.CopyFrom(new byte[size]) };

    private static void AssertStatus(EchoStatus wanted, RpcException failure)
    {
        Assert.Equal(wanted.Code, (int)failure.StatusCode);
        Assert.Equal(wanted.Message, failure.Status.Detail);
    }
}
