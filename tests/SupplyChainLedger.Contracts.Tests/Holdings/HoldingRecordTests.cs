using System.Numerics;
using SupplyChainLedger.Contracts.Holdings;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Ethereum;

namespace SupplyChainLedger.Contracts.Tests.Holdings;

public sealed class HoldingRecordTests
{
    // Where HoldingRecord.sol puts each field.
    private const int Counterparty = 32;
    private const int Amount = 64;
    private const int Pending = 128;
    private const int Deadline = 192;
    private const int Phase = 224;
    private const int Resold = 227;
    private const int Step = 228;
    private const int Depth = 232;
    private const int FirstFlag = 238;
    private const int Version = 244;

    [Fact]
    public void Each_field_lies_where_the_contract_puts_it()
    {
        var word = Word(
            (3, 0), (5, Counterparty), (100_00, Amount), (98_00, Pending), (1_800_000_000, Deadline), (2, Phase),
            (6, Step), (3, Depth), (1, FirstFlag), (1, FirstFlag + 1), (1, FirstFlag + 3), (1, FirstFlag + 5),
            (7, Version));

        Assert.Equal(Samples.PartRecord, HoldingRecord.FromWord(word));
        Assert.Equal(word, Samples.PartRecord.ToWord());
    }

    [Fact]
    public void The_largest_value_of_each_field_reads_back()
    {
        var largest = new HoldingRecord(
            new ParticipantId(uint.MaxValue), new ParticipantId(uint.MaxValue), ulong.MaxValue, ulong.MaxValue,
            uint.MaxValue, HoldingPhase.Closed, HoldingStep.CancellationRequested, 63, true, true, true, true, true,
            true, 4095)
        {
            Resold = true,
        };

        Assert.Equal(largest, HoldingRecord.FromWord(largest.ToWord()));
    }

    [Fact]
    public void Each_flag_has_a_bit_of_its_own()
    {
        var none = HoldingRecord.FromWord(Word((1, Phase)));
        HoldingRecord[] expected =
        [
            none with { Financed = true },
            none with { Recourse = true },
            none with { RecourseClaimed = true },
            none with { DefencesWaived = true },
            none with { Disputed = true },
            none with { Touched = true },
        ];

        Assert.Equal(
            expected, Enumerable.Range(0, 6).Select(i => HoldingRecord.FromWord(Word((1, Phase), (1, FirstFlag + i)))));
    }

    [Fact]
    public void That_the_seller_had_financed_it_has_a_bit_between_phase_and_step()
    {
        var word = Word((5, Phase), (1, Resold), (1, Step));

        var record = HoldingRecord.FromWord(word);

        Assert.Equal((HoldingPhase.Closed, (HoldingStep)1, true), (record.Phase, record.Step, record.Resold));
        Assert.Equal(word, record.ToWord());
    }

    [Theory]
    [InlineData(0, false, false)]
    [InlineData(1, true, false)]
    [InlineData(2, false, true)]
    [InlineData(3, true, true)]
    public void A_request_for_financing_has_wishes_and_no_counterparty(int kept, bool recourse, bool sealedOffers)
    {
        var word = Word((3, 0), (kept, Counterparty), (1, Phase), (2, Step));

        var request = HoldingRecord.FromWord(word);

        Assert.Equal(default, request.Counterparty);
        Assert.Equal((recourse, sealedOffers), (request.RecourseWelcome, request.SealedOffers));
        Assert.Equal(word, request.ToWord());
    }

    [Fact]
    public void In_any_other_step_the_same_place_is_the_counterparty()
    {
        var accepted = HoldingRecord.FromWord(Word((3, 0), (3, Counterparty), (1, Phase), (3, Step)));

        Assert.Equal(new ParticipantId(3), accepted.Counterparty);
        Assert.False(accepted.RecourseWelcome || accepted.SealedOffers);
    }

    [Theory]
    [InlineData(6, 0)]
    [InlineData(1, 13)]
    public void A_phase_or_step_that_the_contract_does_not_have_is_refused(int phase, int step) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => HoldingRecord.FromWord(Word((phase, Phase), (step, Step))));

    [Fact]
    public void What_the_word_has_no_room_for_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => (Samples.PartRecord with { Depth = 64 }).ToWord());
        Assert.Throws<ArgumentOutOfRangeException>(() => (Samples.PartRecord with { RuleVersion = 4096 }).ToWord());
    }

    private static Hash32 Word(params (long Value, int At)[] fields)
    {
        var number = fields.Aggregate(BigInteger.Zero, (sum, field) => sum + (new BigInteger(field.Value) << field.At));
        var bytes = number.ToByteArray(isUnsigned: true, isBigEndian: true);
        return Hash32.FromBytes([.. new byte[Hash32.Size - bytes.Length], .. bytes]);
    }
}
