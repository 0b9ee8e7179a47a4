using System.Text.Json.Nodes;
using SupplyChainLedger.Ethereum.Sealing;
using SupplyChainLedger.Ethereum.Signing;
using SupplyChainLedger.Ethereum.Tests.Oracle;

namespace SupplyChainLedger.Ethereum.Tests.Sealing;

public sealed class SealedBoxTests(SecondOpinion opinion)
{
    private static readonly byte[] Message = "97.5 %, 48500 ppm"u8.ToArray();
    private static readonly byte[] Context = "holding 1"u8.ToArray();

    [Fact]
    public void The_recipient_reads_what_was_sealed()
    {
        using var key = PrivateKey.Generate();
        var box = SealedBox.Seal(key.SealingKey, Message, Context);
        Assert.True(SealedBox.TryOpen(key, box, Context, out var opened));
        Assert.Equal(Message, opened);
        Assert.Equal(Message.Length + SealedBox.Overhead, box.Length);
    }

    [Fact]
    public void Nobody_else_reads_it()
    {
        using var key = PrivateKey.Generate();
        using var other = PrivateKey.Generate();
        var box = SealedBox.Seal(key.SealingKey, Message, Context);
        Assert.False(SealedBox.TryOpen(other, box, Context, out var opened));
        Assert.Null(opened);
    }

    [Fact]
    public void A_box_moved_to_another_context_does_not_open()
    {
        using var key = PrivateKey.Generate();
        var box = SealedBox.Seal(key.SealingKey, Message, Context);
        Assert.False(SealedBox.TryOpen(key, box, "holding 2"u8, out _));
    }

    [Fact]
    public void A_box_with_any_bit_changed_does_not_open()
    {
        using var key = PrivateKey.Generate();
        var box = SealedBox.Seal(key.SealingKey, Message, Context);
        for (var bit = 0; bit < box.Length * 8; bit++)
        {
            box[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.False(SealedBox.TryOpen(key, box, Context, out _), $"bit {bit}");
            box[bit / 8] ^= (byte)(1 << (bit % 8));
        }

        Assert.True(SealedBox.TryOpen(key, box, Context, out _));
    }

    [Fact]
    public void A_box_cut_short_does_not_open()
    {
        using var key = PrivateKey.Generate();
        var box = SealedBox.Seal(key.SealingKey, Message, Context);
        for (var length = 0; length < box.Length; length++)
            Assert.False(SealedBox.TryOpen(key, box.AsSpan(0, length), Context, out _), $"{length} bytes");
    }

    [Fact]
    public void The_same_message_never_makes_the_same_box()
    {
        using var key = PrivateKey.Generate();
        Assert.NotEqual(
            SealedBox.Seal(key.SealingKey, Message, Context), SealedBox.Seal(key.SealingKey, Message, Context));
    }

    [Theory]
    [InlineData("")]
    [InlineData("0x02")]
    [InlineData("0x0479be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798")]
    [InlineData("0x020000000000000000000000000000000000000000000000000000000000000005")]
    [InlineData("0x02ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff")]
    public void What_is_no_compressed_point_is_refused_as_a_recipient(string recipient)
    {
        var key = recipient.Length == 0 ? [] : Hex.Decode(recipient);
        Assert.False(SealedBox.IsKey(key));
        Assert.Throws<ArgumentException>(() => SealedBox.Seal(key, Message, Context));
    }

    [Fact]
    public async Task Another_implementation_opens_the_boxes()
    {
        var cases = new List<JsonNode>();
        var messages = new List<string>();
        for (var length = 0; length < 50; length++)
        {
            using var key = PrivateKey.Generate();
            var message = Enumerable.Range(0, length).Select(number => (byte)number).ToArray();
            messages.Add(Hex.Encode(message));
            cases.Add(new JsonObject
            {
                ["key"] = Hex.Encode(key.Secret),
                ["box"] = Hex.Encode(SealedBox.Seal(key.SealingKey, message, Context)),
                ["context"] = Hex.Encode(Context),
            });
        }

        var opened = await opinion.AskAsync("openBox", cases, TestContext.Current.CancellationToken);

        Assert.Equal(messages, opened.Select(node => node!.GetValue<string>()));
    }
}
