using Google.Protobuf.Collections;
using SupplyChainLedger.Contracts.Intents;
using SupplyChainLedger.Contracts.Rules;
using SupplyChainLedger.Service.Api.Resources;

namespace SupplyChainLedger.Service.Api.Actions;

/// <summary>Reads and shows what is signed about the rules of the network and of a participant.</summary>
internal static class RuleActions
{
    private const uint MostHands = 63;
    private const int MostCurrencies = 10;
    private const int MaxNameBytes = 32;

    public static ProposeRules Read(ActionFields f, V1.ProposeRules from)
    {
        if (from.MaxTenorDays < from.StandardTenorDays)
            f.Refuse("max_tenor_days", $"cannot be below the standard of {from.StandardTenorDays} days");
        return new ProposeRules(
            f.Participant("operator", from.Operator),
            Rules(f, from),
            f.Moment("effective_from", from.EffectiveFrom),
            f.Nonce(from.Nonce),
            f.Deadline(from.Deadline));
    }

    public static V1.ProposeRules Write(ProposeRules i)
    {
        var rules = i.Rules;
        return new V1.ProposeRules
        {
            Operator = i.Operator.Value,
            StandardTenorDays = rules.StandardTenorDays,
            MaxTenorDays = rules.MaxTenorDays,
            GraceDays = rules.GraceDays,
            TransferHours = rules.TransferHours,
            DisbursementHours = rules.DisbursementHours,
            AcknowledgementHours = rules.AcknowledgementHours,
            DisputeDays = rules.DisputeDays,
            SmallestPartMinorUnits = checked((long)rules.SmallestPart),
            MaxHands = rules.MaxHands,
            TradeDocumentRequired = rules.TradeDocumentRequired,
            RegistryReferenceRequired = rules.RegistryReferenceRequired,
            CurrencyCodes = { RulesWriter.CurrenciesOf(rules) },
            Name = rules.Name,
            EffectiveFrom = i.EffectiveFrom,
            Nonce = i.Nonce.ToString(),
            Deadline = i.Deadline,
        };
    }

    public static SetThreshold Read(ActionFields f, V1.SetThreshold from) => new(
        f.Participant("participant", from.Participant),
        f.Currency("currency_code", from.CurrencyCode),
        f.AmountOrNone("threshold_minor_units", from.ThresholdMinorUnits),
        f.Nonce(from.Nonce),
        f.Deadline(from.Deadline));

    public static V1.SetThreshold Write(SetThreshold i) => new()
    {
        Participant = i.Participant.Value,
        CurrencyCode = i.Currency,
        ThresholdMinorUnits = checked((long)i.Threshold),
        Nonce = i.Nonce.ToString(),
        Deadline = i.Deadline,
    };

    private static RuleSet Rules(ActionFields f, V1.ProposeRules from) => new(
        Span(f, "standard_tenor_days", from.StandardTenorDays, least: 0),
        Span(f, "max_tenor_days", from.MaxTenorDays, least: 0),
        (byte)f.Number("grace_days", from.GraceDays, least: 0, most: byte.MaxValue),
        Span(f, "transfer_hours", from.TransferHours),
        Span(f, "disbursement_hours", from.DisbursementHours),
        Span(f, "acknowledgement_hours", from.AcknowledgementHours),
        Span(f, "dispute_days", from.DisputeDays),
        f.Amount("smallest_part_minor_units", from.SmallestPartMinorUnits),
        (byte)f.Number("max_hands", from.MaxHands, least: 1, MostHands),
        from.TradeDocumentRequired,
        from.RegistryReferenceRequired,
        Currencies(f, from.CurrencyCodes),
        f.Text("name", from.Name, MaxNameBytes));

    private static ushort Span(ActionFields f, string name, uint value, uint least = 1) =>
        (ushort)f.Number(name, value, least, ushort.MaxValue);

    private static string Currencies(ActionFields f, RepeatedField<string> codes)
    {
        if (codes.Count > MostCurrencies || codes.Distinct().Count() != codes.Count)
            f.Refuse("currency_codes", $"at most {MostCurrencies} codes are allowed, each once");
        return string.Concat(codes.Select(code => f.Currency("currency_codes", code)));
    }
}
