namespace SupplyChainLedger.Client.Ubl;

/// <summary>Something that the signer should know although the document is acceptable.</summary>
/// <param name="Reason">Stable reason, one of <see cref="UblReason"/>.</param>
/// <param name="Field">The field; null when the document as a whole is meant.</param>
/// <param name="Message">What was noticed, as a full sentence.</param>
public sealed record UblWarning(string Reason, UblField? Field, string Message)
{
    /// <summary>Field and message as one line of text.</summary>
    public override string ToString() => Field is null ? Message : $"{Field}: {Message}";
}
