using System.Text.Json.Nodes;
using SupplyChainLedger.Ethereum.Signing;
using SupplyChainLedger.Ethereum.Tests.Oracle;
using SupplyChainLedger.Ethereum.Transactions;

namespace SupplyChainLedger.Ethereum.Tests.Transactions;

public sealed class RandomTransactionTests(SecondOpinion viem, ITestOutputHelper output)
{
    private const int Seed = 1559;
    private const int Count = 200;

    [Fact]
    public async Task Random_transactions_are_signed_as_viem_signs_them_and_read_back()
    {
        output.WriteLine($"seed {Seed}");
        var random = new Random(Seed);
        var questions = new List<JsonNode>();
        var signed = new List<SignedTransaction>();
        for (var i = 0; i < Count; i++)
        {
            var secret = random.Bytes(PrivateKey.Size);
            using var key = PrivateKey.FromBytes(secret);
            var (transaction, json) = i % 2 == 0 ? NextEip1559(random) : NextLegacy(random);
            signed.Add(transaction.Sign(key));
            questions.Add(new JsonObject { ["key"] = Hex.Encode(secret), ["transaction"] = json });
        }

        var answers = await viem.AskAsync("signTransaction", questions, TestContext.Current.CancellationToken);

        for (var i = 0; i < Count; i++)
        {
            Assert.Equal(answers[i]!["raw"]!.GetValue<string>(), Hex.Encode(signed[i].Raw));
            Assert.Equal(answers[i]!["hash"]!.GetValue<string>(), signed[i].Hash.ToString());
            Assert.Equal(answers[i]!["sender"]!.GetValue<string>(), signed[i].Sender.ToString());
            AssertReadsBack(signed[i]);
        }
    }

    private static void AssertReadsBack(SignedTransaction signed)
    {
        var decoded = SignedTransaction.Decode(signed.Raw);
        Assert.Equal(signed.Sender, decoded.Sender);
        Assert.Equal(signed.Signature, decoded.Signature);
        Assert.Equal(signed.Hash, decoded.Hash);
        Assert.Equal(signed.Transaction.SigningHash, decoded.Transaction.SigningHash);
        Assert.Equal(signed.Transaction.Data, decoded.Transaction.Data);
        Assert.Equal(signed.Transaction.Value, decoded.Transaction.Value);
    }

    private static (Transaction Transaction, JsonObject Json) NextEip1559(Random random)
    {
        var cap = random.Unsigned(100);
        var transaction = new Eip1559Transaction
        {
            ChainId = (ulong)random.Next(1, int.MaxValue),
            Nonce = (ulong)random.Unsigned(50),
            MaxFeePerGas = cap,
            MaxPriorityFeePerGas = cap / 3,
            GasLimit = (ulong)random.Unsigned(60),
            To = random.Next(4) == 0 ? null : random.Address(),
            Value = random.Unsigned(256),
            Data = random.Bytes(random.Next(4) == 0 ? random.Next(2000) : random.Next(3)),
            AccessList = [.. Enumerable.Range(0, random.Next(3)).Select(_ => new AccessListEntry(
                random.Address(), [.. Enumerable.Range(0, random.Next(3)).Select(_ => random.Hash())]))],
        };
        var json = Describe(transaction);
        json["type"] = "eip1559";
        json["chainId"] = transaction.ChainId;
        json["maxFeePerGas"] = transaction.MaxFeePerGas.ToString();
        json["maxPriorityFeePerGas"] = transaction.MaxPriorityFeePerGas.ToString();
        json["accessList"] = new JsonArray([.. transaction.AccessList.Select(entry => new JsonObject
        {
            ["address"] = entry.Address.ToString(),
            ["storageKeys"] = new JsonArray([.. entry.StorageKeys.Select(slot => (JsonNode)slot.ToString())]),
        })]);
        return (transaction, json);
    }

    private static (Transaction Transaction, JsonObject Json) NextLegacy(Random random)
    {
        var transaction = new LegacyTransaction
        {
            ChainId = random.Next(4) == 0 ? null : (ulong)random.Next(1, int.MaxValue),
            Nonce = (ulong)random.Unsigned(50),
            GasPrice = random.Unsigned(100),
            GasLimit = (ulong)random.Unsigned(60),
            To = random.Next(4) == 0 ? null : random.Address(),
            Value = random.Unsigned(256),
            Data = random.Bytes(random.Next(300)),
        };
        var json = Describe(transaction);
        json["type"] = "legacy";
        json["gasPrice"] = transaction.GasPrice.ToString();
        if (transaction.ChainId is { } chainId) json["chainId"] = chainId;
        return (transaction, json);
    }

    private static JsonObject Describe(Transaction transaction)
    {
        var json = new JsonObject
        {
            ["nonce"] = transaction.Nonce.ToString(),
            ["gas"] = transaction.GasLimit.ToString(),
            ["value"] = transaction.Value.ToString(),
            ["data"] = Hex.Encode(transaction.Data),
        };
        if (transaction.To is { } to) json["to"] = to.ToString();
        return json;
    }
}
