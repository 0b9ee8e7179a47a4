using Google.Rpc;
using Grpc.Core;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Service.Faults;
using SupplyChainLedger.V1;
using RpcStatus = Google.Rpc.Status;

namespace SupplyChainLedger.Service.Tests.Faults;

public sealed class FaultStatusTests
{
    private static readonly InvoiceId Invoice = new(Hash32.Parse($"0x{new string('7', 64)}"));

    [Fact]
    public void A_fault_carries_its_reason_the_records_concerned_and_what_to_do()
    {
        var status = FaultStatus.ToStatus(LedgerFaults.InvoiceNotFound(Invoice));

        var info = Assert.Single(status.Details).Unpack<ErrorInfo>();
        Assert.Equal((int)StatusCode.NotFound, status.Code);
        Assert.Equal(("INVOICE_NOT_FOUND", "supplychain.ledger"), (info.Reason, info.Domain));
        Assert.Equal($"{Invoice}", info.Metadata["invoice"]);
        Assert.EndsWith(ErrorRules.RemedyOf(ErrorReason.InvoiceNotFound), status.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fields_at_fault_are_named_one_by_one()
    {
        var status = FaultStatus.ToStatus(LedgerFaults.InvalidFields(
            [new FieldViolation("action.number", "is empty"), new FieldViolation("action.nonce", "is required")]));

        var fields = status.Details[1].Unpack<BadRequest>().FieldViolations;
        Assert.Equal((int)StatusCode.InvalidArgument, status.Code);
        Assert.Equal(
            [("action.number", "is empty"), ("action.nonce", "is required")],
            fields.Select(one => (one.Field, one.Description)));
    }

    [Fact]
    public void Where_time_helps_the_status_says_how_much_of_it()
    {
        var fault = new LedgerFault(ErrorReason.OutboxFull, "Full.", retryAfter: TimeSpan.FromSeconds(5));

        var retry = FaultStatus.ToStatus(fault.About(default)).Details[1].Unpack<RetryInfo>();

        Assert.Equal(TimeSpan.FromSeconds(5), retry.RetryDelay.ToTimeSpan());
    }

    [Fact]
    public void What_ends_a_call_is_the_same_status_in_its_trailers()
    {
        var fault = LedgerFaults.PageTokenInvalid();

        var thrown = FaultStatus.ToRpcException(fault);

        Assert.Equal(StatusCode.InvalidArgument, thrown.StatusCode);
        var details = Assert.Single(thrown.Trailers, one => one.Key == "grpc-status-details-bin").ValueBytes;
        Assert.Equal(FaultStatus.ToStatus(fault), RpcStatus.Parser.ParseFrom(details));
    }

    [Fact]
    public void A_fault_about_an_intent_names_it_beside_the_rest()
    {
        var intent = new IntentHash(Invoice.Value);

        var about = LedgerFaults.InvoiceNotFound(Invoice).About(intent);

        Assert.Equal(ErrorReason.InvoiceNotFound, about.Reason);
        Assert.Equal([("intent", $"{intent}"), ("invoice", $"{Invoice}")],
            about.Metadata.OrderBy(one => one.Key).Select(one => (one.Key, one.Value)));
    }
}
