namespace SupplyChainLedger.Ethereum.Tests;

public sealed class AddressTests
{
    /// <summary>The test cases of EIP-55.</summary>
    [Theory]
    [InlineData("0x52908400098527886E0F7030069857D2E4169EE7")]
    [InlineData("0x8617E340B3D01FA5F11F306F4090FD50E238070D")]
    [InlineData("0xde709f2102306220921060314715629080e2fb77")]
    [InlineData("0x27b1fdb04752bbc536007a920d24acb045561c26")]
    [InlineData("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed")]
    [InlineData("0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359")]
    [InlineData("0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB")]
    [InlineData("0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb")]
    public void Addresses_are_written_with_their_checksum_and_read_in_one_case_too(string text)
    {
        var address = Address.Parse(text);

        Assert.Equal(text, address.ToString());
        Assert.Equal(address, Address.Parse(text.ToLowerInvariant()));
        Assert.Equal(address, Address.Parse($"0x{text[2..].ToUpperInvariant()}"));
        Assert.Equal(address, Address.FromBytes(address.ToBytes()));
    }

    [Theory]
    [InlineData("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1Beaed")]
    [InlineData("0x5AAeb6053F3E94C9b9A09f33669435E7Ef1BeAed")]
    public void A_mistyped_letter_breaks_the_checksum(string text)
    {
        var fault = Assert.Throws<FormatException>(() => Address.Parse(text));

        Assert.Contains("EIP-55", fault.Message);
        Assert.False(Address.TryParse(text, out var address));
        Assert.Equal(Address.Zero, address);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0x")]
    [InlineData("de709f2102306220921060314715629080e2fb77")]
    [InlineData("0xde709f2102306220921060314715629080e2fb7")]
    [InlineData("0xde709f2102306220921060314715629080e2fb7700")]
    [InlineData("0xge709f2102306220921060314715629080e2fb77")]
    [InlineData("0Xde709f2102306220921060314715629080e2fb77")]
    public void Anything_else_is_no_address(string? text) => Assert.False(Address.TryParse(text, out _));

    [Fact]
    public void Addresses_are_ordered_by_their_bytes()
    {
        var low = Address.Parse("0x00000000000000000000000000000000000000ff");
        var high = Address.Parse("0x0100000000000000000000000000000000000000");

        Assert.True(low < high);
        Assert.True(high > low);
        Assert.Equal([Address.Zero, low, high], new[] { high, Address.Zero, low }.Order());
    }
}
