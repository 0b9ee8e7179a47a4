using SupplyChainLedger.Service.Api.Actions;
using SupplyChainLedger.Service.Faults;
using SupplyChainLedger.Service.Tests.Api.Support;
using SupplyChainLedger.V1;
using Action = SupplyChainLedger.V1.Action;

namespace SupplyChainLedger.Service.Tests.Api;

/// <summary>Every kind of action: read as it was written, and refused with the name of the field at fault.</summary>
public sealed class ActionFieldTests
{
    private const string LongText = "12345678901234567890123456789012345678901234567890123456789012345";

    public static TheoryData<string> Kinds => [.. ActionSamples.Kinds];

    /// <summary>Kind, one change to a sample that is in order, and the field that is then at fault.</summary>
    public static TheoryData<string, string, string> Faults => new()
    {
        { "confirmInvoice", """{"minorUnits":"0"}""", "minor_units" },
        { "proposeTransfer", """{"holder":0}""", "holder" },
        { "proposeTransfer", """{"receivable":"0x12"}""", "receivable" },
        { "proposeTransfer", """{"holding":""}""", "holding" },
        { "proposeTransfer", """{"recipient":0}""", "recipient" },
        { "proposeTransfer", """{"recipient":1}""", "recipient" },
        { "proposeTransfer", """{"minorUnits":"0"}""", "minor_units" },
        { "proposeTransfer", """{"tradeDocument":"0x12"}""", "trade_document" },
        { "answerTransfer", """{"reason":""}""", "reason" },
        { "answerTransfer", """{"accepted":true}""", "reason" },
        { "withdrawStep", """{"step":"HOLDING_STEP_UNSPECIFIED"}""", "step" },
        { "withdrawStep", """{"step":"HOLDING_STEP_AT_REST"}""", "step" },
        { "withdrawStep", """{"step":13}""", "step" },
        { "applyDeadline", """{"participant":0}""", "participant" },
        { "requestFinancing", """{"minorUnits":"-1"}""", "minor_units" },
        { "requestFinancing", """{"lowestAdvanceMinorUnits":"0"}""", "lowest_advance_minor_units" },
        { "requestFinancing", """{"lowestAdvanceMinorUnits":"501"}""", "lowest_advance_minor_units" },
        { "requestFinancing", """{"openUntil":"0"}""", "open_until" },
        { "requestFinancing", """{"offerKey":"0x02ee"}""", "offer_key" },
        { "requestFinancing", """{"offerKey":"zz"}""", "offer_key" },
        {
            "requestFinancing",
            """{"offerKey":"0x04eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee"}""",
            "offer_key"
        },
        { "placeOffer", """{"financier":0}""", "financier" },
        { "placeOffer", """{"advanceMinorUnits":"0"}""", "advance_minor_units" },
        { "placeOffer", """{"advanceMinorUnits":"-1"}""", "advance_minor_units" },
        { "placeOffer", """{"sealedTerms":"0x12","discountMillionths":0}""", "advance_minor_units" },
        { "placeOffer", """{"sealedTerms":"0x12","advanceMinorUnits":"0"}""", "discount_millionths" },
        { "placeOffer", """{"expiry":"0"}""", "expiry" },
        { "withdrawOffer", """{"offer":"0x12"}""", "offer" },
        { "acceptOffer", """{"offer":""}""", "offer" },
        { "declareDisbursement", """{"valueDate":null}""", "value_date" },
        { "declareDisbursement", """{"bankReference":""}""", "bank_reference" },
        { "declareDisbursement", $$"""{"bankReference":"{{LongText}}"}""", "bank_reference" },
        { "declareDisbursement", $$"""{"registryReference":"{{LongText}}"}""", "registry_reference" },
        { "declareDisbursement", """{"evidence":"0x12"}""", "evidence" },
        { "declareDisbursement", """{"justification":"0x12"}""", "justification" },
        { "answerDisbursement", """{"received":true}""", "reason" },
        { "answerDisbursement", """{"reason":""}""", "reason" },
        { "setExposureLimit", """{"obligor":0}""", "obligor" },
        { "setExposureLimit", """{"currencyCode":"eur"}""", "currency_code" },
        { "setExposureLimit", """{"limitMinorUnits":"-1"}""", "limit_minor_units" },
        { "declarePayment", """{"payer":0}""", "payer" },
        { "declarePayment", """{"minorUnits":"0"}""", "minor_units" },
        { "answerPayment", """{"received":true}""", "reason" },
        { "claimRecourse", """{"holder":0}""", "holder" },
        { "writeOff", """{"reason":""}""", "reason" },
        { "recordRecovery", """{"bankReference":"\n"}""", "bank_reference" },
        { "setAccount", """{"account":""}""", "account" },
        { "setAccount", """{"currencyCode":"EURO"}""", "currency_code" },
        { "liftStop", """{"operator":0}""", "operator" },
        { "liftStop", """{"reason":""}""", "reason" },
        { "issueCreditNote", $$"""{"number":"{{LongText}}"}""", "number" },
        { "issueCreditNote", """{"documentHash":""}""", "document_hash" },
        { "answerCreditNote", """{"accepted":true}""", "reason" },
        { "openDispute", """{"reason":""}""", "reason" },
        { "answerDispute", """{"creditedMinorUnits":"-1"}""", "credited_minor_units" },
        { "answerDispute", """{"reason":""}""", "reason" },
        { "requestCancellation", """{"invoice":"0x12"}""", "invoice" },
        { "answerCancellation", """{"reason":""}""", "reason" },
        { "proposeRules", """{"maxTenorDays":179}""", "max_tenor_days" },
        { "proposeRules", """{"maxTenorDays":65536}""", "max_tenor_days" },
        { "proposeRules", """{"graceDays":256}""", "grace_days" },
        { "proposeRules", """{"transferHours":0}""", "transfer_hours" },
        { "proposeRules", """{"disbursementHours":65536}""", "disbursement_hours" },
        { "proposeRules", """{"acknowledgementHours":0}""", "acknowledgement_hours" },
        { "proposeRules", """{"disputeDays":0}""", "dispute_days" },
        { "proposeRules", """{"smallestPartMinorUnits":"0"}""", "smallest_part_minor_units" },
        { "proposeRules", """{"maxHands":0}""", "max_hands" },
        { "proposeRules", """{"maxHands":64}""", "max_hands" },
        { "proposeRules", """{"currencyCodes":["EUR","EUR"]}""", "currency_codes" },
        { "proposeRules", """{"currencyCodes":["EU"]}""", "currency_codes" },
        { "proposeRules", """{"name":"123456789012345678901234567890123"}""", "name" },
        { "proposeRules", """{"effectiveFrom":"0"}""", "effective_from" },
        { "setThreshold", """{"thresholdMinorUnits":"-1"}""", "threshold_minor_units" },
        { "cancelIntent", """{"cancelled":""}""", "cancelled" },
    };

