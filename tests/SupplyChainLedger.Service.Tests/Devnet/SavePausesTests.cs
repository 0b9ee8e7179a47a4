using SupplyChainLedger.Service.Devnet;
using SupplyChainLedger.Service.Tests.Relay.Support;

namespace SupplyChainLedger.Service.Tests.Devnet;

public sealed class SavePausesTests
{
    private readonly ManualClock _clock = new();
    private readonly SavePauses _pauses;
    private ulong _head;

    public SavePausesTests()
    {
        _pauses = new SavePauses(_clock);
    }

    [Fact]
    public void A_chain_that_pauses_is_saved_at_the_second_look_that_finds_it_unmoved()
    {
        Assert.False(IsDueAfter(TimeSpan.FromSeconds(2), moving: true));
        Assert.True(IsDueAfter(TimeSpan.FromSeconds(2), moving: false));
    }

    [Fact]
    public void A_chain_that_pauses_is_left_alone_for_ten_times_what_the_try_before_has_taken()
    {
        _pauses.IsDue(_head);
        _pauses.Tried(TimeSpan.FromSeconds(40));

        Assert.False(IsDueAfter(TimeSpan.FromSeconds(399), moving: false));
        Assert.True(IsDueAfter(TimeSpan.FromSeconds(1), moving: false));
    }

    [Fact]
    public void A_chain_that_never_pauses_is_saved_after_five_minutes()
    {
        Assert.False(IsDueAfter(TimeSpan.FromSeconds(299), moving: true));
        Assert.True(IsDueAfter(TimeSpan.FromSeconds(1), moving: true));
    }

    [Fact]
    public void A_chain_that_never_pauses_is_left_alone_for_a_hundred_times_what_the_try_before_has_taken()
    {
        _pauses.Tried(TimeSpan.FromSeconds(40));

        Assert.False(IsDueAfter(TimeSpan.FromSeconds(3999), moving: true));
        Assert.True(IsDueAfter(TimeSpan.FromSeconds(1), moving: true));
    }

    private bool IsDueAfter(TimeSpan length, bool moving)
    {
        _clock.Advance(length);
        return _pauses.IsDue(moving ? ++_head : _head);
    }
}
