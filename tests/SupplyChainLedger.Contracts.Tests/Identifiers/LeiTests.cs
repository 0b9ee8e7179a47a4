using SupplyChainLedger.Contracts.Identifiers;

namespace SupplyChainLedger.Contracts.Tests.Identifiers;

public sealed class LeiTests
{
    // Issued identifiers: the Global LEI Foundation, Apple, Deutsche Bank, the European Central Bank.
    [Theory]
    [InlineData("506700GE1G29325QX363")]
    [InlineData("HWUPKR0MPOU8FGXBT394")]
    [InlineData("7LTWFZYICNSX8D621K86")]
    [InlineData("549300DTUYXVMJXZNY75")]
    public void An_issued_identifier_is_read(string text)
    {
        Assert.True(Lei.TryParse(text, out var lei, out _));
        Assert.Equal(text, lei.Value);
    }

    [Fact]
    public void White_space_and_letter_case_do_not_matter()
    {
        Assert.True(Lei.TryParse(" 5067 00ge 1g29 325q x363\n", out var lei, out _));
        Assert.Equal("506700GE1G29325QX363", lei.Value);
    }

    [Theory]
    [InlineData("", LeiProblem.Length)]
    [InlineData("506700GE1G29325QX36", LeiProblem.Length)]
    [InlineData("506700GE1G29325QX3630", LeiProblem.Length)]
    [InlineData("506700GE1G29325QX3A3", LeiProblem.Characters)]
    [InlineData("506700GE-G29325QX363", LeiProblem.Characters)]
    [InlineData("506700GÉ1G29325QX363", LeiProblem.Characters)]
    [InlineData("506700GE1G29325QX364", LeiProblem.CheckDigits)]
    [InlineData("506700GE1G29352QX363", LeiProblem.CheckDigits)]
    [InlineData("00000000000000000001", LeiProblem.CheckDigits)]
    public void What_is_no_identifier_is_refused_with_the_reason(string text, LeiProblem expected)
    {
        Assert.False(Lei.TryParse(text, out _, out var problem));
        Assert.Equal(expected, problem);
    }

    // MOD 97-10 promises this for characters of the same kind; a letter in a digit's place may slip through.
    [Fact]
    public void Every_single_digit_or_letter_mistaken_for_another_is_detected()
    {
        const string Right = "506700GE1G29325QX363";
        for (var position = 0; position < Right.Length; position++)
        {
            var sameKind = char.IsAsciiDigit(Right[position]) ? "0123456789" : "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
            foreach (var other in sameKind)
            {
                var text = Right[..position] + other + Right[(position + 1)..];
                Assert.Equal(other == Right[position], Lei.TryParse(text, out _, out _));
            }
        }
    }
}
