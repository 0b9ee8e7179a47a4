using System.Buffers.Text;
using SupplyChainLedger.Service.Faults;
using SupplyChainLedger.Service.Queries.Paging;
using ErrorReason = SupplyChainLedger.V1.ErrorReason;

namespace SupplyChainLedger.Service.Tests.Queries;

public sealed class PageTokensTests
{
    private const string Query = "invoices";
    private const string Filter = "supplier=1";

    private readonly PageTokens _tokens = new([.. Enumerable.Range(0, 32).Select(i => (byte)i)]);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 2)]
    [InlineData(-1, -2)]
    [InlineData(long.MaxValue, long.MinValue)]
    [InlineData(long.MinValue, long.MaxValue)]
    public void A_token_gives_back_its_cursor(long first, long second) => Assert.Equal(
        new PageCursor(first, second),
        _tokens.Read(Query, Filter, _tokens.Write(Query, Filter, new PageCursor(first, second))));

    [Fact]
    [Trait("Fault", "42")]
    public void A_token_of_another_query_filter_or_service_is_refused()
    {
        var token = _tokens.Write(Query, Filter, new PageCursor(42));

        Refused(() => _tokens.Read("participants", Filter, token));
        Refused(() => _tokens.Read(Query, "supplier=2", token));
        Refused(() => _tokens.Read(Query, "", token));
        Refused(() => new PageTokens(new byte[32]).Read(Query, Filter, token));
    }

    [Fact]
    [Trait("Fault", "43")]
    public void No_part_of_a_query_can_pass_for_another_part()
    {
        var token = _tokens.Write("a", "b", new PageCursor(42));

        Refused(() => _tokens.Read("ab", "", token));
        Refused(() => _tokens.Read("", "ab", token));
    }

    [Fact]
    [Trait("Fault", "42")]
    public void A_token_with_any_bit_changed_is_refused()
    {
        var bytes = Base64Url.DecodeFromChars(_tokens.Write(Query, Filter, new PageCursor(42)));
        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            var forged = bytes.ToArray();
            forged[bit / 8] ^= (byte)(1 << (bit % 8));
            Refused(() => _tokens.Read(Query, Filter, Base64Url.EncodeToString(forged)));
        }
    }

    [Fact]
    public void A_token_of_another_length_or_alphabet_is_refused()
    {
        var token = _tokens.Write(Query, Filter, new PageCursor(42));

        string[] forged =
        [
            token[..^1], token + "A", token + "==", token[..^1] + "+", token[..^1] + "\n", "x",
            new string('A', 100_000),
        ];
        foreach (var one in forged) Refused(() => _tokens.Read(Query, Filter, one));
    }

    [Fact]
    public void A_page_size_is_1_to_1000_and_50_unless_asked_for()
    {
        Assert.Equal(50, PageRequest.Of(0, "").Size);
        Assert.Equal(1000, PageRequest.Of(1000, "").Size);
        Assert.Equal(ErrorReason.InvalidField, Assert.Throws<LedgerFault>(() => PageRequest.Of(1001, "")).Reason);
        Assert.Equal(ErrorReason.InvalidField, Assert.Throws<LedgerFault>(() => PageRequest.Of(-1, "")).Reason);
    }

    private static void Refused(Func<object> read) =>
        Assert.Equal(ErrorReason.PageTokenInvalid, Assert.Throws<LedgerFault>(read).Reason);
}
