using SupplyChainLedger.V1;

namespace SupplyChainLedger.Client.Testing;

/// <summary>What a test lets go wrong.</summary>
public sealed class LedgerFaults
{
    private int _breaks;

    /// <summary>Changes what is shown of a record, as a lying service would.</summary>
    public Action<Invoice>? Tamper { get; set; }

    /// <summary>Changes what is shown of a holding.</summary>
    public Action<Holding>? TamperHolding { get; set; }

    /// <summary>Changes what is shown of a receivable.</summary>
    public Action<Receivable>? TamperReceivable { get; set; }

    /// <summary>Breaks the connection of the next answers after they took effect: so many times.</summary>
    public int BreaksAfterEffect
    {
        get => _breaks;
        set => _breaks = value;
    }

    /// <summary>Takes submissions and never answers.</summary>
    public bool NeverAnswers { get; set; }

    /// <summary>Accepts what is signed and brings it to no block, but for cancellations.</summary>
    public bool HoldsUp { get; set; }

    /// <summary>Whatever waits has waited too long, and whatever is due is in default.</summary>
    public bool DeadlinesHavePassed { get; set; }

    /// <summary>Whether this answer is to be lost.</summary>
    internal bool TakeBreak() => Interlocked.Decrement(ref _breaks) >= 0;
}
