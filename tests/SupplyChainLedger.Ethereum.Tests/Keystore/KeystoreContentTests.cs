using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using SupplyChainLedger.Ethereum.Keystore;
using SupplyChainLedger.Ethereum.Signing;

namespace SupplyChainLedger.Ethereum.Tests.Keystore;

public sealed class KeystoreContentTests
{
    private const string Password = "testpassword";
    private const string Secret = "0x7a28b5ba57c53603b0b07b56bba752f7784bf506fa95edc395f5cf6c7514fe9d";

    // The PBKDF2 test vector of the Web3 Secret Storage Definition, with the address that its key has.
    private const string Vector =
        """
        {
          "address": "008aeeda4d805471df9b2a5b0f38a0c3bcba786b",
          "crypto": {
            "cipher": "aes-128-ctr",
            "cipherparams": { "iv": "6087dab2f9fdbbfaddc31a909735c1e6" },
            "ciphertext": "5318b4d5bcd28de64ee5559e671353e16f075ecae9f99c7a79a38af5f869aa46",
            "kdf": "pbkdf2",
            "kdfparams": {
              "c": 262144,
              "dklen": 32,
              "prf": "hmac-sha256",
              "salt": "ae3cd4e7013836a3df6bd7241b12db061dbe2c6785853cce422d148a624ce0bd"
            },
            "mac": "517ead924a9d0dc3124507e3393d175ce3ff7c1e96529c6c555ce9e51205e9b2"
          },
          "id": "3198bc9c-6672-5ab3-d995-4942343ae5b6",
          "version": 3
        }
        """;

    public static TheoryData<string> Fields =>
    [
        "address", "crypto.cipher", "crypto.cipherparams.iv", "crypto.ciphertext", "crypto.kdf",
        "crypto.kdfparams.c", "crypto.kdfparams.dklen", "crypto.kdfparams.prf", "crypto.kdfparams.salt",
        "crypto.mac", "version",
    ];

    [Fact]
    public void The_published_keystore_holds_the_published_key()
    {
        using var key = Decrypt(Vector, Password);
        using var expected = PrivateKey.FromBytes(Hex.Decode(Secret));

        Assert.Equal(expected.Address, key.Address);
    }

