using SupplyChainLedger.Ethereum.Signing;

namespace SupplyChainLedger.Ethereum.Tests.Signing;

public sealed class SignatureTests
{
    private const string Order = "0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141";
    private const string HalfOrder = "0x7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0";
    private const string HalfOrderPlusOne = "0x7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a1";
    private const string One = "0x0000000000000000000000000000000000000000000000000000000000000001";
    private const string Zero = "0x0000000000000000000000000000000000000000000000000000000000000000";

    [Theory]
    [InlineData(One, One, 0, SignatureFault.WrongRecoveryByte)]
    [InlineData(One, One, 1, SignatureFault.WrongRecoveryByte)]
    [InlineData(One, One, 26, SignatureFault.WrongRecoveryByte)]
    [InlineData(One, One, 29, SignatureFault.WrongRecoveryByte)]
    [InlineData(Zero, One, 27, SignatureFault.OutOfRange)]
    [InlineData(One, Zero, 27, SignatureFault.OutOfRange)]
    [InlineData(Order, One, 27, SignatureFault.OutOfRange)]
    [InlineData(One, Order, 28, SignatureFault.OutOfRange)]
    [InlineData(One, HalfOrderPlusOne, 27, SignatureFault.HighS)]
    public void A_signature_out_of_form_is_refused_with_its_fault(string r, string s, byte v, SignatureFault expected)
    {
        Assert.False(Signature.TryParse([.. Hex.Decode(r), .. Hex.Decode(s), v], out _, out var fault));
        Assert.Equal(expected, fault);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(64)]
    [InlineData(66)]
    public void A_signature_of_another_length_is_refused(int length)
    {
        Assert.False(Signature.TryParse(new byte[length], out _, out var fault));
        Assert.Equal(SignatureFault.WrongLength, fault);
    }

    [Theory]
    [InlineData(27, 0)]
    [InlineData(28, 1)]
    public void The_largest_low_s_is_accepted_and_written_as_it_was_read(byte v, int recoveryId)
    {
        byte[] bytes = [.. Hex.Decode(One), .. Hex.Decode(HalfOrder), v];

        Assert.True(Signature.TryParse(bytes, out var signature, out var fault));

        Assert.Equal(SignatureFault.None, fault);
        Assert.Equal(recoveryId, signature.RecoveryId);
        Assert.Equal(bytes, signature.ToBytes());
    }

    [Fact]
    public void The_default_signature_recovers_nobody() => Assert.Null(default(Signature).Recover(Hash32.Zero));

    [Fact]
    public void Another_digest_gives_another_signer()
    {
        using var key = PrivateKey.Generate();
        var signature = key.Sign(Hash32.Parse(One));

        Assert.NotEqual(key.Address, signature.Recover(Hash32.Parse(HalfOrder)));
    }
}
