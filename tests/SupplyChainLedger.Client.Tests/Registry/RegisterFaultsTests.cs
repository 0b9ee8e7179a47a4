using SupplyChainLedger.Client.Registry;
using SupplyChainLedger.Contracts.Errors;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Client.Tests.Registry;

public sealed class RegisterFaultsTests
{
    [Fact]
    public void Every_error_of_the_register_has_a_meaning_and_no_other() =>
        Assert.Equal(
            RegisterReasons.Signatures.Select(NameOf).Order(), RegisterFaults.Known.Order());

    [Fact]
    public void A_refusal_names_the_records_and_what_to_do()
    {
        var refusal = RegisterFaults.OfRegister(
            new ContractReason("HandleTaken", new Dictionary<string, string> { ["participant"] = "7" }));

        Assert.Equal(ErrorReason.HandleAlreadyTaken, refusal.Reason);
        Assert.Equal("Participant 7 has the handle. Choose another handle.", refusal.Message);
        Assert.Equal("7", refusal.Metadata["participant"]);
    }

    [Fact]
    public void An_error_of_a_later_register_is_passed_on_raw()
    {
        var refusal = RegisterFaults.OfRegister(RegisterReasons.Decode([0xDE, 0xAD, 0xBE, 0xEF]));

        Assert.Equal(ErrorReason.LedgerReasonUnknown, refusal.Reason);
        Assert.Equal("0xdeadbeef", refusal.Metadata["raw"]);
    }

    private static string NameOf(string signature) => signature[..signature.IndexOf('(', StringComparison.Ordinal)];
}
