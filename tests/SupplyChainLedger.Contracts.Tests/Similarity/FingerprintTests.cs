using SupplyChainLedger.Contracts.Dates;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Similarity;
using SupplyChainLedger.Ethereum;
using C = SupplyChainLedger.Contracts.Similarity.Combination;

namespace SupplyChainLedger.Contracts.Tests.Similarity;

public sealed class FingerprintTests
{
    private static readonly FingerprintKey Key = new(new byte[FingerprintKey.Size]);
    private static readonly FingerprintKey OtherKey = new(Enumerable.Repeat((byte)7, FingerprintKey.Size).ToArray());

    [Fact]
    public void Every_combination_has_a_fingerprint() => Assert.Equal(
        Enum.GetValues<C>(),
        Fingerprints.Of(Examples.Invoice, Key).Select(one => one.Combination).Distinct().Order());

    [Fact]
    public void Under_another_key_nothing_agrees() =>
        Assert.Empty(Fingerprints.Of(Examples.Invoice, Key).Intersect(Fingerprints.Of(Examples.Invoice, OtherKey)));

    [Fact]
    public void The_check_value_tells_keys_apart_and_is_no_fingerprint()
    {
        Assert.NotEqual(Key.CheckValue, OtherKey.CheckValue);
        Assert.Equal(Key.CheckValue, new FingerprintKey(new byte[FingerprintKey.Size]).CheckValue);
        Assert.DoesNotContain(Fingerprints.Of(Examples.Invoice, Key), one => one.Value == Key.CheckValue);
    }

    [Fact]
    public void A_key_does_not_show_itself() =>
        Assert.Equal(typeof(FingerprintKey).FullName, $"{OtherKey}");

    [Theory]
    [InlineData(31)]
    [InlineData(33)]
    public void A_key_has_its_length(int length) =>
        Assert.Throws<ArgumentException>(() => new FingerprintKey(new byte[length]));

    public static TheoryData<string, C[]> Changes => new()
    {
        { "number", [C.Document, C.PartiesAmountDate, C.PartiesNearAmountDueDate, C.PartiesDate] },
        { "suffix", [C.Document, C.PartiesAmountDate, C.PartiesNearAmountDueDate, C.PartiesCore, C.PartiesDate] },
        { "amount", [C.Document, C.PartiesNumberDate, C.PartiesNumber, C.PartiesCore, C.PartiesDate] },
        {
            "issue date",
            [C.Document, C.PartiesNumber, C.SupplierNumberAmount, C.PartiesNearAmountDueDate, C.PartiesCore]
        },
        { "due date", [.. Enum.GetValues<C>().Except([C.PartiesNearAmountDueDate])] },
        { "buyer", [C.Document, C.SupplierNumberAmount] },
        { "supplier", [C.Document] },
        { "document", [.. Enum.GetValues<C>().Except([C.Document])] },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void What_changes_takes_exactly_its_fingerprints_with_it(string what, C[] remaining)
    {
        var invoice = Examples.Invoice;
        var changed = what switch
        {
            "number" => invoice with { Number = "ZX-99812" },
            "suffix" => invoice with { Number = $"{invoice.Number}-2" },
            "amount" => invoice with { Amount = invoice.Amount * 2 },
            "issue date" => invoice with { IssueDate = new EpochDay(invoice.IssueDate.Value + 1) },
            "due date" => invoice with { DueDate = new EpochDay(invoice.DueDate.Value + 1) },
            "buyer" => invoice with { Buyer = new ParticipantId(9) },
            "supplier" => invoice with { Supplier = new ParticipantId(9) },
            _ => invoice with { DocumentHash = Hash32.Zero },
        };

        var shared = Fingerprints.Of(invoice, Key).Intersect(Fingerprints.Of(changed, Key));

        Assert.Equal(remaining.Order(), shared.Select(one => one.Combination).Distinct().Order());
    }

    [Fact]
    public void Amounts_one_unit_apart_always_share_a_fingerprint()
    {
        var random = new Random(4);
        IEnumerable<ulong> amounts =
        [
            .. Enumerable.Range(1, 1100).Select(amount => (ulong)amount),
            .. Enumerable.Range(1, 62).SelectMany(bit => new[] { (1ul << bit) - 1, 1ul << bit }),
            .. Enumerable.Range(0, 2000).Select(_ => (ulong)random.NextInt64(1, long.MaxValue - 1)),
        ];
        foreach (var amount in amounts)
        {
            var one = Examples.Invoice with { Amount = amount };
            var next = Examples.Invoice with { Amount = amount + 1 };
            Assert.Contains(
                Fingerprints.Of(one, Key).Intersect(Fingerprints.Of(next, Key)),
                shared => shared.Combination == C.PartiesNearAmountDueDate);
        }
    }

    [Theory]
    [InlineData(1_000_00, 1_008_00)]
    [InlineData(511, 514)]
    [InlineData(10, 12)]
    public void Amounts_further_than_two_cells_apart_share_none(ulong one, ulong other) => Assert.DoesNotContain(
        Fingerprints.Of(Examples.Invoice with { Amount = one }, Key)
            .Intersect(Fingerprints.Of(Examples.Invoice with { Amount = other }, Key)),
        shared => shared.Combination == C.PartiesNearAmountDueDate);
}
