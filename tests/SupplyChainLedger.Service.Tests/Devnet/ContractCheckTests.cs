using SupplyChainLedger.Contracts.Deployment;
using SupplyChainLedger.Contracts.Events;
using SupplyChainLedger.Contracts.Registry;
using SupplyChainLedger.Contracts.Rules;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.Abi;
using SupplyChainLedger.Ethereum.JsonRpc;
using SupplyChainLedger.Service.Hosting;

namespace SupplyChainLedger.Service.Tests.Devnet;

/// <summary>Contracts that are not what they seem, on a real anvil.</summary>
public sealed class ContractCheckTests : IAsyncLifetime
{
    private static readonly AbiFunction<ValueTuple, Address> Extension =
        new("extension", AbiTypes.Nothing, AbiTypes.Tuple(AbiTypes.Address));

    private BareDevnet _devnet = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _devnet = await BareDevnet.StartAsync();

    [Fact]
    public async Task A_ledger_with_a_foreign_extension_is_found_out()
    {
        // Any contract that names the same register will do for the constructor; here it is another ledger.
        var register = _devnet.Network.Participants;
        var code = ContractCreation.OfLedger(register, _devnet.Network.Ledger, RulePresets.Open);
        var ledger = (await _devnet.CreateAsync(code)).ContractAddress!.Value;

        var fault = await FindFaultAsync(_devnet.Network with { Ledger = ledger });

        Assert.Equal("LedgerAddress", fault?.Setting);
        Assert.StartsWith("LedgerExtension with code hash", fault?.Expected);
    }

    [Fact]
    public async Task An_extension_that_asks_another_register_is_found_out()
    {
        var extension = await _devnet.ViewAsync(Extension, _devnet.Network.Ledger, default);
        var code = await _devnet.Chain.GetCodeAsync(extension, Cancellation);
        var register = AbiTypes.Address.Encode(_devnet.Network.Participants);
        var foreign = AbiTypes.Address.Encode(Address.Parse("0x00000000000000000000000000000000000000bb"));
        var replaced = Replace(code, register, foreign);
        Assert.NotEqual(code, replaced);
        Assert.Null(await FindFaultAsync(_devnet.Network));

        await _devnet.SetCodeAsync(extension, replaced);

        var fault = await FindFaultAsync(_devnet.Network);
        Assert.Equal($"{Hash32.FromBytes(foreign)} in its code", fault?.Found);
    }

    [Fact]
    public async Task Every_preset_is_taken_by_the_contract_and_announced_as_it_is()
    {
        var extension = await _devnet.ViewAsync(Extension, _devnet.Network.Ledger, default);
        foreach (var preset in new[] { RulePresets.Cn77, RulePresets.Open })
        {
            var created = await _devnet.CreateAsync(
                ContractCreation.OfLedger(_devnet.Network.Participants, extension, preset));

            Assert.Equal([new RulesProposed(1, default, 0, preset)], BareDevnet.EventsOf(created));
            Assert.Null(await FindFaultAsync(_devnet.Network with { Ledger = created.ContractAddress!.Value }));
        }
    }

    [Fact]
    public async Task The_notice_of_a_register_is_read_from_its_contract()
    {
        var strict = await _devnet.CreateAsync(ContractCreation.OfParticipants(_devnet.Network.Ledger, 86_400));

        Assert.Equal(0u, await NoticeOfAsync(_devnet.Network.Participants));
        Assert.Equal(86_400u, await NoticeOfAsync(strict.ContractAddress!.Value));
    }

    public ValueTask DisposeAsync() => _devnet.DisposeAsync();

    private Task<uint> NoticeOfAsync(Address register) =>
        _devnet.ViewAsync(ParticipantsCalls.KeyNotice, register, default);

    private Task<ContractFault?> FindFaultAsync(LedgerNetwork network) =>
        ContractCheck.FindFaultAsync(_devnet.Chain, network, Cancellation);

    private static byte[] Replace(byte[] code, byte[] old, byte[] by) =>
        Hex.Decode(Hex.Encode(code).Replace(Hex.Encode(old)[2..], Hex.Encode(by)[2..], StringComparison.Ordinal));
}
