using SupplyChainLedger.Contracts.Events;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Registry;
using SupplyChainLedger.Service.Faults;
using SupplyChainLedger.Service.Indexing.Participants;
using SupplyChainLedger.Service.Intake;
using SupplyChainLedger.Service.Queries;
using SupplyChainLedger.Service.Queries.Paging;
using SupplyChainLedger.Service.Queries.Participants;
using SupplyChainLedger.Service.Tests.Indexing.Chain;
using ErrorReason = SupplyChainLedger.V1.ErrorReason;

namespace SupplyChainLedger.Service.Tests.Queries;

public sealed class ParticipantQueriesTests
{
    [Fact]
    public async Task A_participant_is_found_by_number_and_handle_with_all_that_was_registered()
    {
        var chain = new ScriptedChain();
        chain.Mine();
        var block = chain.Mine(Story.FourParticipants());
        using var bench = new IndexBench(chain);
        await bench.CatchUpAsync();
        using var snapshot = await bench.OpenAsync();

        var found = snapshot.Participants.Find(new ParticipantId(4))!;

        var registered = Story.Registered(4, ParticipantRoles.Buyer | ParticipantRoles.Supplier);
        Assert.Equal(
            (registered.Handle, registered.DisplayName, registered.Roles, registered.LeiHash, registered.VatHash,
                registered.EndpointHash, registered.Region, registered.Industry, registered.SmallEnterprise),
            (found.Record.Handle, found.Record.DisplayName, found.Record.Roles, found.Record.LeiHash,
                found.Record.VatHash, found.Record.EndpointHash, found.Record.Region, found.Record.Industry,
                found.Record.SmallEnterprise));
        Assert.Equal([new RegisteredSigner(Story.KeyOf(4), SignerPermissions.All)], found.Record.Signers);
        Assert.Equal((block.Header.Hash, 12u), (found.Registration.Block.Hash, found.Registration.LogIndex));
        Assert.Equal(found.Record.Id, snapshot.Participants.Find("party-4")!.Record.Id);
        Assert.Null(snapshot.Participants.Find("party-5"));
        Assert.Throws<InvalidDataException>(() => snapshot.Participants.HandleOf(new ParticipantId(5)));
    }

    [Fact]
    public async Task A_participant_whose_registration_is_not_indexed_yet_is_not_taken_for_a_damaged_index()
    {
        var chain = new ScriptedChain();
        chain.Mine();
        chain.Mine(Story.FourParticipants());
        using var bench = new IndexBench(chain, batchSize: 1);
        await bench.Follower.StepAsync(TestContext.Current.CancellationToken);
        using var snapshot = await bench.OpenAsync();

        var fault = Assert.Throws<LedgerFault>(() => snapshot.Participants.HandleOf(new ParticipantId(1)));

        Assert.Equal(ErrorReason.IndexBehind, fault.Reason);
    }

    [Fact]
    public async Task They_are_listed_by_number_in_pages_with_or_without_a_role()
    {
        var chain = new ScriptedChain();
        chain.Mine([.. Enumerable.Range(1, 25).SelectMany(id => Story.Registration(
            (uint)id, id % 3 == 0 ? ParticipantRoles.Supplier | ParticipantRoles.Buyer : ParticipantRoles.Buyer))]);
        using var bench = new IndexBench(chain);
        await bench.CatchUpAsync();
        using var snapshot = await bench.OpenAsync();

        Assert.Equal(Enumerable.Range(1, 25), Walk(snapshot.Participants, null));
        Assert.Equal(Enumerable.Range(1, 25), Walk(snapshot.Participants, ParticipantRoles.Buyer));
        Assert.Equal([3, 6, 9, 12, 15, 18, 21, 24], Walk(snapshot.Participants, ParticipantRoles.Supplier));
        Assert.Empty(Walk(snapshot.Participants, ParticipantRoles.Auditor));
    }

