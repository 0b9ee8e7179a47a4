using SupplyChainLedger.Contracts.Dates;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Similarity;
using SupplyChainLedger.Ethereum;

namespace SupplyChainLedger.Contracts.Tests.Similarity;

public sealed class SimilarityJudgeTests
{
    [Fact]
    public void The_same_file_is_certain_whoever_the_parties_are()
    {
        var other = Examples.Invoice with { Supplier = new ParticipantId(8), Buyer = new ParticipantId(9) };
        Assert.Equal((SimilarityGrade.Certain, SimilarityReason.SameDocument), Judge(other));
    }

    [Fact]
    public void The_same_number_of_the_same_day_is_certain_whatever_the_amount()
    {
        var other = Examples.Copy with { Number = "inv 2026 417", Amount = 5 };
        Assert.Equal((SimilarityGrade.Likely, SimilarityReason.RelatedNumber), Judge(other));
        other = other with { Number = "inv 2026 00417" };
        Assert.Equal((SimilarityGrade.Certain, SimilarityReason.SameNumberAndDate), Judge(other));
    }

    [Theory]
    [InlineData(30, SimilarityGrade.Likely)]
    [InlineData(365, SimilarityGrade.Possible)]
    public void A_number_that_comes_again_a_year_later_may_be_the_next_series(uint days, SimilarityGrade grade)
    {
        var other = Examples.Copy with { IssueDate = Later(days), Amount = 5 };
        Assert.Equal((grade, SimilarityReason.SameNumber), Judge(other));
    }

    [Fact]
    public void A_number_that_comes_again_a_year_later_with_its_amount_is_likely()
    {
        var other = Examples.Copy with { IssueDate = Later(365), Amount = Examples.Invoice.Amount + 1 };
        Assert.Equal((SimilarityGrade.Likely, SimilarityReason.SameNumber), Judge(other));
    }

    [Fact]
    public void The_same_claim_to_another_buyer_is_likely_and_another_amount_is_nothing()
    {
        var other = Examples.Copy with { Buyer = new ParticipantId(9) };
        Assert.Equal((SimilarityGrade.Likely, SimilarityReason.SameNumberToAnotherBuyer), Judge(other));
        Assert.Null(Judge(other with { Amount = 5 }));
    }

    [Theory]
    [InlineData(0, SimilarityReason.SameAmountAndDate, SimilarityGrade.Likely)]
    [InlineData(1, SimilarityReason.NearAmountAndDates, SimilarityGrade.Likely)]
    [InlineData(2000, SimilarityReason.NearAmountAndDates, SimilarityGrade.Possible)]
    public void Under_a_new_number_the_amount_of_the_day_tells(
        ulong more, SimilarityReason reason, SimilarityGrade grade)
    {
        var other = Examples.Copy with { Number = "ZX-9", Amount = Examples.Invoice.Amount + more };
        Assert.Equal((grade, reason), Judge(other));
    }

    [Fact]
    public void Under_a_new_number_of_another_day_the_amount_and_the_due_date_are_a_hint()
    {
        var other = Examples.Copy with { Number = "ZX-9", IssueDate = Later(2) };
        Assert.Equal((SimilarityGrade.Possible, SimilarityReason.NearAmountAndDueDate), Judge(other));
        Assert.Null(Judge(other with { DueDate = Later(20) }));
        Assert.Null(Judge(other with { Currency = "USD" }));
    }

    [Theory]
    [InlineData("INV-2026-00417-1", 0, SimilarityGrade.Likely)]
    [InlineData("RE-2026-00417", 0, SimilarityGrade.Likely)]
    [InlineData("INV-2026-00417-1", 9, SimilarityGrade.Possible)]
    public void A_suffix_or_a_prefix_relates_two_numbers(string number, uint days, SimilarityGrade grade)
    {
        var other = Examples.Copy with { Number = number, Amount = 700_001, IssueDate = Later(days) };
        Assert.Equal((grade, SimilarityReason.RelatedNumber), Judge(other));
    }

    [Fact]
    public void Two_parts_of_one_day_that_add_up_are_found_from_each_of_the_three()
    {
        var whole = Examples.Invoice with { Number = "A" };
        var first = Examples.Copy with { Number = "B", Amount = 400_000, DueDate = Later(33) };
        var second = first with
        {
            Number = "C",
            Amount = whole.Amount - 400_000,
            DueDate = Later(44),
            DocumentHash = Hash32.Zero,
        };
        InvoiceParticulars[] all = [whole, first, second];
        foreach (var subject in all)
        {
            var similar = Judge(subject, [.. all.Except([subject])]);
            Assert.Equal(2, similar.Count);
            Assert.All(similar, one => Assert.Equal(
                new SimilarityFinding(SimilarityReason.PartsOfAWhole, SimilarityGrade.Likely), one.Findings[0]));
        }
    }

    [Fact]
    public void Round_amounts_that_add_up_may_do_so_by_chance()
    {
        var subject = Examples.Invoice with { Number = "A", Amount = 300_000 };
        var similar = Judge(
            subject,
            [
                Examples.Copy with { Number = "B", Amount = 100_000 },
                Examples.Copy with { Number = "C", Amount = 200_000 },
            ]);
        Assert.All(similar, one => Assert.Equal(SimilarityGrade.Possible, one.Grade));
        Assert.Equal(2, similar.Count);
    }

    [Theory]
    [InlineData(8, SimilarityGrade.Likely)]
    [InlineData(9, SimilarityGrade.Possible)]
    public void What_many_have_in_common_is_a_habit(int others, SimilarityGrade grade)
    {
        var alike = Enumerable.Range(0, others).Select(i => Examples.Copy with { Number = $"Z{(char)('A' + i)}" });
        var similar = Judge(Examples.Invoice, [.. alike]);
        Assert.Equal(others, similar.Count);
        Assert.All(similar, one => Assert.Equal(grade, one.Grade));
    }

    [Fact]
    public void What_is_certain_stays_so_however_often_it_happens()
    {
        var copies = Enumerable.Range(0, 20).Select(i => Examples.Copy with { Amount = (ulong)i + 1 });
        Assert.All(Judge(Examples.Invoice, [.. copies]), one => Assert.Equal(SimilarityGrade.Certain, one.Grade));
    }

    [Fact]
    public void The_highest_grade_comes_first_and_the_order_is_kept_within_a_grade()
    {
        var possible = Examples.Copy with { Number = "ZX-9", IssueDate = Later(2) };
        var likely = Examples.Copy with { Number = "ZX-10" };
        var certain = Examples.Copy with { Amount = 5 };
        var similar = Judge(Examples.Invoice, [possible, likely, certain, likely with { Number = "ZX-11" }]);
        Assert.Equal(
            ["INV-2026-00417", "ZX-10", "ZX-11", "ZX-9"], similar.Select(one => one.Invoice.Number));
    }

    private static EpochDay Later(uint days) => new(Examples.Invoice.IssueDate.Value + days);

    private static (SimilarityGrade Grade, SimilarityReason Reason)? Judge(InvoiceParticulars other) =>
        Judge(Examples.Invoice, [other]) is [var one] ? (one.Grade, one.Findings[0].Reason) : null;

    private static IReadOnlyList<SimilarInvoice<InvoiceParticulars>> Judge(
        InvoiceParticulars subject, IReadOnlyList<InvoiceParticulars> others) =>
        SimilarityJudge.Judge(subject, others, static one => one);
}
