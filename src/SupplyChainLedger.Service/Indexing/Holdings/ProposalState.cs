namespace SupplyChainLedger.Service.Indexing.Holdings;

/// <summary>Where something stands that one party proposes and another one answers.</summary>
internal enum ProposalState
{
    /// <summary>It is not answered.</summary>
    Proposed = 1,

    /// <summary>It was accepted, or needed nobody's consent.</summary>
    Accepted = 2,

    /// <summary>It was declined, with a reason.</summary>
    Declined = 3,

    /// <summary>Who proposed it took it back.</summary>
    Withdrawn = 4,

    /// <summary>Its time to be answered passed.</summary>
    Lapsed = 5,
}
