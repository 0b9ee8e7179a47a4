using System.Buffers;
using Grpc.Core;
using SupplyChainLedger.Grpc.Protocol;

namespace SupplyChainLedger.Grpc.Tests.Protocol;

public sealed class MessageWriterTests
{
    private static readonly byte[] Payload = [1, 2, 3];
    private static readonly byte[] Framed = [0, 0, 0, 0, 3, 1, 2, 3];

    [Fact]
    public void A_marshaller_that_gives_an_array_is_framed() =>
        Assert.Equal(Framed, Write((message, context) => context.Complete(message)));

    [Fact]
    public void A_marshaller_that_announces_its_length_is_framed() => Assert.Equal(Framed, Write((message, context) =>
    {
        context.SetPayloadLength(message.Length);
        context.GetBufferWriter().Write(message);
        context.Complete();
    }));

    [Fact]
    public void A_marshaller_that_announces_nothing_is_framed() => Assert.Equal(Framed, Write((message, context) =>
    {
        context.GetBufferWriter().Write(message);
        context.Complete();
    }));

    [Fact]
    public void A_marshaller_that_writes_less_than_it_announced_is_found_out() =>
        Assert.Throws<InvalidOperationException>(() => Write((message, context) =>
        {
            context.SetPayloadLength(message.Length + 1);
            context.GetBufferWriter().Write(message);
            context.Complete();
        }));

    [Fact]
    public void A_marshaller_that_does_not_complete_is_found_out() =>
        Assert.Throws<InvalidOperationException>(() => Write((_, _) => { }));

    [Fact]
    public void An_empty_message_is_never_sent_compressed()
    {
        var output = new ArrayBufferWriter<byte>();
        var marshaller = Marshallers.Create<byte[]>(message => message, message => message);

        new MessageWriter(output, MessageSizeLimit.Sent(null)).Write(marshaller, [], compress: true);

        Assert.Equal([0, 0, 0, 0, 0], output.WrittenSpan.ToArray());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_message_over_the_limit_writes_nothing(bool compress)
    {
        var output = new ArrayBufferWriter<byte>();
        var writer = new MessageWriter(output, MessageSizeLimit.Sent(2));
        var marshaller = Marshallers.Create<byte[]>(message => message, message => message);

        var refusal = Assert.Throws<RpcException>(() => writer.Write(marshaller, Payload, compress));

        Assert.Equal(StatusCode.ResourceExhausted, refusal.StatusCode);
        Assert.Equal(0, output.WrittenCount);
    }

    private static byte[] Write(Action<byte[], SerializationContext> serialize)
    {
        var output = new ArrayBufferWriter<byte>();
        var marshaller = Marshallers.Create(serialize, context => context.PayloadAsNewBuffer());
        new MessageWriter(output, MessageSizeLimit.Sent(null)).Write(marshaller, Payload, compress: false);
        return output.WrittenSpan.ToArray();
    }
}
