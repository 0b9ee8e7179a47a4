using System.Text.Json.Nodes;
using SupplyChainLedger.Ethereum.Abi;
using SupplyChainLedger.Ethereum.Tests.Oracle;

namespace SupplyChainLedger.Ethereum.Tests.Abi;

public sealed class RandomTupleTests(SecondOpinion viem, ITestOutputHelper output)
{
    private const int Seed = 20261121;
    private const int Count = 1000;

    [Fact]
    public async Task A_thousand_random_tuples_encode_as_viem_encodes_them_and_decode_back()
    {
        output.WriteLine($"seed {Seed}");
        var random = new Random(Seed);
        var samples = Enumerable.Range(0, Count).Select(_ => Sample.Next(random)).ToArray();

        var encoded = await viem.AskAsync(
            "encode", samples.Select(sample => sample.Question()), TestContext.Current.CancellationToken);

        for (var i = 0; i < Count; i++)
        {
            var (tuple, value) = samples[i];
            var ours = tuple.Type.Encode(value);
            Assert.Equal(encoded[i]!.GetValue<string>(), Hex.Encode(ours));
            Assert.Equal(tuple.ToJson(value).ToJsonString(), tuple.ToJson(tuple.Type.Decode(ours)).ToJsonString());
        }
    }

    [Fact]
    public void Whatever_the_decoder_accepts_encodes_to_the_same_bytes()
    {
        output.WriteLine($"seed {Seed + 1}");
        var random = new Random(Seed + 1);
        var accepted = 0;
        var refused = 0;
        for (var i = 0; i < 20 * Count; i++)
        {
            var (tuple, value) = Sample.Next(random);
            var bytes = Damage(tuple.Type.Encode(value), random);
            try
            {
                Assert.Equal(bytes, tuple.Type.Encode(tuple.Type.Decode(bytes)));
                accepted++;
            }
            catch (AbiException)
            {
                refused++;
            }
        }

        Assert.True(accepted > Count && refused > Count, $"{accepted} accepted, {refused} refused");
    }

    /// <summary>Flips bits where they hurt: often in the low bytes of a word, where lengths and offsets are.</summary>
    private static byte[] Damage(byte[] bytes, Random random)
    {
        switch (random.Next(4))
        {
            case 0:
                return bytes[..random.Next(bytes.Length)];
            case 1:
                return [.. bytes, .. random.Bytes(random.Next(1, 65))];
            case 2:
                bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
                return bytes;
            default:
                var word = random.Next(bytes.Length / 32) * 32;
                bytes[word + 31 - random.Next(5)] = (byte)random.Next(256);
                return bytes;
        }
    }

    private sealed record Sample(RandomAbiType Tuple, object Value)
    {
        public static Sample Next(Random random)
        {
            var tuple = RandomAbiType.Tuple(random);
            return new Sample(tuple, tuple.Value(random));
        }

        public JsonObject Question() => new()
        {
            ["params"] = Tuple.Components!.DeepClone(),
            ["values"] = Tuple.ToJson(Value),
        };
    }
}
