using SupplyChainLedger.Grpc.Protocol;

namespace SupplyChainLedger.Grpc.Tests.Protocol;

public sealed class PercentEncodingTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("plain text ~!", "plain text ~!")]
    [InlineData("100%", "100%25")]
    [InlineData("\t\r\n\0\u007F", "%09%0D%0A%00%7F")]
    [InlineData("für ☺ 😈", "f%C3%BCr %E2%98%BA %F0%9F%98%88")]
    public void A_text_is_encoded_as_utf8_outside_printable_ascii_and_decoded_again(string text, string encoded)
    {
        Assert.Equal(encoded, PercentEncoding.Encode(text));
        Assert.Equal(text, PercentEncoding.Decode(encoded));
    }

    [Theory]
    [InlineData("%", "%")]
    [InlineData("%4", "%4")]
    [InlineData("%GG", "%GG")]
    [InlineData("100% sure", "100% sure")]
    [InlineData("%41%4", "A%4")]
    [InlineData("%e2%98%ba", "☺")]
    [InlineData("%FF", "\uFFFD")]
    [InlineData("ü%41", "üA")]
    public void Broken_escapes_are_left_and_never_fail(string encoded, string text) =>
        Assert.Equal(text, PercentEncoding.Decode(encoded));

    [Fact]
    public void Half_a_surrogate_pair_does_not_fail() => Assert.Equal("%EF%BF%BD", PercentEncoding.Encode("\uD83D"));
}
