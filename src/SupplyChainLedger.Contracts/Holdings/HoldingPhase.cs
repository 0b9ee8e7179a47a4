namespace SupplyChainLedger.Contracts.Holdings;

/// <summary>How a holding stands; the numbers are the contract's.</summary>
public enum HoldingPhase
{
    /// <summary>There is no such holding.</summary>
    None = 0,

    /// <summary>Owed, and not due before today.</summary>
    Held = 1,

    /// <summary>Not paid on the due date.</summary>
    Overdue = 2,

    /// <summary>Not paid when the days of grace were over.</summary>
    Defaulted = 3,

    /// <summary>Given up; what may yet be recovered is pending.</summary>
    WrittenOff = 4,

    /// <summary>Nothing is left: passed on, paid, credited or cancelled.</summary>
    Closed = 5,
}
