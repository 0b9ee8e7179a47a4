using SupplyChainLedger.Client.Ubl.Scanning;
using SupplyChainLedger.Contracts.Identifiers;
using SupplyChainLedger.Ethereum;

namespace SupplyChainLedger.Client.Ubl.Identity;

/// <summary>Compares the party that a document names with the participant that acts as it.</summary>
public static class PartyIdentity
{
    /// <summary>Compares every kind of identifier that both sides have.</summary>
    /// <param name="participant">The participant's handle, for the messages.</param>
    /// <param name="registered">What the operator has registered for the participant.</param>
    /// <param name="party">The document's seller or buyer.</param>
    /// <param name="fields">Which of them it is: <see cref="UblFields.Seller"/> or <see cref="UblFields.Buyer"/>.</param>
    public static PartyCheck Check(
        string participant, RegisteredIdentifiers registered, UblParty party, UblPartyFields fields)
    {
        ArgumentNullException.ThrowIfNull(registered);
        ArgumentNullException.ThrowIfNull(party);
        ArgumentNullException.ThrowIfNull(fields);
        if (registered == RegisteredIdentifiers.None)
        {
            return Unverified(
                PartyComparison.NothingRegistered,
                fields,
                $"{participant} has no registered identifiers, so the document's {fields.Party}, "
                    + $"{UblText.Quote(party.Name)}, was not compared with it.");
        }

        Claim[] claims =
        [
            .. Claims(registered, party, fields).Where(claim => claim is { Registered: not null, Stated: not null }),
        ];
        if (claims.Length == 0)
        {
            return Unverified(
                PartyComparison.NothingInCommon,
                fields,
                $"The document's {fields.Party}, {UblText.Quote(party.Name)}, has none of the kinds of identifiers "
                    + $"that are registered for {participant}, so they were not compared.");
        }

        UblError[] errors =
        [
            .. claims.Where(claim => claim.Stated != claim.Registered)
                .Select(claim => Contradiction(participant, claim)),
        ];
        return new PartyCheck(
            errors.Length == 0 ? PartyComparison.Matches : PartyComparison.Contradicts, errors, Warning: null);
    }

    private static IEnumerable<Claim> Claims(RegisteredIdentifiers registered, UblParty party, UblPartyFields fields)
    {
        var lei = party.Lei;
        var leiField = lei?.Value == party.LegalRegistration?.Value ? fields.LegalRegistration : fields.Identifier;
        yield return new Claim(
            leiField, lei?.Value, registered.Lei, lei is null ? null : IdentifierHash.OfLei(lei.Value));

        var vat = party.VatIdentifier;
        yield return new Claim(
            fields.VatIdentifier, vat, registered.Vat, vat is null ? null : IdentifierHash.OfVat(vat));

        // Without its scheme an address is not unique and proves nothing either way.
        var endpoint = party.Endpoint is { SchemeId: not null } ? party.Endpoint : null;
        yield return new Claim(
            fields.Endpoint,
            endpoint?.ToString(),
            registered.Endpoint,
            endpoint is null ? null : IdentifierHash.OfEndpoint(endpoint.SchemeId!, endpoint.Value));
    }

    private static UblError Contradiction(string participant, Claim claim) => UblError.At(
        claim.Field,
        null,
        UblReason.PartyContradicts,
        $"the document's {claim.Field.Name} is not the one registered for {participant}",
        "Name the participant that the document means, or have the operator correct its registration.",
        claim.Value);

    private static PartyCheck Unverified(PartyComparison outcome, UblPartyFields fields, string message) =>
        new(outcome, [], new UblWarning(UblReason.PartyUnverified, fields.Name, message));

    private sealed record Claim(UblField Field, string? Value, Hash32? Registered, Hash32? Stated);
}
