using System.Globalization;
using SupplyChainLedger.Contracts.Errors;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Intents;
using SupplyChainLedger.Contracts.Registry;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.Signing;
using SupplyChainLedger.Service.Faults;
using SupplyChainLedger.Service.Intake.Journal;
using SupplyChainLedger.Service.Intake.Outbox;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Service.Intake;

/// <summary>
/// Why the intake refuses. What the contract would refuse for as well is said in the contract's own words, so that a
/// caller learns the same early and late.
/// </summary>
internal static class IntakeFaults
{
    // Each block that takes intents makes room, and few chains make one less often.
    private static readonly TimeSpan UntilThereIsRoom = TimeSpan.FromSeconds(5);

    public static LedgerFault SignatureMalformed(SignatureFault fault) => new(
        ErrorReason.SignatureMalformed,
        fault switch
        {
            SignatureFault.WrongLength => $"A signature has {Signature.Size} bytes, r, s and v; two have "
                + $"{IntentSignatures.MaxSize}.",
            SignatureFault.WrongRecoveryByte => "The last byte of a signature, v, is 27 or 28.",
            SignatureFault.HighS => "The signature's s lies in the upper half of the group's order; sign with low s.",
            _ => "The signature's r or s is zero or beyond the group's order.",
        },
        violations: [new FieldViolation("signature", "65 bytes, r, low s and v 27 or 28, or two of these")]);

    public static LedgerFault RecoversToNobody() => OfContract("InvalidSignature");

    public static LedgerFault Expired(ulong deadline, ulong now) =>
        OfContract("IntentExpired", ("deadline", deadline), ("blockTime", now));

    public static LedgerFault DeadlineTooFar(ulong deadline, ulong latest) =>
        OfContract("DeadlineTooFar", ("deadline", deadline), ("latest", latest));

    public static LedgerFault SignerNotRegistered(Address signer, ParticipantId participant) =>
        OfContract("SignerNotRegistered", ("signer", signer), ("participant", participant));

    /// <summary>The contract calls such a key unknown; it says nothing of the notice.</summary>
    public static LedgerFault SignerOnNotice(Address signer, ParticipantId participant, ulong signsFrom)
    {
        var from = DateTimeOffset.FromUnixTimeSeconds((long)signsFrom).ToString("u", CultureInfo.InvariantCulture);
        return new LedgerFault(
            ErrorReason.SignerOnNotice,
            $"The key {signer} was added to participant {participant} with a notice; by the chain's time it signs "
            + $"from {from.Replace(' ', 'T')} on.",
            new Dictionary<string, string>
            {
                ["signer"] = $"{signer}",
                ["participant"] = $"{participant}",
                ["signs_from"] = $"{signsFrom}",
            });
    }

    public static LedgerFault SignersNotDistinct(Address signer) =>
        OfContract("SignersNotDistinct", ("signer", signer));

    public static LedgerFault PermissionMissing(Address signer, SignerPermissions permission) =>
        OfContract("PermissionMissing", ("signer", signer), ("permission", permission));

    public static LedgerFault RecipientIsHolder(ParticipantId participant) =>
        OfContract("RecipientIsHolder", ("participant", participant));

    public static LedgerFault ParticipantNotFound(ParticipantId participant) =>
        OfContract("ParticipantNotFound", ("participant", participant));

    /// <summary>As the contract refuses it, with what the contract does not know: the operator's reason.</summary>
    public static LedgerFault ParticipantSuspended(ParticipantId participant, string reason) => new(
        ErrorReason.ParticipantSuspended,
        $"Participant {participant} is suspended: {reason.TrimEnd('.')}.",
        new Dictionary<string, string> { ["participant"] = $"{participant}", ["reason"] = reason });

    public static LedgerFault RoleMissing(ParticipantId participant, ParticipantRoles role) =>
        OfContract("RoleMissing", ("participant", participant), ("role", role));