    [Fact]
    public async Task The_intake_sees_keys_parties_and_invoices_as_they_stand()
    {
        var chain = new ScriptedChain();
        chain.Mine(Story.FourParticipants());
        var submission = Story.Submission(1);
        chain.Mine(
            submission, Story.Confirmation(submission), new ParticipantSuspended(new ParticipantId(2), "fraud"),
            new SignerRevoked(new ParticipantId(1), Story.KeyOf(1)));
        using var bench = new IndexBench(chain);
        await bench.CatchUpAsync();
        var view = new IntakeView(bench.Database, chain.Network);

        Assert.Equal(
            new SignerStanding(new ParticipantId(3), SignerPermissions.All), view.FindSigner(Story.KeyOf(3)));
        Assert.Null(view.FindSigner(Story.KeyOf(1)));
        Assert.Null(view.FindParty(new ParticipantId(1))!.SuspensionReason);
        Assert.Equal("fraud", view.FindParty(new ParticipantId(2))!.SuspensionReason);
        Assert.Equal(ParticipantRoles.Buyer, view.FindParty(new ParticipantId(3))!.Roles);
        Assert.Null(view.FindParty(new ParticipantId(9)));
        var invoice = view.FindInvoice(submission.Invoice)!;
        Assert.Equal((submission.Supplier, submission.Buyer, 100ul), (invoice.Supplier, invoice.Buyer, invoice.Amount));
        Assert.False(invoice.IsOpen);
        Assert.Null(view.FindInvoice(Story.InvoiceOf(2)));
    }

    [Fact]
    public async Task A_key_of_the_registration_signs_at_once_and_an_added_one_after_the_notice()
    {
        var chain = new ScriptedChain();
        var id = new ParticipantId(1);
        chain.Mine(Story.FourParticipants());
        var later = chain.Mine(new SignerAdded(id, Story.KeyOf(1, 2), SignerPermissions.Claim));
        using var bench = new IndexBench(chain);
        await bench.CatchUpAsync();
        var view = new IntakeView(bench.Database, chain.Network with { KeyNotice = 86_400 });
        var atOnce = new IntakeView(bench.Database, chain.Network);

        Assert.Equal(0ul, view.FindSigner(Story.KeyOf(1))!.SignsFrom);
        Assert.Equal(later.Header.Timestamp + 86_400, view.FindSigner(Story.KeyOf(1, 2))!.SignsFrom);
        Assert.Equal(later.Header.Timestamp, atOnce.FindSigner(Story.KeyOf(1, 2))!.SignsFrom);
    }

    [Fact]
    public async Task The_intake_sees_each_change_of_the_register_and_its_undoing()
    {
        var chain = new ScriptedChain();
        var id = new ParticipantId(1);
        chain.Mine(Story.FourParticipants());
        using var bench = new IndexBench(chain);
        await bench.CatchUpAsync();
        var view = new IntakeView(bench.Database, chain.Network);
        Assert.NotNull(view.FindSigner(Story.KeyOf(1)));
        Assert.Null(view.FindSigner(Story.KeyOf(1, 1)));
        Assert.Null(view.FindParty(id)!.SuspensionReason);

        chain.Mine(
            new SignerRevoked(id, Story.KeyOf(1)), new SignerAdded(id, Story.KeyOf(1, 1), SignerPermissions.All),
            new ParticipantSuspended(id, "key lost"));
        await bench.CatchUpAsync();
        Assert.Null(view.FindSigner(Story.KeyOf(1)));
        Assert.NotNull(view.FindSigner(Story.KeyOf(1, 1)));
        Assert.Equal("key lost", view.FindParty(id)!.SuspensionReason);

        chain.Drop(1);
        chain.Mine();
        await bench.CatchUpAsync();
        Assert.NotNull(view.FindSigner(Story.KeyOf(1)));
        Assert.Null(view.FindSigner(Story.KeyOf(1, 1)));
        Assert.Null(view.FindParty(id)!.SuspensionReason);
    }

    private static List<int> Walk(ParticipantQueries participants, ParticipantRoles? role)
    {
        var found = new List<int>();
        var token = "";
        do
        {
            var page = participants.List(role, PageRequest.Of(4, token));
            found.AddRange(page.Items.Select(row => (int)row.Record.Id.Value));
            token = page.NextToken;
        }
        while (token.Length > 0);

        return found;
    }
}
