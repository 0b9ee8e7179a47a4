using System.IO.Compression;
using System.Net;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Testing;
using SupplyChainLedger.Grpc.Tests.Interop;
using SupplyChainLedger.Grpc.Tests.Support;

namespace SupplyChainLedger.Grpc.Tests.Wire;

/// <summary>Bytes that no gRPC client sends, and the status that gRPC's documents name for each.</summary>
public sealed class MalformedRequestTests(InteropHost host) : IClassFixture<InteropHost>
{
    private const int Limit = 4 * 1024 * 1024;

    private static readonly byte[] Nothing = RawClient.Frame(new Empty());
    private static readonly byte[] TooMuch = new byte[Limit + 1];

    public static TheoryData<string, byte[], string?, StatusCode> MalformedBodies => new()
    {
        { "an undefined flag", RawClient.Frame(0xFF, 0, []), null, StatusCode.Internal },
        { "a length of 2^32-1", RawClient.Frame(0, uint.MaxValue, []), null, StatusCode.ResourceExhausted },
        { "a length beyond the body", RawClient.Frame(0, 10, [1, 2, 3]), null, StatusCode.Internal },
        { "half a frame header", [0, 0, 0], null, StatusCode.Internal },
        { "no message", [], null, StatusCode.Unimplemented },
        { "two messages", [.. Nothing, .. Nothing], null, StatusCode.Unimplemented },
        { "a byte after the message", [.. Nothing, 0], null, StatusCode.Unimplemented },
        { "a message that is no proto", RawClient.Frame(0, 2, [0xFF, 0xFF]), null, StatusCode.Internal },
        { "the flag of compression alone", RawClient.Frame(1, 0, []), null, StatusCode.Internal },
        { "the flag of compression over identity", RawClient.Frame(1, 0, []), "identity", StatusCode.Internal },
        { "a compressed message that is no gzip", RawClient.Frame(1, 3, [1, 2, 3]), "gzip", StatusCode.Internal },
        { "a gzip cut short", CutGzip(), "gzip", StatusCode.Internal },
        { "a byte over the limit", RawClient.Frame(0, Limit + 1, TooMuch), null, StatusCode.ResourceExhausted },
        { "a bomb of gzip", Gzipped(new byte[64 * 1024 * 1024]), "gzip", StatusCode.ResourceExhausted },
    };

    [Theory]
    [Trait("Fault", "36")]
    [Trait("Fault", "37")]
    [MemberData(nameof(MalformedBodies), DisableDiscoveryEnumeration = true)]
    public async Task A_malformed_body_gets_its_status_and_the_connection_lives_on(
        string what, byte[] body, string? encoding, StatusCode expected)
    {
        using var client = new RawClient(host.Started);
        (string, string)[] headers = encoding is null ? [] : [("grpc-encoding", encoding)];

        var response = await client.CallAsync("EmptyCall", body, headers);

        Assert.True(response.HttpStatus == HttpStatusCode.OK, what);
        Assert.Equal(((int)expected).ToString(), response.GrpcStatus);
        await AssertLivesOnAsync(client, response);
        Assert.Empty(host.Started.Logs.Errors);
    }

    [Fact]
    [Trait("Fault", "38")]
    public async Task A_message_over_the_limit_is_refused_by_its_length_before_it_is_sent()
    {
        using var client = new RawClient(host.Started);
        using var neverEnds = new OpenContent(RawClient.Frame(0, Limit + 1, []));

        var response = await client.PostAsync(
            "/grpc.testing.TestService/EmptyCall", "application/grpc", neverEnds, ("te", "trailers"));

        Assert.Equal("8", response.GrpcStatus);
        await AssertLivesOnAsync(client, response);
    }

    [Fact]
    public async Task A_message_of_exactly_the_limit_is_taken()
    {
        using var client = new RawClient(host.Started);
        var request = new SimpleRequest { Payload = new Payload { Body = ByteString.CopyFrom(new byte[Limit]) } };
        var excess = request.CalculateSize() - Limit;
        request.Payload.Body = ByteString.CopyFrom(new byte[Limit - excess]);
        Assert.Equal(Limit, request.CalculateSize());

        var response = await client.CallAsync("UnaryCall", RawClient.Frame(request));

        Assert.Equal("0", response.GrpcStatus);
    }

    [Fact]
    [Trait("Fault", "37")]
    public async Task An_unknown_encoding_is_refused_with_those_that_are_known()
    {
        using var client = new RawClient(host.Started);

        var response = await client.CallAsync("EmptyCall", Nothing, ("grpc-encoding", "snappy"));

        Assert.Equal("12", response.GrpcStatus);
        Assert.Equal("identity,gzip", response.Headers["grpc-accept-encoding"]);
        await AssertLivesOnAsync(client, response);
    }

