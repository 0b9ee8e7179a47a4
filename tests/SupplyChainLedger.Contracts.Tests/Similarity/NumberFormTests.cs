using SupplyChainLedger.Contracts.Similarity;

namespace SupplyChainLedger.Contracts.Tests.Similarity;

public sealed class NumberFormTests
{
    [Theory]
    [InlineData("INV-2026-00417", "inv-2026-00417")]
    [InlineData("INV-2026-00417", "INV 2026 00417")]
    [InlineData("INV-2026-00417", "INV/2026.00417")]
    [InlineData("INV-2026-00417", "ＩＮＶ－２０２６－００４１７")]
    [InlineData("INV-2026-00417", "INV-2O26-OO4I7")]
    [InlineData("INV-2026-00417", "\u0406NV-2026-00417")]
    [InlineData("PX-77", "\u0420\u0425-77")]
    [InlineData("AB-12", "\u0391\u0392-12")]
    [InlineData("№ 15", "no. 15")]
    [InlineData("00815", "815")]
    [InlineData("RE-0815", "RE 815")]
    [InlineData("R①②", "R12")]
    [InlineData("Ⓐ7", "a7")]
    [InlineData("١٢٣٤", "1234")]
    [InlineData("发票-7", "发票7")]
    public void Numbers_that_look_the_same_have_one_compact_form(string one, string other) =>
        Assert.Equal(NumberForm.Of(one).Compact, NumberForm.Of(other).Compact);

    [Theory]
    [InlineData("INV-100", "INV-1000")]
    [InlineData("INV-100", "INV-10")]
    [InlineData("A-7", "B-7")]
    [InlineData("2026-0017", "2026-0018")]
    [InlineData("发票-7", "票发-7")]
    public void Numbers_that_differ_to_the_eye_have_two(string one, string other) =>
        Assert.NotEqual(NumberForm.Of(one).Compact, NumberForm.Of(other).Compact);

    [Theory]
    [InlineData("INV-00123", "123")]
    [InlineData("INV-00123-1", "123")]
    [InlineData("INV-00123/02", "123")]
    [InlineData("INV-00123A", "123")]
    [InlineData("INV-123 R1", "123")]
    [InlineData("RE 123 (1 of 2)", "123")]
    [InlineData("KOPIE 123", "123")]
    [InlineData("2026/0417", "2026-417")]
    [InlineData("2026/0417-2", "2026-417")]
    [InlineData("1234/78/901", "1234-78-901")]
    [InlineData("ABC", "")]
    public void The_core_drops_prefixes_and_what_counts_issues_or_parts(string number, string core) =>
        Assert.Equal(core, NumberForm.Of(number).Core);

    [Theory]
    [InlineData("17-1", "17-1")]
    [InlineData("2026-1", "2026-1")]
    [InlineData("2026-03-2", "2026-3-2")]
    [InlineData("202603-1", "202603-1")]
    [InlineData("20260314-2", "20260314-2")]
    [InlineData("INV-00123-24", "123-24")]
    public void A_last_run_stays_where_nothing_else_tells_one_invoice_from_the_next(string number, string core) =>
        Assert.Equal(core, NumberForm.Of(number).Core);

    [Theory]
    [InlineData("INV-00123", true)]
    [InlineData("1234567", true)]
    [InlineData("2026-417", true)]
    [InlineData("17", false)]
    [InlineData("2026-17", false)]
    [InlineData("20260314-2", false)]
    [InlineData("ABCDEF", false)]
    public void A_number_is_distinctive_by_its_digits_beside_dates(string number, bool expected) =>
        Assert.Equal(expected, NumberForm.Of(number).IsDistinctive);

    [Fact]
    public void Any_text_has_forms()
    {
        foreach (var text in new[] { "", " ", "---", "\uFFFD", "🧾", "\0", new string('0', 64), new string('9', 64) })
            Assert.NotNull(NumberForm.Of(text).Compact);
    }
}
