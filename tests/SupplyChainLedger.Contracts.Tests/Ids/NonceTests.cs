using SupplyChainLedger.Contracts.Ids;

namespace SupplyChainLedger.Contracts.Tests.Ids;

public sealed class NonceTests
{
    [Fact]
    public void Nonces_of_one_run_share_a_word_and_the_run_ends_after_256()
    {
        var first = Nonce.FirstOfRandomRun();
        var last = Enumerable.Range(0, 255).Aggregate(first, (nonce, _) => nonce.Next());

        Assert.Equal(first.ToString()[..64], last.ToString()[..64]);
        Assert.EndsWith("00", first.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("ff", last.ToString(), StringComparison.Ordinal);
        Assert.NotEqual(first.ToString()[..64], last.Next().ToString()[..64]);
    }
}
