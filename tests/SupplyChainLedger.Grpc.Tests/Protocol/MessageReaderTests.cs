using System.IO.Pipelines;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Testing;
using SupplyChainLedger.Grpc.Protocol;
using SupplyChainLedger.Grpc.Tests.Support;

namespace SupplyChainLedger.Grpc.Tests.Protocol;

public sealed class MessageReaderTests
{
    private static readonly Marshaller<SimpleRequest> OfArrays =
        Marshallers.Create(message => message.ToByteArray(), SimpleRequest.Parser.ParseFrom);

    [Fact]
    public async Task Messages_that_arrive_byte_by_byte_are_put_together()
    {
        var pipe = new Pipe();
        var reader = new MessageReader(pipe.Reader, null, MessageSizeLimit.Received(100));
        var first = new SimpleRequest { ResponseSize = 300 };
        var second = new SimpleRequest { Payload = new Payload { Body = ByteString.CopyFromUtf8("twelve bytes") } };

        var reading = ReadAllAsync(reader);
        foreach (var octet in (byte[])[.. RawClient.Frame(first), .. RawClient.Frame(second)])
            await pipe.Writer.WriteAsync(new[] { octet }, TestContext.Current.CancellationToken);
        await pipe.Writer.CompleteAsync();

        Assert.Equal([first, second], await reading);
    }

    [Fact]
    public async Task Messages_that_arrive_together_are_taken_apart()
    {
        var sent = Enumerable.Range(0, 50).Select(size => new SimpleRequest { ResponseSize = size }).ToList();
        var bytes = sent.SelectMany(RawClient.Frame).ToArray();
        var reader = new MessageReader(
            PipeReader.Create(new MemoryStream(bytes)), null, MessageSizeLimit.Received(null));

        Assert.Equal(sent, await ReadAllAsync(reader));
    }

    private static async Task<List<SimpleRequest>> ReadAllAsync(MessageReader reader)
    {
        var messages = new List<SimpleRequest>();
        while (await reader.ReadAsync(OfArrays, TestContext.Current.CancellationToken) is { } message)
            messages.Add(message);
        return messages;
    }
}
