using System.Buffers.Binary;
using System.Net;
using System.Text;
using Google.Protobuf;
using Grpc.Testing;
using SupplyChainLedger.Grpc.Tests.Interop;
using SupplyChainLedger.Grpc.Tests.Support;

namespace SupplyChainLedger.Grpc.Tests.Web;

public sealed class GrpcWebTests(InteropHost host) : IClassFixture<InteropHost>
{
    private const string Binary = "application/grpc-web+proto";
    private const string Text = "application/grpc-web-text";
    private const string Service = "/grpc.testing.TestService";

    [Theory]
    [InlineData(Binary)]
    [InlineData("application/grpc-web")]
    [InlineData(Text)]
    [InlineData("application/grpc-web-text+proto")]
    public async Task A_unary_call_is_answered_with_the_trailers_in_the_last_frame(string contentType)
    {
        using var client = new RawClient(host.Started, http2: false);
        var request = RawClient.Frame(new SimpleRequest { ResponseSize = 10_000 });

        var response = await client.PostAsync($"{Service}/UnaryCall", contentType, Encode(contentType, request));

        Assert.Equal(HttpStatusCode.OK, response.HttpStatus);
        var frames = Frames(contentType, response.Body);
        Assert.Equal([0, 0x80], frames.Select(frame => (int)frame.Flag));
        Assert.Equal(10_000, SimpleResponse.Parser.ParseFrom(frames[0].Payload).Payload.Body.Length);
        Assert.Equal("grpc-status: 0\r\n", Encoding.ASCII.GetString(frames[1].Payload));
    }

    [Theory]
    [InlineData(Binary)]
    [InlineData(Text)]
    public async Task A_server_stream_is_answered_message_by_message(string contentType)
    {
        using var client = new RawClient(host.Started, http2: false);
        var request = RawClient.Frame(new StreamingOutputCallRequest
        {
            ResponseParameters = { new[] { 1, 2, 3 }.Select(size => new ResponseParameters { Size = size }) },
        });

        var response = await client.PostAsync(
            $"{Service}/StreamingOutputCall", contentType, Encode(contentType, request));

        var frames = Frames(contentType, response.Body);
        Assert.Equal([0, 0, 0, 0x80], frames.Select(frame => (int)frame.Flag));
        var responses = frames[..3].Select(frame => StreamingOutputCallResponse.Parser.ParseFrom(frame.Payload));
        Assert.Equal([1, 2, 3], responses.Select(message => message.Payload.Body.Length));
    }

    [Theory]
    [InlineData(Binary)]
    [InlineData(Text)]
    public async Task A_refusal_without_a_message_stands_in_the_headers(string contentType)
    {
        using var client = new RawClient(host.Started, http2: false);

        var response = await client.PostAsync(
            $"{Service}/UnimplementedCall", contentType, Encode(contentType, RawClient.Frame(new Empty())));

        Assert.Equal("12", response.Headers["grpc-status"]);
        Assert.Empty(response.Body);
    }

    [Fact]
    public async Task A_refusal_after_messages_stands_in_the_last_frame()
    {
        using var client = new RawClient(host.Started, http2: false);
        var request = RawClient.Frame(new StreamingOutputCallRequest
        {
            ResponseParameters = { new ResponseParameters { Size = 1 } },
            ResponseStatus = new EchoStatus { Code = 9, Message = "not yet ☺" },
        });

        var response = await client.PostAsync($"{Service}/StreamingOutputCall", Binary, request);

        Assert.Equal(
            "grpc-status: 9\r\ngrpc-message: not yet %E2%98%BA\r\n",
            Encoding.ASCII.GetString(Frames(Binary, response.Body)[^1].Payload));
    }

