using SupplyChainLedger.Contracts.Events;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Registry;
using SupplyChainLedger.Service.Indexing;
using SupplyChainLedger.Service.Indexing.Participants;
using SupplyChainLedger.Service.Tests.Indexing.Chain;

namespace SupplyChainLedger.Service.Tests.Indexing;

public sealed class ParticipantFoldTests
{
    private static readonly ParticipantId Id = new(5);
    private static readonly LogPosition At = new(3, 0);

    [Fact]
    public void A_registration_begins_a_participant_without_keys()
    {
        var participant = Fold(Story.Registered(5, ParticipantRoles.Supplier | ParticipantRoles.Buyer));

        Assert.Equal("party-5", participant.Handle);
        Assert.Equal(ParticipantRoles.Supplier | ParticipantRoles.Buyer, participant.Roles);
        Assert.Empty(participant.Signers);
        Assert.False(participant.IsSuspended);
        Assert.Equal(At, participant.Registered);
    }

    [Fact]
    public void Keys_stay_in_the_order_in_which_they_came_and_leave_when_revoked()
    {
        var participant = Fold(
            Story.Registered(5, ParticipantRoles.Supplier), Added(0), Added(1), Added(2), Revoked(1), Added(3));

        Assert.Equal(
            [Story.KeyOf(5, 0), Story.KeyOf(5, 2), Story.KeyOf(5, 3)],
            participant.Signers.Select(signer => signer.Address));
        Assert.Equal([new RegisteredSigner(Story.KeyOf(5, 1), SignerPermissions.All)], participant.RevokedSigners);
        Assert.All(participant.Signers, static signer => Assert.Null(signer.Added));
    }

    [Fact]
    public void Where_a_key_was_added_is_kept_unless_it_came_with_the_registration()
    {
        var registered = Fold(Story.Registered(5, ParticipantRoles.Supplier), Added(0));
        var later = new LogPosition(4, 7);
        var participant = ParticipantFold.Apply(registered, Added(1), later);

        Assert.Equal([null, later], participant.Signers.Select(static signer => signer.Added));
    }

    [Fact]
    public void A_suspension_lasts_until_it_is_lifted()
    {
        var registered = Story.Registered(5, ParticipantRoles.Buyer);

        Assert.Equal("fraud", Fold(registered, new ParticipantSuspended(Id, "fraud")).SuspensionReason);
        Assert.False(
            Fold(registered, new ParticipantSuspended(Id, "fraud"), new ParticipantReinstated(Id, "cleared"))
                .IsSuspended);
    }

    [Fact]
    public void What_the_register_cannot_have_logged_is_told()
    {
        var registered = Story.Registered(5, ParticipantRoles.Buyer);

        Assert.Throws<InconsistentChainException>(() => Fold(Added(0)));
        Assert.Throws<InconsistentChainException>(() => Fold(registered, registered));
        Assert.Throws<InconsistentChainException>(() => Fold(registered, Added(0), Added(0)));
        Assert.Throws<InconsistentChainException>(() => Fold(registered, Revoked(0)));
        Assert.Throws<InconsistentChainException>(() => Fold(registered, new ParticipantReinstated(Id, "why")));
    }

    private static SignerAdded Added(int key) => new(Id, Story.KeyOf(5, key), SignerPermissions.All);

    private static SignerRevoked Revoked(int key) => new(Id, Story.KeyOf(5, key));

    private static ParticipantRecord Fold(params LedgerEvent[] events)
    {
        ParticipantRecord? participant = null;
        foreach (var logged in events) participant = ParticipantFold.Apply(participant, logged, At);
        return participant!;
    }
}
