using System.Collections.Concurrent;
using SupplyChainLedger.Client.Signing;
using SupplyChainLedger.Client.Testing;
using SupplyChainLedger.Contracts.Ids;

namespace SupplyChainLedger.Client.Tests.Signing;

public sealed class ParticipantSignerTests
{
    private static readonly TestParty Party = TestParty.Tier1Brakes;

    [Fact]
    public void Several_threads_never_sign_with_the_same_nonce()
    {
        var signer = new ParticipantSigner(new ParticipantId(Party.Id), Party.Key, MemoryLedger.Domain);
        var nonces = new ConcurrentBag<Nonce>();

        Parallel.For(0, 600, _ => nonces.Add(signer.Withdraw(default).Intent.Nonce));

        Assert.Equal(600, nonces.Distinct().Count());
    }

    [Fact]
    public void The_signature_is_over_the_digest_of_the_fields_and_of_the_participants_key()
    {
        var signer = new ParticipantSigner(new ParticipantId(Party.Id), Party.Key, MemoryLedger.Domain);

        var claim = signer.Submit(Drafts.Of("R-1"));

        Assert.Equal(claim.Intent.Digest(MemoryLedger.Domain), claim.Digest);
        Assert.Equal(Party.Key.Address, claim.Signatures.First.Recover(claim.Digest.Value));
    }

    [Fact]
    public void An_intent_is_valid_for_as_long_as_was_said()
    {
        var time = new FixedTime(DateTimeOffset.FromUnixTimeSeconds(1_800_000_000));
        var signer = new ParticipantSigner(
            new ParticipantId(Party.Id), Party.Key, MemoryLedger.Domain, TimeSpan.FromMinutes(10), time);

        Assert.Equal(1_800_000_600UL, signer.Withdraw(default).Intent.Deadline);
    }

    [Fact]
    public void A_claim_of_nothing_is_not_signed()
    {
        var signer = new ParticipantSigner(new ParticipantId(Party.Id), Party.Key, MemoryLedger.Domain);

        Assert.Throws<ArgumentOutOfRangeException>(() => signer.Submit(Drafts.Of("R-1", minorUnits: 0)));
    }

    private sealed class FixedTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
