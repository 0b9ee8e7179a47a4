using Grpc.Core;
using SupplyChainLedger.Client;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.EndToEnd.Tests.Running;
using SupplyChainLedger.EndToEnd.Tests.Support;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.EndToEnd.Tests.Refusals;

public sealed class RequestTests(SharedService shared) : IAsyncLifetime
{
    private readonly RawInvoices _api = new(shared.Service.Grpc);
    private Party _supplier = null!;

    public async ValueTask InitializeAsync() => _supplier = await Party.OpenAsync(shared.Service, "tier1-brakes");

    [Fact]
    public async Task Every_field_at_fault_is_named_at_once()
    {
        var request = RawInvoices.Request(_supplier.Signer.Submit(Party.NewInvoice()));
        request.Action.Supplier = 0;
        request.Action.Number = " padded ";
        request.Action.TypeCode = 381;
        request.Action.IssueDate.Month = 13;
        request.Action.DueDate = null;
        request.Action.Amount.CurrencyCode = "eur";
        request.Action.Amount.MinorUnits = -22514;
        request.Action.DocumentHash = "0x12";
        request.Action.Nonce = "";

        var refusal = await Refusal.OfAsync(options => _api.Service.SubmitInvoiceAsync(request, options));

        Assert.Equal((StatusCode.InvalidArgument, "INVALID_FIELD"), (refusal.Status, refusal.Reason));
        Assert.Equal(
            [
                "action.supplier", "action.number", "action.type_code", "action.issue_date", "action.due_date",
                "action.amount.currency_code", "action.amount.minor_units", "action.document_hash", "action.nonce",
            ],
            refusal.Fields);
    }

    [Fact]
    public async Task A_request_without_an_action_is_refused()
    {
        var refusal = await Refusal.OfAsync(options => _api.Service.SubmitInvoiceAsync(new SubmitInvoiceRequest(), options));

        Assert.Equal(["action"], refusal.Fields);
    }

    [Theory]
    [InlineData("")]
    [InlineData("invoices/")]
    [InlineData("invoices/0x12")]
    [InlineData("invoices/0xa6089b82f10b60d2860601c8a13d9a7f4b5005ce376fe3dd81d04566cfe23b9f00")]
    [InlineData("intents/0xa6089b82f10b60d2860601c8a13d9a7f4b5005ce376fe3dd81d04566cfe23b9f")]
    public async Task An_id_of_the_wrong_form_is_refused(string name)
    {
        var refusal = await Refusal.OfAsync(options => _api.Service.GetInvoiceAsync(new GetInvoiceRequest { Name = name }, options));

        Assert.Equal((StatusCode.InvalidArgument, "INVALID_FIELD"), (refusal.Status, refusal.Reason));
        Assert.Equal(["name"], refusal.Fields);
    }

    [Fact]
    public async Task An_invoice_that_is_not_there_is_not_found()
    {
        var name = $"invoices/0x{new string('7', 64)}";

        var refusal = await Refusal.OfAsync(options => _api.Service.GetInvoiceAsync(new GetInvoiceRequest { Name = name }, options));

        Assert.Equal((StatusCode.NotFound, "INVOICE_NOT_FOUND"), (refusal.Status, refusal.Reason));
    }

    [Fact]
    public async Task An_unknown_buyer_is_refused()
    {
        var signed = _supplier.Signer.Submit(Party.NewInvoice() with { Buyer = new ParticipantId(4_000_000) });

        var refusal = await Refusal.OfAsync(options => _api.Service.SubmitInvoiceAsync(RawInvoices.Request(signed), options));

        Assert.Equal((StatusCode.NotFound, "PARTICIPANT_NOT_FOUND"), (refusal.Status, refusal.Reason));
        Assert.Equal("4000000", refusal.Metadata["participant"]);
    }

    [Fact]
    public async Task A_buyer_without_the_role_is_refused()
    {
        var bank = new ParticipantId(4);
        var signed = _supplier.Signer.Submit(Party.NewInvoice() with { Buyer = bank });

        var refusal = await Refusal.OfAsync(options => _api.Service.SubmitInvoiceAsync(RawInvoices.Request(signed), options));

        Assert.Equal((StatusCode.PermissionDenied, "ROLE_MISSING"), (refusal.Status, refusal.Reason));
    }