    [Theory]
    [Trait("Fault", "37")]
    [InlineData("text/plain")]
    [InlineData("application/grpc+json")]
    [InlineData("application/grpcx")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("not a content type")]
    [InlineData(null)]
    public async Task A_wrong_content_type_is_answered_with_415(string? contentType)
    {
        using var client = new RawClient(host.Started);

        var response = await client.PostAsync(
            "/grpc.testing.TestService/EmptyCall", contentType, Nothing);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.HttpStatus);
        Assert.Null(response.GrpcStatus);
        await AssertLivesOnAsync(client, response);
    }

    [Fact]
    public async Task A_call_without_te_is_answered_since_the_protocol_asks_it_of_clients_only()
    {
        using var client = new RawClient(host.Started);

        var response = await client.PostAsync(
            "/grpc.testing.TestService/EmptyCall", "application/grpc", Nothing);

        Assert.Equal("0", response.GrpcStatus);
    }

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("1X")]
    [InlineData("S")]
    [InlineData("-1S")]
    [InlineData("+1S")]
    [InlineData("1 S")]
    [InlineData("123456789S")]
    public async Task A_malformed_timeout_is_refused(string timeout)
    {
        using var client = new RawClient(host.Started);

        var response = await client.CallAsync("EmptyCall", Nothing, ("grpc-timeout", timeout));

        Assert.Equal("13", response.GrpcStatus);
        await AssertLivesOnAsync(client, response);
    }

    [Fact]
    public async Task Binary_metadata_that_is_no_base64_is_refused()
    {
        using var client = new RawClient(host.Started);

        var response = await client.CallAsync("EmptyCall", Nothing, ("x-bad-bin", "%%%"));

        Assert.Equal("13", response.GrpcStatus);
        await AssertLivesOnAsync(client, response);
        Assert.Empty(host.Started.Logs.Errors);
    }

    [Fact]
    public async Task A_malformed_message_in_the_middle_of_a_stream_ends_it_with_trailers()
    {
        using var client = new RawClient(host.Started);
        var good = RawClient.Frame(new StreamingOutputCallRequest
        {
            ResponseParameters = { new ResponseParameters { Size = 3 } },
        });

        var response = await client.CallAsync("FullDuplexCall", [.. good, .. RawClient.Frame(0xFF, 0, [])]);

        Assert.Equal("13", response.Trailers["grpc-status"]);
        Assert.NotEmpty(response.Body);
        await AssertLivesOnAsync(client, response);
    }

    [Fact]
    public async Task Grpc_over_http_1_is_told_to_upgrade()
    {
        using var client = new RawClient(host.Started, http2: false);

        var response = await client.CallAsync("EmptyCall", Nothing);

        Assert.Equal(HttpStatusCode.UpgradeRequired, response.HttpStatus);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("OPTIONS")]
    public async Task Only_post_is_answered(string method)
    {
        using var client = new RawClient(host.Started);
        using var request = new HttpRequestMessage(new HttpMethod(method), "/grpc.testing.TestService/EmptyCall");

        var response = await client.SendAsync(request);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.HttpStatus);
        Assert.Equal("POST", response.Headers["Allow"]);
    }

    [Theory]
    [InlineData("GET", "/some/page")]
    [InlineData("POST", "/page")]
    [InlineData("POST", "/grpc.testing.TestService/")]
    [InlineData("POST", "/grpc.testing.TestService/EmptyCall/more")]
    public async Task A_path_that_is_no_call_stays_unknown_to_the_application(string method, string path)
    {
        using var client = new RawClient(host.Started);
        using var request = new HttpRequestMessage(new HttpMethod(method), path)
        {
            Content = new ByteArrayContent(Nothing) { Headers = { ContentType = new("application/grpc") } },
        };

        Assert.Equal(HttpStatusCode.NotFound, (await client.SendAsync(request)).HttpStatus);
    }

    [Theory]
    [InlineData("POST", "application/grpc", HttpStatusCode.OK)]
    [InlineData("POST", "text/plain", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("GET", "application/grpc", HttpStatusCode.MethodNotAllowed)]
    public async Task A_method_that_its_service_does_not_have_is_answered_as_a_call(
        string method, string contentType, HttpStatusCode status)
    {
        using var client = new RawClient(host.Started);
        using var request = new HttpRequestMessage(new HttpMethod(method), "/grpc.testing.TestService/Missing")
        {
            Content = new ByteArrayContent(Nothing) { Headers = { ContentType = new(contentType) } },
        };

        var response = await client.SendAsync(request);

        Assert.Equal(status, response.HttpStatus);
        Assert.Equal(status == HttpStatusCode.OK ? "12" : null, response.GrpcStatus);
    }

    private static async Task AssertLivesOnAsync(RawClient client, RawResponse before)
    {
        var next = await client.CallAsync("EmptyCall", Nothing);
        Assert.Equal("0", next.GrpcStatus);
        Assert.NotNull(before.Connection);
        Assert.Equal(before.Connection, next.Connection);
    }

    private static byte[] Gzipped(byte[] payload)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal))
            gzip.Write(payload);
        return RawClient.Frame(1, (uint)compressed.ToArray().Length, compressed.ToArray());
    }

    private static byte[] CutGzip()
    {
        var whole = Gzipped([.. Enumerable.Range(0, 1000).Select(i => (byte)(i * 31))]);
        var half = whole[5..(5 + (whole.Length - 5) / 2)];
        return RawClient.Frame(1, (uint)half.Length, half);
    }

    /// <summary>A body that starts and never ends.</summary>
    private sealed class OpenContent(byte[] start) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(start);
            await stream.FlushAsync();
            await new TaskCompletionSource().Task.WaitAsync(TestContext.Current.CancellationToken);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