    [Fact]
    public async Task Binary_metadata_goes_both_ways()
    {
        using var client = new RawClient(host.Started, http2: false);

        var response = await client.PostAsync(
            $"{Service}/EmptyCall",
            Binary,
            RawClient.Frame(new Empty()),
            ("x-grpc-test-echo-initial", "hello"),
            ("x-grpc-test-echo-trailing-bin", "q6ur"));

        Assert.Equal("hello", response.Headers["x-grpc-test-echo-initial"]);
        Assert.Contains(
            "x-grpc-test-echo-trailing-bin: q6ur\r\n",
            Encoding.ASCII.GetString(Frames(Binary, response.Body)[^1].Payload),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_request_may_come_in_several_padded_pieces()
    {
        using var client = new RawClient(host.Started, http2: false);
        var payload = new Payload { Body = ByteString.CopyFrom(new byte[9000]) };
        var frame = RawClient.Frame(new SimpleRequest { ResponseSize = 7, Payload = payload });
        var pieces = frame.Chunk(4001).Select(piece => Convert.ToBase64String(piece));

        var response = await client.PostAsync(
            $"{Service}/UnaryCall", Text, Encoding.ASCII.GetBytes(string.Concat(pieces)));

        Assert.Equal(7, SimpleResponse.Parser.ParseFrom(Frames(Text, response.Body)[0].Payload).Payload.Body.Length);
    }

    [Theory]
    [InlineData("AAA")]
    [InlineData("!!!!")]
    [InlineData("AAAAAA=A")]
    public async Task A_text_that_is_no_base64_is_refused(string text)
    {
        using var client = new RawClient(host.Started, http2: false);

        var response = await client.PostAsync($"{Service}/EmptyCall", Text, Encoding.ASCII.GetBytes(text));

        Assert.Equal("13", response.Headers["grpc-status"]);
        Assert.Empty(host.Started.Logs.Errors);
    }

    [Theory]
    [InlineData(Binary)]
    [InlineData(Text)]
    public async Task A_message_over_the_limit_is_refused(string contentType)
    {
        using var client = new RawClient(host.Started, http2: false);
        var tooLong = RawClient.Frame(0, 4 * 1024 * 1024 + 1, new byte[16]);

        var response = await client.PostAsync($"{Service}/EmptyCall", contentType, Encode(contentType, tooLong));

        Assert.Equal("8", response.Headers["grpc-status"]);
    }

    [Fact]
    [Trait("Fault", "47")]
    public async Task Pages_of_other_origins_are_given_no_leave()
    {
        using var client = new RawClient(host.Started, http2: false);
        using var preflight = new HttpRequestMessage(HttpMethod.Options, $"{Service}/EmptyCall");
        preflight.Headers.Add("Origin", "https://elsewhere.example");
        preflight.Headers.Add("Access-Control-Request-Method", "POST");

        var asked = await client.SendAsync(preflight);
        var called = await client.PostAsync(
            $"{Service}/EmptyCall", Binary, RawClient.Frame(new Empty()), ("Origin", "https://elsewhere.example"));

        Assert.DoesNotContain(
            asked.Headers.Keys.Concat(called.Headers.Keys),
            name => name.StartsWith("Access-Control", StringComparison.OrdinalIgnoreCase));
    }

    private static byte[] Encode(string contentType, byte[] body) =>
        contentType.StartsWith(Text, StringComparison.Ordinal)
            ? Encoding.ASCII.GetBytes(Convert.ToBase64String(body))
            : body;

    private static List<(byte Flag, byte[] Payload)> Frames(string contentType, byte[] body)
    {
        var bytes = contentType.StartsWith(Text, StringComparison.Ordinal) ? DecodePieces(body) : body;
        var frames = new List<(byte, byte[])>();
        for (var at = 0; at < bytes.Length;)
        {
            var length = (int)BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(at + 1));
            frames.Add((bytes[at], bytes[(at + 5)..(at + 5 + length)]));
            at += 5 + length;
        }

        return frames;
    }

    /// <summary>Pieces of Base64 may be padded each, so that the text as a whole is no Base64.</summary>
    private static byte[] DecodePieces(byte[] text)
    {
        var quanta = Encoding.ASCII.GetString(text).Chunk(4).Select(quantum => new string(quantum));
        return [.. quanta.SelectMany(Convert.FromBase64String)];
    }
}
