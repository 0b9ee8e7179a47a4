using System.Text;
using SupplyChainLedger.Contracts.Identifiers;

namespace SupplyChainLedger.Contracts.Tests.Identifiers;

public sealed class InvoiceNumberTests
{
    [Theory]
    [InlineData("123456XX", "123456XX")]
    [InlineData("1234/78/901", "1234/78/901")]
    [InlineData("  INV 7\n", "INV 7")]
    [InlineData("INV\t \r\n 7", "INV 7")]
    [InlineData("INV\u00A0\u30007", "INV 7")]
    [InlineData("Rä-7", "Rä-7")]
    [InlineData("发票-7", "发票-7")]
    [InlineData("한국-7", "한국-7")]
    [InlineData("inv-7", "inv-7")]
    [InlineData("７", "７")]
    [InlineData("🧾7", "🧾7")]
    public void White_space_is_collapsed_and_all_else_is_kept(string text, string expected)
    {
        Assert.True(InvoiceNumber.TryNormalize(text, out var number, out _));
        Assert.Equal(expected, number);
    }

    [Theory]
    [InlineData("", InvoiceNumberProblem.Empty)]
    [InlineData(" \t\n", InvoiceNumberProblem.Empty)]
    [InlineData("INV\u00007", InvoiceNumberProblem.Invisible)]
    [InlineData("INV\u001B[31m7", InvoiceNumberProblem.Invisible)]
    [InlineData("INV\u007F7", InvoiceNumberProblem.Invisible)]
    [InlineData("INV\u200B7", InvoiceNumberProblem.Invisible)]
    [InlineData("INV\u202E7", InvoiceNumberProblem.Invisible)]
    [InlineData("INV\uE0007", InvoiceNumberProblem.Invisible)]
    [InlineData("INV\uFFFD7", InvoiceNumberProblem.Invisible)]
    [InlineData("Ra\u0308-7", InvoiceNumberProblem.NotComposed)]
    [InlineData("R\u212B-7", InvoiceNumberProblem.NotComposed)]
    [InlineData("\uF900-7", InvoiceNumberProblem.NotComposed)]
    [InlineData("\u1112\u1161\u11AB-7", InvoiceNumberProblem.NotComposed)]
    public void A_number_that_two_spellings_could_share_is_refused(string text, InvoiceNumberProblem expected)
    {
        Assert.False(InvoiceNumber.TryNormalize(text, out _, out var problem));
        Assert.Equal(expected, problem);
    }

    [Fact]
    public void The_limit_is_64_bytes_of_UTF_8_after_normalizing()
    {
        var longest = new string('é', 32);

        Assert.Equal(64, Encoding.UTF8.GetByteCount(longest));
        Assert.True(InvoiceNumber.TryNormalize($"  {longest}  ", out var number, out _));
        Assert.Equal(longest, number);
        Assert.False(InvoiceNumber.TryNormalize(longest + "1", out _, out var problem));
        Assert.Equal(InvoiceNumberProblem.TooLong, problem);
    }

    [Fact]
    public void A_lone_surrogate_is_refused()
    {
        Assert.False(InvoiceNumber.TryNormalize("7" + (char)0xD800, out _, out var problem));
        Assert.Equal(InvoiceNumberProblem.Invisible, problem);
    }
}