    /// <summary>Kind and a change that is still in order.</summary>
    public static TheoryData<string, string> Limits => new()
    {
        { "proposeTransfer", """{"tradeDocument":""}""" },
        { "answerTransfer", """{"accepted":true,"reason":""}""" },
        { "withdrawStep", """{"step":"HOLDING_STEP_CANCELLATION_REQUESTED"}""" },
        { "requestFinancing", """{"lowestAdvanceMinorUnits":"500","offerKey":""}""" },
        { "placeOffer", """{"sealedTerms":"0x12","advanceMinorUnits":"0","discountMillionths":0}""" },
        { "declareDisbursement", """{"evidence":"","registryReference":"","justification":""}""" },
        { "setExposureLimit", """{"limitMinorUnits":"0"}""" },
        { "answerDispute", """{"creditedMinorUnits":"0","evidence":""}""" },
        { "proposeRules", """{"currencyCodes":[],"graceDays":255,"maxHands":63,"maxTenorDays":65535}""" },
        { "setThreshold", """{"thresholdMinorUnits":"0"}""" },
    };

    [Fact]
    public void Every_kind_of_action_has_a_sample_here() => Assert.Equal(
        Action.Descriptor.Oneofs[0].Fields.Select(field => field.JsonName).Order(), ActionSamples.Kinds.Order());

    [Theory]
    [MemberData(nameof(Kinds))]
    public void An_action_is_read_as_it_was_written(string kind)
    {
        var action = ActionSamples.Of(kind);

        Assert.Equal(action, ActionWriter.Write(ActionReader.Read(action)));
    }

    [Theory]
    [MemberData(nameof(Limits))]
    public void A_field_that_may_be_empty_or_at_its_limit_is_read_as_it_was_written(string kind, string change)
    {
        var action = ActionSamples.Of(kind, change);

        Assert.Equal(action, ActionWriter.Write(ActionReader.Read(action)));
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_field_outside_of_its_limits_is_named_once(string kind, string change, string field)
    {
        var action = ActionSamples.Of(kind, change);

        Assert.Equal([$"action.{NameOf(action)}.{field}"], RefusedFields(action));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_action_must_have_a_nonce_and_a_deadline(string kind)
    {
        var action = ActionSamples.Of(kind, """{"nonce":"","deadline":"0"}""");

        Assert.Equal(
            [$"action.{NameOf(action)}.nonce", $"action.{NameOf(action)}.deadline"], RefusedFields(action));
    }

    private static string NameOf(Action action) =>
        Action.Descriptor.Oneofs[0].Accessor.GetCaseFieldDescriptor(action).Name;

    private static List<string> RefusedFields(Action action)
    {
        var fault = Assert.Throws<LedgerFault>(() => ActionReader.Read(action));
        Assert.Equal(ErrorReason.InvalidField, fault.Reason);
        return [.. fault.Violations.Select(one => one.Field)];
    }
}
