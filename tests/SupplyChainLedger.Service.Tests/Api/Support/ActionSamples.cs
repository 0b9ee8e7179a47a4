using System.Text.Json.Nodes;
using Action = SupplyChainLedger.V1.Action;

namespace SupplyChainLedger.Service.Tests.Api.Support;

/// <summary>One action of every kind that is in order, in JSON, so that a test can change a field.</summary>
internal static class ActionSamples
{
    private const string Ids = """
        "receivable": "0xaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        "holding": "0xbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb",
        """;

    private const string Hash = "\"0xcccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc\"";
    private const string Invoice =
        "\"invoice\": \"0xaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\",";

    private const string Offer =
        "\"offer\": \"0xdddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd\",";

    private const string Key = "\"0x02eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee\"";

    private const string Money = $$"""
        "minorUnits": "500", "valueDate": { "year": 2027, "month": 4, "day": 10 }, "bankReference": "E2E-1",
        "evidence": {{Hash}},
        """;

    private const string End = """
        "nonce": "0x0000000000000000000000000000000000000000000000000000000000000007", "deadline": "1800000000"
        """;

    private static readonly Dictionary<string, string> Fields = new()
    {
        ["submitInvoice"] = $$"""
            "supplier": 1, "buyer": 2, "number": "INV-1", "typeCode": 380,
            "issueDate": { "year": 2027, "month": 1, "day": 10 }, "dueDate": { "year": 2027, "month": 4, "day": 10 },
            "amount": { "currencyCode": "EUR", "minorUnits": "12345" }, "documentHash": {{Hash}},
            """,
        ["confirmInvoice"] =
            $$""" "buyer": 2, {{Invoice}} "minorUnits": "5", "irrevocable": true, "defencesWaived": true, """,
        ["rejectInvoice"] = $$""" "buyer": 2, {{Invoice}} "reason": "never delivered", """,
        ["withdrawInvoice"] = $$""" "supplier": 1, {{Invoice}} """,
        ["proposeTransfer"] =
            $$""" "holder": 1, {{Ids}} "recipient": 3, "minorUnits": "500", "tradeDocument": {{Hash}}, """,
        ["answerTransfer"] = $$""" "recipient": 3, {{Ids}} "accepted": false, "reason": "not ours", """,
        ["withdrawStep"] = $$""" "participant": 1, {{Ids}} "step": "HOLDING_STEP_TRANSFER_PROPOSED", """,
        ["applyDeadline"] = $$""" "participant": 1, {{Ids}} """,
        ["requestFinancing"] = $$"""
            "holder": 1, {{Ids}} "minorUnits": "500", "lowestAdvanceMinorUnits": "450", "openUntil": "1790000000",
            "recourse": true, "offerKey": {{Key}},
            """,
        ["placeOffer"] = $$"""
            "financier": 4, {{Ids}} "advanceMinorUnits": "480", "discountMillionths": 48500, "recourse": true,
            "expiry": "1790000000",
            """,
        ["withdrawOffer"] = $$""" "financier": 4, {{Ids}} {{Offer}} """,
        ["acceptOffer"] = $$""" "holder": 1, {{Ids}} {{Offer}} """,
        ["declareDisbursement"] =
            $$""" "financier": 4, {{Ids}} {{Money}} "registryReference": "R-1", "justification": {{Hash}}, """,
        ["answerDisbursement"] = $$"""
            "holder": 1, {{Ids}} "minorUnits": "500", "received": false, "reason": "no money", "evidence": {{Hash}},
            """,
        ["setExposureLimit"] = """ "financier": 4, "obligor": 2, "currencyCode": "EUR", "limitMinorUnits": "900", """,
        ["declarePayment"] = $$""" "payer": 2, {{Ids}} {{Money}} """,
        ["answerPayment"] = $$"""
            "holder": 1, {{Ids}} "minorUnits": "500", "received": false, "reason": "no money", "evidence": {{Hash}},
            """,
        ["claimRecourse"] = $$""" "holder": 4, {{Ids}} """,
        ["writeOff"] = $$""" "holder": 4, {{Ids}} "reason": "insolvent", """,
        ["recordRecovery"] = $$""" "holder": 4, {{Ids}} {{Money}} """,
        ["setAccount"] = """ "participant": 1, "currencyCode": "EUR", "account": "DE02120300000000202051", """,
        ["liftStop"] = """ "operator": 9, "obligor": 2, "reason": "has paid", """,
        ["issueCreditNote"] =
            $$""" "supplier": 1, {{Ids}} "number": "CN-1", "minorUnits": "20", "documentHash": {{Hash}}, """,
        ["answerCreditNote"] =
            $$""" "holder": 4, {{Ids}} "minorUnits": "20", "accepted": false, "reason": "not agreed", """,
        ["openDispute"] =
            $$""" "buyer": 2, {{Ids}} "minorUnits": "20", "reason": "two broken", "evidence": {{Hash}}, """,
        ["answerDispute"] =
            $$""" "holder": 1, {{Ids}} "creditedMinorUnits": "10", "reason": "one was", "evidence": {{Hash}}, """,
        ["requestCancellation"] = $$""" "supplier": 1, {{Invoice}} "reason": "sent twice", """,
        ["answerCancellation"] = $$""" "buyer": 2, {{Invoice}} "accepted": false, "reason": "it is owed", """,
        ["proposeRules"] = """
            "operator": 9, "standardTenorDays": 180, "maxTenorDays": 365, "graceDays": 5, "transferHours": 72,
            "disbursementHours": 48, "acknowledgementHours": 96, "disputeDays": 30, "smallestPartMinorUnits": "100",
            "maxHands": 5, "tradeDocumentRequired": true, "registryReferenceRequired": true,
            "currencyCodes": ["CNY", "EUR"], "name": "strict", "effectiveFrom": "1790000000",
            """,
        ["cancelIntent"] = $$""" "participant": 1, "cancelled": {{Hash}}, """,
        ["setThreshold"] = """ "participant": 1, "currencyCode": "EUR", "thresholdMinorUnits": "1000", """,
    };

    /// <summary>The kinds, as JSON names them.</summary>
    public static IEnumerable<string> Kinds => Fields.Keys;

    /// <summary>The sample of a kind.</summary>
    /// <param name="kind">As JSON names it.</param>
    /// <param name="change">Fields that replace those of the sample, in JSON; null removes one.</param>
    public static Action Of(string kind, string change = "{}")
    {
        var action = JsonNode.Parse($"{{ {Fields[kind]} {End} }}")!.AsObject();
        foreach (var (name, value) in JsonNode.Parse(change)!.AsObject()) action[name] = value?.DeepClone();
        return Action.Parser.ParseJson(new JsonObject { [kind] = action }.ToJsonString());
    }
}
