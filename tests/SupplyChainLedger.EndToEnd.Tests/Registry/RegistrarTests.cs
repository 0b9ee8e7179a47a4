using SupplyChainLedger.Client;
using SupplyChainLedger.Client.Errors;
using SupplyChainLedger.Client.Registry;
using SupplyChainLedger.Contracts.Registry;
using SupplyChainLedger.EndToEnd.Tests.Running;
using SupplyChainLedger.EndToEnd.Tests.Support;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.JsonRpc;
using SupplyChainLedger.Ethereum.Signing;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.EndToEnd.Tests.Registry;

/// <summary>What the operator writes into the register, with its own key and through a node, and what follows from it.
/// </summary>
public sealed class RegistrarTests(PreparedNetwork network) : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly PrivateKey _key = PrivateKey.Generate();
    private RunningService _service = null!;
    private Party _operator = null!;
    private Registrar _register = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _service = await network.StartCopyAsync(_folder.At("data"));
        _operator = await Party.OpenAsync(_service, "operator");
        _register = await _operator.Client.OpenRegisterAsync(_service.Chain, _operator.Key, Cancellation);
    }

    [Fact]
    public async Task A_registered_participant_acts_at_once()
    {
        var change = await _register.RegisterAsync(Glass(), Cancellation);

        var shown = change.Answer.Participant;
        Assert.Equal("participants/tier2-glass", shown.Name);
        Assert.Equal([Role.Supplier, Role.Buyer], shown.Roles);
        Assert.Equal(_key.Address.ToString(), Assert.Single(shown.Signers).Address);
        var signer = await _operator.Client.ActAsAsync("tier2-glass", _key, Cancellation);
        var submitted = await _operator.Client.Invoices.SubmitAsync(
            signer.Submit(Party.NewInvoice()), WaitFor.Included, Cancellation);
        Assert.Equal("participants/tier2-glass", submitted.Invoice.Supplier);
    }

    [Fact]
    public async Task A_revoked_key_signs_nothing_more_and_cannot_come_back()
    {
        await _register.AddKeyAsync("tier1-brakes", _key.Address, SignerPermissions.Claim, Cancellation);
        var signer = await _operator.Client.ActAsAsync("tier1-brakes", _key, Cancellation);

        var revoked = await _register.RevokeKeyAsync("tier1-brakes", _key.Address, Cancellation);

        var shown = revoked.Answer.Participant;
        Assert.DoesNotContain(shown.Signers, known => known.Address == _key.Address.ToString());
        var gone = Assert.Single(shown.RevokedSigners);
        Assert.Equal((_key.Address.ToString(), Permission.Claim), (gone.Address, Assert.Single(gone.Permissions)));
        Assert.Equal("SIGNER_NOT_REGISTERED", await LedgerRefusal.OfAsync(() => _operator.Client.Invoices.SubmitAsync(
            signer.Submit(Party.NewInvoice()), WaitFor.Included, Cancellation)));
        Assert.Equal("KEY_ALREADY_TAKEN", await LedgerRefusal.OfAsync(() =>
            _register.AddKeyAsync("bank-east", _key.Address, SignerPermissions.All, Cancellation)));
        Assert.Equal("KEY_NOT_REGISTERED", await LedgerRefusal.OfAsync(() =>
            _register.RevokeKeyAsync("tier1-brakes", _key.Address, Cancellation)));
    }

    [Fact]
    public async Task A_suspended_participant_is_refused_with_the_operators_reason_until_it_is_reinstated()
    {
        using var brakes = await Party.OpenAsync(_service, "tier1-brakes");
        Assert.Equal("PARTICIPANT_NOT_SUSPENDED", await LedgerRefusal.OfAsync(() =>
            _register.ReinstateAsync("tier1-brakes", "by mistake", Cancellation)));

        await _register.SuspendAsync("tier1-brakes", "key was lost", Cancellation);

        var refusal = await Assert.ThrowsAsync<LedgerException>(() => brakes.Client.Invoices.SubmitAsync(
            brakes.Signer.Submit(Party.NewInvoice()), WaitFor.Included, Cancellation));
        Assert.Equal("PARTICIPANT_SUSPENDED", refusal.ReasonName);
        Assert.Equal("key was lost", refusal.Metadata["reason"]);
        Assert.Equal("PARTICIPANT_ALREADY_SUSPENDED", await LedgerRefusal.OfAsync(() =>
            _register.SuspendAsync("tier1-brakes", "again", Cancellation)));

        var reinstated = await _register.ReinstateAsync("tier1-brakes", "has a new key", Cancellation);
        Assert.Equal(ParticipantState.Active, reinstated.Answer.Participant.State);
        await brakes.Client.Invoices.SubmitAsync(
            brakes.Signer.Submit(Party.NewInvoice()), WaitFor.Included, Cancellation);
    }

    [Fact]
    public async Task Nobody_but_the_operator_changes_the_register()
    {
        using var brakes = await Party.OpenAsync(_service, "tier1-brakes");
        using var register = await brakes.Client.OpenRegisterAsync(_service.Chain, brakes.Key, Cancellation);

        var refusal = await Assert.ThrowsAsync<LedgerException>(() => register.RegisterAsync(Glass(), Cancellation));

        Assert.Equal("NOT_THE_OPERATOR", refusal.ReasonName);
        Assert.Equal(brakes.Key.Address.ToString(), refusal.Metadata["account"]);
    }

    [Fact]
    public async Task What_the_register_cannot_take_names_the_record_or_the_field()
    {
        var taken = await Assert.ThrowsAsync<LedgerException>(() =>
            _register.RegisterAsync(Glass() with { Handle = "tier2-steel" }, Cancellation));
        Assert.Equal(("HANDLE_ALREADY_TAKEN", "3"), (taken.ReasonName, taken.Metadata["participant"]));

        var malformed = await Assert.ThrowsAsync<LedgerException>(() =>
            _register.RegisterAsync(Glass() with { Region = "Bavaria" }, Cancellation));
        Assert.Equal("INVALID_FIELD", malformed.ReasonName);
        Assert.Equal("region", Assert.Single(malformed.Violations).Field);

        Assert.Equal("PARTICIPANT_NOT_FOUND", await LedgerRefusal.OfAsync(() =>
            _register.SuspendAsync("nobody", "why not", Cancellation)));
    }

    [Fact]
    public async Task A_node_that_does_not_answer_is_told_before_anything_is_signed() =>
        await Assert.ThrowsAnyAsync<JsonRpcException>(() => _operator.Client.OpenRegisterAsync(
            new Uri(_service.Web, "/nothing"), _operator.Key, Cancellation));

    public async ValueTask DisposeAsync()
    {
        _register.Dispose();
        _operator.Dispose();
        _key.Dispose();
        await _service.DisposeAsync();
        _folder.Dispose();
    }

    private Registration Glass() => new(
        "tier2-glass",
        "Tier Two Glass SA",
        ParticipantRoles.Supplier | ParticipantRoles.Buyer,
        [_key.Address],
        Hash32.Zero,
        Hash32.Zero,
        Hash32.Zero,
        "FR-ARA",
        "2310",
        SmallEnterprise: true);
}
