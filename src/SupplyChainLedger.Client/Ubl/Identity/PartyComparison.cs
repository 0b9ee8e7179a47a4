namespace SupplyChainLedger.Client.Ubl.Identity;

/// <summary>How a document's party compares with a participant's registered identifiers.</summary>
public enum PartyComparison
{
    /// <summary>At least one identifier is the registered one, and none is another.</summary>
    Matches,

    /// <summary>At least one identifier is another than the registered one.</summary>
    Contradicts,

    /// <summary>The participant has no registered identifiers.</summary>
    NothingRegistered,

    /// <summary>The document gives none of the kinds of identifiers that the participant has registered.</summary>
    NothingInCommon,
}
