namespace SupplyChainLedger.Ethereum.Tests;

public sealed class Hash32Tests
{
    private const string Text = "0x00112233445566778899aabbccddeeff0123456789abcdeffedcba9876543210";

    [Fact]
    public void A_hash_is_read_in_either_case_and_written_in_lower_case()
    {
        var hash = Hash32.Parse(Text);

        Assert.Equal(Text, hash.ToString());
        Assert.Equal(hash, Hash32.Parse($"0x{Text[2..].ToUpperInvariant()}"));
        Assert.Equal(hash, Hash32.FromBytes(hash.ToBytes()));
        Assert.Equal(Hex.Decode(Text), hash.ToBytes());
        Assert.Equal(hash.GetHashCode(), Hash32.Parse(Text).GetHashCode());
    }

    [Theory]
    [InlineData("0x")]
    [InlineData("0x00112233445566778899aabbccddeeff0123456789abcdeffedcba98765432")]
    [InlineData("0x00112233445566778899aabbccddeeff0123456789abcdeffedcba987654321z")]
    [InlineData("00112233445566778899aabbccddeeff0123456789abcdeffedcba9876543210aa")]
    public void Anything_else_is_no_hash(string text)
    {
        Assert.False(Hash32.TryParse(text, out _));
        Assert.Throws<FormatException>(() => Hash32.Parse(text));
    }

    [Fact]
    public void Every_byte_counts()
    {
        var hash = Hash32.Parse(Text);
        for (var i = 0; i < Hash32.Size; i++)
        {
            var bytes = hash.ToBytes();
            bytes[i] ^= 1;
            Assert.NotEqual(hash, Hash32.FromBytes(bytes));
        }
    }

    [Fact]
    public void Hashes_are_ordered_as_numbers()
    {
        var low = Hash32.Parse("0x00000000000000000000000000000000000000000000000000000000000000ff");
        var high = Hash32.Parse("0x0100000000000000000000000000000000000000000000000000000000000000");

        Assert.True(low < high && high > low && low <= high && high >= low);
    }

    [Theory]
    [InlineData("0x", 0)]
    [InlineData("0x00fF", 2)]
    public void Byte_strings_are_read_with_their_prefix(string text, int length) =>
        Assert.Equal(length, Hex.Decode(text).Length);

    [Theory]
    [InlineData("")]
    [InlineData("00")]
    [InlineData("0x0")]
    [InlineData("0x0g")]
    public void Byte_strings_of_another_form_are_refused(string text)
    {
        Assert.False(Hex.TryDecode(text, out var bytes));
        Assert.Empty(bytes);
        Assert.Throws<FormatException>(() => Hex.Decode(text));
    }
}