    [Fact]
    public async Task A_supplier_cannot_confirm_for_the_buyer()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var submitted = _supplier.Signer.Submit(Party.NewInvoice());
        await _supplier.Client.Invoices.SubmitAsync(submitted, WaitFor.Included, cancellation);
        var confirmation = new Contracts.Intents.ConfirmInvoice(
            submitted.Intent.Buyer,
            submitted.Intent.Invoice,
            submitted.Intent.Amount,
            Irrevocable: false,
            DefencesWaived: false,
            Nonce.FirstOfRandomRun(),
            submitted.Intent.Deadline);

        var refusal = await Refusal.OfAsync(options => _api.Service.ConfirmInvoiceAsync(new ConfirmInvoiceRequest
        {
            Action = new ConfirmInvoice
            {
                Buyer = confirmation.Buyer.Value,
                Invoice = confirmation.Invoice.ToString(),
                MinorUnits = (long)confirmation.Amount,
                Nonce = confirmation.Nonce.ToString(),
                Deadline = confirmation.Deadline,
            },
            Signature = Ethereum.Hex.Encode(
                confirmation.Sign(_supplier.Signer.Domain, _supplier.Key).ToBytes()),
        }, options));

        Assert.Equal((StatusCode.PermissionDenied, "SIGNER_NOT_REGISTERED"), (refusal.Status, refusal.Reason));
        var record = await _supplier.Client.Invoices.GetAsync(submitted.Intent.Invoice, 0, cancellation);
        Assert.Equal(InvoiceState.Submitted, record.Invoice.State);
    }

    [Fact]
    [Trait("Fault", "42")]
    public async Task A_page_token_of_another_query_is_refused()
    {
        var cancellation = TestContext.Current.CancellationToken;
        for (var i = 0; i < 2; i++)
        {
            await _supplier.Client.Invoices.SubmitAsync(
                _supplier.Signer.Submit(Party.NewInvoice()), WaitFor.Included, cancellation);
        }

        var page = await _supplier.Client.Invoices.ListInvoicesAsync(
            new ListInvoicesRequest { PageSize = 1 }, cancellation);
        Assert.NotEmpty(page.NextPageToken);

        var refusal = await Refusal.OfAsync(options => _api.Service.ListInvoicesAsync(new ListInvoicesRequest
        {
            PageSize = 1,
            PageToken = page.NextPageToken,
            Supplier = "participants/tier1-brakes",
        }, options));

        Assert.Equal((StatusCode.InvalidArgument, "PAGE_TOKEN_INVALID"), (refusal.Status, refusal.Reason));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1001)]
    public async Task A_page_size_out_of_range_is_refused(int size)
    {
        var refusal = await Refusal.OfAsync(
            options => _api.Service.ListInvoicesAsync(new ListInvoicesRequest { PageSize = size }, options));

        Assert.Equal(["page_size"], refusal.Fields);
    }

    [Fact]
    [Trait("Fault", "38")]
    public async Task A_message_over_the_limit_is_refused_and_the_connection_lives_on()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var request = RawInvoices.Request(_supplier.Signer.Submit(Party.NewInvoice()));
        request.Action.Number = new string('x', 64 * 1024);

        var fault = await Assert.ThrowsAsync<RpcException>(
            async () => await _api.Service.SubmitInvoiceAsync(request, cancellationToken: cancellation));
        var next = await _api.Service.ListInvoicesAsync(new ListInvoicesRequest(), cancellationToken: cancellation);

        Assert.Equal(StatusCode.ResourceExhausted, fault.StatusCode);
        Assert.NotNull(next.ReadAt);
    }

    [Fact]
    public async Task A_number_of_64_bytes_is_recorded_and_one_of_65_refused()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var draft = Party.NewInvoice();
        var longest = draft with { Number = draft.Number.PadRight(64, '9') };

        var recorded = await _supplier.Client.Invoices.SubmitAsync(
            _supplier.Signer.Submit(longest), WaitFor.Included, cancellation);
        var refusal = await Refusal.OfAsync(options => _api.Service.SubmitInvoiceAsync(
            RawInvoices.Request(_supplier.Signer.Submit(draft with { Number = draft.Number.PadRight(65, '9') })), options));

        Assert.Equal(longest.Number, recorded.Invoice.Number);
        Assert.Equal(["action.number"], refusal.Fields);
    }

    public ValueTask DisposeAsync()
    {
        _supplier.Dispose();
        _api.Dispose();
        return ValueTask.CompletedTask;
    }
}