    public static LedgerFault PartiesNotDistinct(ParticipantId participant) =>
        OfContract("BuyerIsSupplier", ("participant", participant));

    public static LedgerFault NonceAlreadyUsed(ParticipantId participant, Nonce nonce) =>
        OfContract("NonceAlreadyUsed", ("participant", participant), ("nonce", nonce));

    public static LedgerFault InvoiceAlreadyExists(InvoiceId invoice) =>
        OfContract("InvoiceAlreadyExists", ("invoice", invoice));

    public static LedgerFault InvoiceNotFound(InvoiceId invoice) =>
        OfContract("InvoiceNotFound", ("invoice", invoice));

    public static LedgerFault InvoiceNotOpen(InvoiceId invoice, byte state) =>
        OfContract("InvoiceNotOpen", ("invoice", invoice), ("state", state));

    public static LedgerFault NotTheBuyer(InvoiceId invoice, ParticipantId participant) =>
        OfContract("NotTheBuyer", ("invoice", invoice), ("participant", participant));

    public static LedgerFault NotTheSupplier(InvoiceId invoice, ParticipantId participant) =>
        OfContract("NotTheSupplier", ("invoice", invoice), ("participant", participant));

    public static LedgerFault AmountOutOfRange(ulong amount, ulong max) =>
        OfContract("AmountOutOfRange", ("amount", amount), ("max", max));

    /// <summary>There is nothing left to take back.</summary>
    /// <param name="cancelled">The intent that was to be taken back.</param>
    /// <param name="state">What has become of it.</param>
    public static LedgerFault AlreadyEnded(IntentHash cancelled, EntryState state)
    {
        var end = StepNames.Of(state);
        return new LedgerFault(
            ErrorReason.IntentAlreadyEnded,
            $"The intent {cancelled} cannot be taken back: it is {end}.",
            new Dictionary<string, string> { ["cancelled"] = $"{cancelled}", ["state"] = end.ToUpperInvariant() });
    }

    /// <summary>What is named has another nonce or participant, or the nonce another intent.</summary>
    public static LedgerFault CancellationMismatch(LedgerIntent cancelling, IntentHash named) => new(
        ErrorReason.CancellationMismatch,
        $"The intent {named} is none of participant {cancelling.Participant} with the nonce {cancelling.Nonce} that "
        + "can be taken back.",
        new Dictionary<string, string>
        {
            ["cancelled"] = $"{named}",
            ["participant"] = $"{cancelling.Participant}",
            ["nonce"] = $"{cancelling.Nonce}",
        });

    public static LedgerFault OutboxFull(int maxPending) => new(
        ErrorReason.OutboxFull,
        $"{maxPending} intents are on their way already, as many as may be; nothing was recorded.",
        new Dictionary<string, string> { ["limit"] = $"{maxPending}" },
        retryAfter: UntilThereIsRoom);

    public static LedgerFault QuotaExceeded(LedgerIntent intent, Acceptance.Crowded crowded)
    {
        var (where, metadata) = ("", new Dictionary<string, string>
        {
            ["participant"] = $"{intent.Participant}",
            ["limit"] = $"{crowded.Limit}",
        });
        if (crowded.AreAlike && intent.InvoiceConcerned is { } receivable)
            (where, metadata["receivable"]) = ($" on the receivable {receivable}", $"{receivable}");
        else if (crowded.AreAlike) where = " that concern no receivable";
        return new LedgerFault(
            ErrorReason.ParticipantQuotaExceeded,
            $"{crowded.Limit} intents of participant {intent.Participant}{where} wait to be sent, as many as may; "
            + "nothing was recorded.",
            metadata,
            retryAfter: UntilThereIsRoom);
    }

    private static LedgerFault OfContract(string error, params ReadOnlySpan<(string Name, object Value)> arguments)
    {
        var values = new Dictionary<string, string>();
        foreach (var (name, value) in arguments)
            values[name] = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
        return LedgerFaults.FromContract(new ContractReason(error, values));
    }
}
