using System.Numerics;
using SupplyChainLedger.Ethereum.Rlp;
using SupplyChainLedger.Ethereum.Signing;
using SupplyChainLedger.Ethereum.Tests.Oracle;
using SupplyChainLedger.Ethereum.Transactions;

namespace SupplyChainLedger.Ethereum.Tests.Transactions;

public sealed class TransactionTests(ITestOutputHelper output)
{
    private static readonly byte[] ExampleKey = [.. Enumerable.Repeat((byte)0x46, 32)];

    private static readonly LegacyTransaction Example = new()
    {
        ChainId = 1,
        Nonce = 9,
        GasPrice = 20_000_000_000,
        GasLimit = 21_000,
        To = Address.Parse("0x3535353535353535353535353535353535353535"),
        Value = BigInteger.Pow(10, 18),
    };

    [Fact]
    public void The_example_of_EIP_155_is_signed_as_it_says()
    {
        using var key = PrivateKey.FromBytes(ExampleKey);

        Assert.Equal("0xdaf5a779ae972f972197303d7b574746c7ef83eadac0f2791ad23db92e4c8e53",
            Example.SigningHash.ToString());
        Assert.Equal(
            "0xf86c098504a817c800825208943535353535353535353535353535353535353535880de0b6b3a76400008025a0"
            + "28ef61340bd939bc2195fe537567866003e1a15d3c71ff63e1590620aa636276a0"
            + "67cbe9d8997f761aecb703304b3800ccf555c9f3dc64214b297fb1966a3b6d83",
            Hex.Encode(Example.Sign(key).Raw));
    }

    [Fact]
    public void A_transaction_cut_anywhere_is_refused()
    {
        using var key = PrivateKey.FromBytes(ExampleKey);
        var raw = Example.Sign(key).Raw;
        for (var length = 0; length < raw.Length; length++)
            Assert.Throws<RlpException>(() => SignedTransaction.Decode(raw.AsSpan(0, length)));
        Assert.Throws<RlpException>(() => SignedTransaction.Decode([.. raw, 0]));
    }

    [Fact]
    public void Damaged_transactions_throw_nothing_but_the_typed_exception()
    {
        const int seed = 2718;
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        using var key = PrivateKey.FromBytes(ExampleKey);
        var kinds = new[] { Example.Sign(key).Raw, ToEip1559().Sign(key).Raw };
        var refused = 0;
        for (var i = 0; i < 4000; i++)
        {
            var raw = kinds[i % 2].ToArray();
            raw[random.Next(raw.Length)] = (byte)random.Next(256);
            try
            {
                Assert.Equal(raw, SignedTransaction.Decode(raw).Raw);
            }
            catch (RlpException)
            {
                refused++;
            }
        }

        Assert.InRange(refused, 100, 3999);
    }

    [Fact]
    public void A_high_s_in_a_transaction_is_refused()
    {
        using var key = PrivateKey.FromBytes(ExampleKey);
        var signed = Example.Sign(key);
        var order = BigInteger.Parse("0fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141",
            System.Globalization.NumberStyles.HexNumber);
        var highS = order - new BigInteger(signed.Signature.S.ToBytes(), isUnsigned: true, isBigEndian: true);
        var raw = signed.Raw.ToArray();
        highS.ToByteArray(isUnsigned: true, isBigEndian: true).CopyTo(raw, raw.Length - 32);

        var fault = Assert.Throws<RlpException>(() => SignedTransaction.Decode(raw));
        Assert.Contains(nameof(SignatureFault.HighS), fault.Message);
    }

    [Fact]
    public void Kinds_that_are_not_known_are_refused_by_their_number()
    {
        var fault = Assert.Throws<RlpException>(() => SignedTransaction.Decode([3, 0xc0]));
        Assert.Equal("Transactions of type 3 are not supported.", fault.Message);
    }

    [Theory]
    [InlineData(0, "0xcd234a471b72ba2f1ccf0a70fcaba648a5eecd8d")]
    [InlineData(1, "0x343c43a37d37dff08ae8c4a11544c718abb4fcf8")]
    [InlineData(2, "0xf778b86fa74e846c4f0a1fbd1335fe81c00a0c91")]
    [InlineData(3, "0xfffd933a0bc612844eaf0c6fe3e5b8e9b6c1d19c")]
    public void A_created_contract_is_where_the_sender_and_nonce_put_it(ulong nonce, string expected) =>
        Assert.Equal(Address.Parse(expected),
            ContractAddress.FromCreate(Address.Parse("0x6ac7ea33f8831ea9dcc53393aaa88b25a785dbf0"), nonce));

    private static Eip1559Transaction ToEip1559() => new()
    {
        ChainId = 1,
        Nonce = 9,
        MaxFeePerGas = 20,
        MaxPriorityFeePerGas = 1,
        GasLimit = 21_000,
        To = Example.To,
        AccessList = [new AccessListEntry(Example.To!.Value, [Hash32.Zero])],
    };
}