    [Fact]
    public void Scrypt_stretches_as_RFC_7914_says()
    {
        // Section 12, third vector; the first 32 bytes do not depend on how many are asked for.
        var derivation = new ScryptDerivation("SodiumChloride"u8.ToArray(), 16384, 8, 1);

        Assert.Equal("7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2",
            Convert.ToHexStringLower(derivation.Derive("pleaseletmein"u8)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Testpassword")]
    [InlineData("testpassword ")]
    public void A_wrong_password_says_so(string password) =>
        Assert.Equal(KeystoreFault.WrongPassword, FaultOf(Vector, password));

    [Theory]
    [MemberData(nameof(Fields))]
    public void A_flipped_bit_in_any_field_is_noticed(string path)
    {
        foreach (var place in new[] { 0, 1 })
        {
            var json = JsonNode.Parse(Vector)!;
            Replace(json, path, value => Flip(value, place));
            Assert.NotNull(FaultOf(json.ToJsonString(), Password));
        }
    }

    [Theory]
    [MemberData(nameof(Fields))]
    public void A_missing_field_is_named_unless_it_is_the_address(string path)
    {
        var json = JsonNode.Parse(Vector)!;
        Replace(json, path, _ => null);

        if (path == "address") Decrypt(json.ToJsonString(), Password).Dispose();
        else Assert.Equal(KeystoreFault.Malformed, FaultOf(json.ToJsonString(), Password));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("garbage")]
    [InlineData("\0\0\0\0")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"version":3}""")]
    [InlineData("""{"version":3,"version":3}""")]
    [InlineData("""{"version":3,"crypto":7}""")]
    [InlineData("[[[[[[[[[[[[]]]]]]]]]]]]")]
    public void Garbage_is_refused_without_being_quoted(string text)
    {
        var fault = Assert.Throws<KeystoreException>(() => Decrypt(text, Password));

        Assert.Contains(fault.Fault, new[] { KeystoreFault.Empty, KeystoreFault.Malformed });
        Assert.DoesNotContain("garbage", fault.ToString());
    }

    [Fact]
    public void A_keystore_cut_anywhere_is_refused()
    {
        var whole = Vector.TrimEnd();
        for (var length = 0; length < whole.Length; length += 7)
            Assert.True(FaultOf(whole[..length], Password) is KeystoreFault.Empty or KeystoreFault.Malformed);
    }

    [Theory]
    [InlineData(99_999, KeystoreFault.DerivationTooWeak)]
    [InlineData(0, KeystoreFault.DerivationTooWeak)]
    [InlineData(-1, KeystoreFault.DerivationTooWeak)]
    [InlineData(10_000_001, KeystoreFault.DerivationTooCostly)]
    [InlineData(long.MaxValue, KeystoreFault.DerivationTooCostly)]
    public void Pbkdf2_with_too_little_or_too_much_work_is_refused(long rounds, KeystoreFault expected)
    {
        var json = JsonNode.Parse(Vector)!;
        Replace(json, "crypto.kdfparams.c", _ => rounds);
        Assert.Equal(expected, FaultOf(json.ToJsonString(), Password));
    }

    [Theory]
    [InlineData(2, 8, 1, KeystoreFault.DerivationTooWeak)]
    [InlineData(2048, 8, 1, KeystoreFault.DerivationTooWeak)]
    [InlineData(1 << 20, 8, 1, KeystoreFault.DerivationTooCostly)]
    [InlineData(262_144, 8, 64, KeystoreFault.DerivationTooCostly)]
    [InlineData(1L << 40, 1L << 40, 1L << 40, KeystoreFault.DerivationTooCostly)]
    [InlineData(262_143, 8, 1, KeystoreFault.Malformed)]
    [InlineData(0, 8, 1, KeystoreFault.Malformed)]
    [InlineData(-2, 8, 1, KeystoreFault.Malformed)]
    [InlineData(262_144, 0, 1, KeystoreFault.Malformed)]
    [InlineData(262_144, 8, -1, KeystoreFault.Malformed)]
    [InlineData(262_144, 1, 8, KeystoreFault.Unsupported)]
    public void Scrypt_with_bad_parameters_is_refused(long n, long r, long p, KeystoreFault expected)
    {
        var json = JsonNode.Parse(Vector)!;
        Replace(json, "crypto.kdf", _ => "scrypt");
        Replace(json, "crypto.kdfparams", _ => new JsonObject
        {
            ["dklen"] = 32,
            ["n"] = n,
            ["r"] = r,
            ["p"] = p,
            ["salt"] = new string('a', 64),
        });
        Assert.Equal(expected, FaultOf(json.ToJsonString(), Password));
    }

    [Fact]
    public void An_altered_counter_is_noticed_by_the_address()
    {
        var json = JsonNode.Parse(Vector)!;
        Replace(json, "crypto.cipherparams.iv", value => Flip(value, 5));
        Assert.Equal(KeystoreFault.WrongAddress, FaultOf(json.ToJsonString(), Password));
    }

    [Fact]
    public void Counter_mode_equals_the_vector_of_NIST()
    {
        // SP 800-38A, F.5.1, all four blocks
        var key = Convert.FromHexString("2b7e151628aed2a6abf7158809cf4f3c");
        var counter = Convert.FromHexString("f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff");
        var plain = Convert.FromHexString(
            "6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e51"
            + "30c81c46a35ce411e5fbc1191a0a52eff69f2445df4f9b17ad2b417be66c3710");

        Assert.Equal(
            "874d6191b620e3261bef6864990db6ce9806f66b7970fdff8617187bb9fffdff"
            + "5ae4df3edbd5d35e5b4f09020db03eab1e031dda2fbe03d1792170a0f3009cee",
            Convert.ToHexStringLower(AesCounterMode.Apply(key, counter, plain)));
    }

    [Fact]
    public void The_counter_carries_over_all_its_bytes()
    {
        var key = new byte[AesCounterMode.KeySize];
        var last = Enumerable.Repeat((byte)0xff, AesCounterMode.BlockSize).ToArray();
        using var aes = Aes.Create();
        aes.Key = key;

        var stream = AesCounterMode.Apply(key, last, new byte[32]);

        Assert.Equal(aes.EncryptEcb(new byte[16], PaddingMode.None), stream[16..]);
    }

    private static PrivateKey Decrypt(string json, string password) =>
        KeystoreFile.Decrypt(Encoding.UTF8.GetBytes(json), password);

    private static KeystoreFault? FaultOf(string json, string password) =>
        (Record.Exception(() => Decrypt(json, password)) as KeystoreException)?.Fault;

    private static void Replace(JsonNode json, string path, Func<JsonNode, JsonNode?> change)
    {
        var names = path.Split('.');
        var owner = names[..^1].Aggregate(json, (node, name) => node[name]!).AsObject();
        if (change(owner[names[^1]]!) is { } value) owner[names[^1]] = value;
        else owner.Remove(names[^1]);
    }

    private static JsonNode Flip(JsonNode value, int place)
    {
        if (value.GetValueKind() == System.Text.Json.JsonValueKind.Number) return (long)value ^ (1L << place);
        var text = ((string?)value)!.ToCharArray();
        text[place * (text.Length - 1) / 5 % text.Length] ^= '\u0001';
        return new string(text);
    }
}
