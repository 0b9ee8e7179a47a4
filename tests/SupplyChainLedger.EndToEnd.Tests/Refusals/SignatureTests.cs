using System.Numerics;
using Grpc.Core;
using SupplyChainLedger.Contracts.Intents;
using SupplyChainLedger.EndToEnd.Tests.Running;
using SupplyChainLedger.EndToEnd.Tests.Support;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.Signing;
using SupplyChainLedger.V1;
using SubmitInvoice = SupplyChainLedger.Contracts.Intents.SubmitInvoice;

namespace SupplyChainLedger.EndToEnd.Tests.Refusals;

public sealed class SignatureTests(SharedService shared) : IAsyncLifetime
{
    private static readonly BigInteger Order = BigInteger.Parse(
        "0fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141",
        System.Globalization.NumberStyles.HexNumber,
        System.Globalization.CultureInfo.InvariantCulture);

    private readonly RawInvoices _api = new(shared.Service.Grpc);
    private Party _supplier = null!;

    public async ValueTask InitializeAsync() => _supplier = await Party.OpenAsync(shared.Service, "tier1-brakes");

    [Fact]
    public async Task A_key_that_is_not_the_participants_is_refused()
    {
        using var stranger = PrivateKey.Generate();
        var intent = NewIntent();

        var refusal = await SendAsync(intent, intent.Sign(_supplier.Signer.Domain, stranger).ToBytes());

        Assert.Equal((StatusCode.PermissionDenied, "SIGNER_NOT_REGISTERED"), (refusal.Status, refusal.Reason));
    }

    [Fact]
    public async Task A_field_that_was_changed_after_signing_is_refused()
    {
        var signed = _supplier.Signer.Submit(Party.NewInvoice());

        var refusal = await SendAsync(
            signed.Intent with { Amount = signed.Intent.Amount + 1 }, signed.Signatures.ToBytes());

        Assert.Equal("SIGNER_NOT_REGISTERED", refusal.Reason);
    }

    [Fact]
    public async Task A_signature_for_another_chain_is_refused()
    {
        var domain = _supplier.Signer.Domain;
        var intent = NewIntent();
        var elsewhere = LedgerDomain.Of(domain.ChainId + 1, domain.VerifyingContract);

        var refusal = await SendAsync(intent, intent.Sign(elsewhere, _supplier.Key).ToBytes());

        Assert.Equal("SIGNER_NOT_REGISTERED", refusal.Reason);
    }

    [Fact]
    public async Task A_signature_for_another_contract_is_refused()
    {
        var intent = NewIntent();
        var elsewhere = LedgerDomain.Of(_supplier.Signer.Domain.ChainId, _supplier.Key.Address);

        var refusal = await SendAsync(intent, intent.Sign(elsewhere, _supplier.Key).ToBytes());

        Assert.Equal("SIGNER_NOT_REGISTERED", refusal.Reason);
    }

    [Fact]
    public async Task An_expired_intent_is_refused()
    {
        var intent = NewIntent() with { Deadline = (ulong)DateTimeOffset.UtcNow.AddMinutes(-1).ToUnixTimeSeconds() };

        var refusal = await SendAsync(intent, intent.Sign(_supplier.Signer.Domain, _supplier.Key).ToBytes());

        Assert.Equal((StatusCode.FailedPrecondition, "INTENT_EXPIRED"), (refusal.Status, refusal.Reason));
    }

    [Fact]
    public async Task A_deadline_beyond_the_horizon_is_refused()
    {
        var intent = NewIntent() with { Deadline = (ulong)DateTimeOffset.UtcNow.AddDays(31).ToUnixTimeSeconds() };

        var refusal = await SendAsync(intent, intent.Sign(_supplier.Signer.Domain, _supplier.Key).ToBytes());

        Assert.Equal((StatusCode.InvalidArgument, "DEADLINE_TOO_FAR"), (refusal.Status, refusal.Reason));
    }

    [Fact]
    public async Task The_high_s_twin_of_a_valid_signature_is_refused()
    {
        var intent = NewIntent();
        var bytes = intent.Sign(_supplier.Signer.Domain, _supplier.Key).ToBytes();
        var low = new BigInteger(bytes.AsSpan(32, 32), isUnsigned: true, isBigEndian: true);
        var high = (Order - low).ToByteArray(isUnsigned: true, isBigEndian: true);
        bytes.AsSpan(32, 32).Clear();
        high.CopyTo(bytes.AsSpan(64 - high.Length));
        bytes[64] = (byte)(bytes[64] == 27 ? 28 : 27);

        var refusal = await SendAsync(intent, bytes);

        Assert.Equal((StatusCode.InvalidArgument, "SIGNATURE_MALFORMED"), (refusal.Status, refusal.Reason));
    }

    [Theory]
    [InlineData(64)]
    [InlineData(1)]
    [InlineData(0)]
    public async Task A_truncated_signature_is_refused(int length)
    {
        var intent = NewIntent();
        var whole = intent.Sign(_supplier.Signer.Domain, _supplier.Key).ToBytes();

        var refusal = await SendAsync(intent, whole[..length]);

        Assert.Equal((StatusCode.InvalidArgument, "SIGNATURE_MALFORMED"), (refusal.Status, refusal.Reason));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(29)]
    public async Task A_recovery_byte_other_than_27_and_28_is_refused(byte recovery)
    {
        var intent = NewIntent();
        var bytes = intent.Sign(_supplier.Signer.Domain, _supplier.Key).ToBytes();
        bytes[64] = recovery;

        var refusal = await SendAsync(intent, bytes);

        Assert.Equal("SIGNATURE_MALFORMED", refusal.Reason);
    }

    [Fact]
    [Trait("Fault", "41")]
    [Trait("Fault", "55")]
    public async Task Another_intent_with_a_spent_nonce_is_refused()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var first = _supplier.Signer.Submit(Party.NewInvoice());
        await _supplier.Client.Invoices.SubmitAsync(first, WaitFor.Included, cancellation);
        var second = NewIntent() with { Nonce = first.Intent.Nonce };

        var refusal = await SendAsync(second, second.Sign(_supplier.Signer.Domain, _supplier.Key).ToBytes());

        Assert.Equal((StatusCode.FailedPrecondition, "NONCE_ALREADY_USED"), (refusal.Status, refusal.Reason));
    }

    public ValueTask DisposeAsync()
    {
        _supplier.Dispose();
        _api.Dispose();
        return ValueTask.CompletedTask;
    }

    private SubmitInvoice NewIntent() => _supplier.Signer.Submit(Party.NewInvoice()).Intent;

    private Task<Refusal> SendAsync(SubmitInvoice intent, byte[] signature) =>
        Refusal.OfAsync(options => _api.Service.SubmitInvoiceAsync(new SubmitInvoiceRequest
        {
            Action = RawInvoices.Message(intent),
            Signature = Hex.Encode(signature),
        }, options));
}
