using System.Collections.Concurrent;
using SupplyChainLedger.Client.Errors;
using SupplyChainLedger.Client.Signing;
using SupplyChainLedger.Client.Signing.Messages;
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

    [Theory]
    [InlineData(30, 1_800_000_600UL)]
    [InlineData(7200, 1_800_007_200UL)]
    public void A_cancellation_has_the_nonce_of_its_intent_and_lasts_at_least_as_long(int seconds, ulong deadline)
    {
        var time = new FixedTime(DateTimeOffset.FromUnixTimeSeconds(1_800_000_000));
        var signer = new ParticipantSigner(
            new ParticipantId(Party.Id), Party.Key, MemoryLedger.Domain, TimeSpan.FromMinutes(10), time);
        var claim = signer.Submit(Drafts.Of("R-1")).Intent with { Deadline = 1_800_000_000UL + (ulong)seconds };
        var name = ResourceNames.Of(claim.Digest(MemoryLedger.Domain));

        var cancellation = signer.CancelIntent(new V1.Intent
        {
            Name = name,
            Action = new V1.Action { SubmitInvoice = claim.ToApi() },
        });

        Assert.Equal((claim.Nonce, deadline), (cancellation.Intent.Nonce, cancellation.Intent.Deadline));
        Assert.Equal(name, ResourceNames.Of(cancellation.Intent.Cancelled));
    }

    [Fact]
    public void What_the_service_does_not_know_the_nonce_of_is_not_taken_back()
    {
        var signer = new ParticipantSigner(new ParticipantId(Party.Id), Party.Key, MemoryLedger.Domain);
        var foreign = new V1.Intent { Name = ResourceNames.Of(default(IntentHash)), State = V1.IntentState.Executed };

        var refusal = Assert.Throws<LedgerException>(() => signer.CancelIntent(foreign));

        Assert.Equal("INTENT_ALREADY_ENDED", refusal.ReasonName);
    }

    private sealed class FixedTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
