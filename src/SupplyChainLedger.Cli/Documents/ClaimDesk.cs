using SupplyChainLedger.Cli.Running;
using SupplyChainLedger.Client.Signing;
using SupplyChainLedger.Client.Ubl;
using SupplyChainLedger.Client.Ubl.Identity;
using SupplyChainLedger.Contracts.Identifiers;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Cli.Documents;

/// <summary>Turns documents into signed claims of one supplier against one buyer.</summary>
internal sealed class ClaimDesk(
    ParticipantSigner signer, Participant supplier, Participant buyer, UblReadOptions reading)
{
    public string Supplier => supplier.Handle;

    public string Buyer => buyer.Handle;

    /// <summary>Reads a document, compares its parties with the participants, and signs the claim.</summary>
    /// <returns>The claim, or what is wrong with the document; and what the signer should know of it.</returns>
    public async Task<(Claim? Claim, IReadOnlyList<UblError> Errors, IReadOnlyList<UblWarning> Warnings)> SignAsync(
        string file, CancellationToken cancellation)
    {
        var read = await UblInvoiceReader.ReadFileAsync(file, reading, cancellation);
        if (!read.IsInvoice) return (null, read.Errors, read.Warnings);

        var seller = Compare(supplier, read.Invoice.Seller, UblFields.Seller);
        var debtor = Compare(buyer, read.Invoice.Buyer, UblFields.Buyer);
        UblError[] errors = [.. seller.Errors, .. debtor.Errors];
        UblWarning[] warnings =
            [.. read.Warnings, .. new[] { seller.Warning, debtor.Warning }.OfType<UblWarning>()];
        if (errors.Length > 0) return (null, errors, warnings);

        var draft = InvoiceDraft.Of(read.Invoice, new ParticipantId(buyer.Id));
        return (new Claim(file, read.Invoice, signer.Submit(draft)), [], warnings);
    }

    /// <summary>Opens the desk: the supplier's key, and both participants as they are registered.</summary>
    public static async Task<ClaimDesk> OpenAsync(SigningRun run, string buyer, UblReadOptions reading)
    {
        var claimant = await run.Client.Participants.GetAsync(run.Handle, run.Cancellation);
        var debtor = await run.Client.Participants.GetAsync(buyer, run.Cancellation);
        return new ClaimDesk(run.Signer, claimant.Participant, debtor.Participant, reading);
    }

    private static PartyCheck Compare(Participant participant, UblParty party, UblPartyFields fields) =>
        PartyIdentity.Check(
            participant.Handle,
            new RegisteredIdentifiers(
                Registered(participant.LeiHash), Registered(participant.VatHash), Registered(participant.EndpointHash)),
            party,
            fields);

    private static Hash32? Registered(string hash) => Hash32.TryParse(hash, out var value) ? value : null;
}
