namespace SupplyChainLedger.Contracts.Rules;

/// <summary>Rules that a network can start with.</summary>
public static class RulePresets
{
    /// <summary>
    /// Nothing but the clock: any currency, any tenor, no document. The times are choices of this project; no law or
    /// standard names them.
    /// </summary>
    public static RuleSet Open { get; } = new(
        StandardTenorDays: ushort.MaxValue, // the field's largest value: no limit
        MaxTenorDays: ushort.MaxValue, // the same
        GraceDays: 5, // a working week for money that is on its way
        TransferHours: 72, // three days: a request of Friday evening can still be answered on Monday
        DisbursementHours: 48, // an order after the cut-off is executed on the next banking day
        AcknowledgementHours: 72, // as for a transfer: nobody loses a right over a weekend
        DisputeDays: 30, // a month to settle a complaint about goods
        SmallestPart: 1, // one minor unit: whatever exists can be split
        MaxHands: 63, // the record's largest value
        TradeDocumentRequired: false,
        RegistryReferenceRequired: false,
        Currencies: "",
        Name: "open");

    /// <summary>
    /// Electronic receivable vouchers in China under notice 银发〔2025〕77号, in force since 2025-06-15. The notice was
    /// seen second-hand only: check each figure before relying on it. Where it names none, <see cref="Open"/>
    /// stands.
    /// </summary>
    public static RuleSet Cn77 { get; } = Open with
    {
        StandardTenorDays = 180, // 银发〔2025〕77号: in principle at most six months; above, the reason is recorded
        MaxTenorDays = 365, // 银发〔2025〕77号: never over one year
        TradeDocumentRequired = true, // 银发〔2025〕77号: a voucher rests on a real trade
        RegistryReferenceRequired = true, // 银发〔2025〕77号: financing is registered (中登网) before the money moves
        Currencies = "CNY", // vouchers are settled in renminbi
        Name = "cn-77",
    };
}
