using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Registry;
using SupplyChainLedger.Ethereum.Signing;
using SupplyChainLedger.Ethereum.TypedData;

namespace SupplyChainLedger.Contracts.Intents;

/// <summary>
/// What a participant signs to change the ledger. Immutable; its digest is its identity. Each kind knows its EIP-712
/// struct and the contract's function that takes it.
/// </summary>
/// <param name="Nonce">Spent once per participant.</param>
/// <param name="Deadline">Unix seconds after which the ledger refuses it.</param>
public abstract record LedgerIntent(Nonce Nonce, ulong Deadline)
{
    /// <summary>Name of the EIP-712 primary type, such as <c>SubmitInvoice</c>.</summary>
    public string Kind => Layout.Kind;

    /// <summary>The participant that is bound and must have signed.</summary>
    public abstract ParticipantId Participant { get; }

    /// <summary>The invoice, or the receivable of the same id, that it concerns; null where there is none.</summary>
    public virtual InvoiceId? InvoiceConcerned => null;

    /// <summary>The holding that it concerns, as it is before; null where there is none.</summary>
    public virtual HoldingId? HoldingConcerned => null;

    /// <summary>Of what is named here, each key that signs it must be allowed to sign at least one.</summary>
    public abstract SignerPermissions Permission { get; }

    /// <summary>The role that <see cref="Participant"/> must have; null where being active is enough.</summary>
    public virtual ParticipantRoles? Role => null;

    private protected abstract IntentLayout Layout { get; }

    /// <summary>The digest to sign (EIP-712).</summary>
    public IntentHash Digest(TypedDataDomain domain) => Layout.Digest(domain, this);

    /// <summary>The JSON that <c>eth_signTypedData_v4</c> takes.</summary>
    public string ToTypedDataJson(TypedDataDomain domain) => Layout.ToTypedDataJson(domain, this);

    /// <summary>The call that carries it to the contract, directly or as an item of <c>execute</c>.</summary>
    public byte[] EncodeCall(Signature signature) => EncodeCall(new IntentSignatures(signature));

    /// <inheritdoc cref="EncodeCall(Signature)"/>
    public byte[] EncodeCall(IntentSignatures signatures) => Layout.EncodeCall(this, signatures);

    /// <summary>Signs it.</summary>
    /// <param name="domain">The ledger that it is meant for.</param>
    /// <param name="key">A registered key of <see cref="Participant"/>.</param>
    public Signature Sign(TypedDataDomain domain, PrivateKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return key.Sign(Digest(domain).Value);
    }
}
