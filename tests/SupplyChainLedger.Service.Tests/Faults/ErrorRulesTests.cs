using System.Text;
using Grpc.Core;
using SupplyChainLedger.Contracts.Errors;
using SupplyChainLedger.Ethereum.Hashing;
using SupplyChainLedger.Service.Faults;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Service.Tests.Faults;

public sealed class ErrorRulesTests
{
    public static TheoryData<string> ContractErrors => [.. ContractReasons.Signatures];

    [Fact]
    public void Every_reason_has_a_name_a_status_and_a_remedy() => Assert.All(
        Enum.GetValues<ErrorReason>().Where(static reason => reason != ErrorReason.Unspecified), RequireRule);

    [Theory]
    [MemberData(nameof(ContractErrors))]
    public void Every_error_of_the_contracts_is_explained_with_all_of_its_values(string signature)
    {
        var reason = ContractReasons.Decode(Encoded(signature));

        Assert.Equal(signature[..signature.IndexOf('(', StringComparison.Ordinal)], reason.Name);
        Assert.Contains(reason.Name, ContractFaults.Known);
        Assert.NotEqual(ErrorReason.LedgerReasonUnknown, ContractFaults.ReasonOf(reason));
        Assert.DoesNotContain("{", ContractFaults.Explain(reason), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_explained_that_the_contracts_cannot_say()
    {
        var sayable = ContractReasons.Signatures
            .Select(signature => signature[..signature.IndexOf('(', StringComparison.Ordinal)])
            .Append(ContractReason.None);

        Assert.Equal(sayable.Order(), ContractFaults.Known.Order());
    }

    [Fact]
    public void An_error_of_a_later_contract_is_passed_on_raw()
    {
        var fault = LedgerFaults.FromContract(ContractReasons.Decode([0xDE, 0xAD, 0xBE, 0xEF]));

        Assert.Equal(ErrorReason.LedgerReasonUnknown, fault.Reason);
        Assert.Equal("0xdeadbeef", fault.Metadata["raw"]);
    }

    [Fact]
    public void An_intent_that_broke_off_without_a_word_has_failed_to_execute() =>
        Assert.Equal(ErrorReason.LedgerExecutionFailed, LedgerFaults.FromContract(ContractReasons.Decode([])).Reason);

    private static void RequireRule(ErrorReason reason)
    {
        Assert.Matches("^[A-Z][A-Z_]+[A-Z]$", ErrorRules.NameOf(reason));
        Assert.DoesNotContain("ERROR_REASON", ErrorRules.NameOf(reason), StringComparison.Ordinal);
        Assert.Equal(
            $"{reason}", ErrorRules.NameOf(reason).Replace("_", "", StringComparison.Ordinal), ignoreCase: true);
        Assert.True(Enum.IsDefined(ErrorRules.StatusOf(reason)));
        Assert.NotEqual(StatusCode.OK, ErrorRules.StatusOf(reason));
        Assert.Matches("^[A-Z].*[.]$", ErrorRules.RemedyOf(reason));
    }

    // Every argument is one word, for which 1 is a value of any type but a right-padded one, which is left zero.
    private static byte[] Encoded(string signature)
    {
        var types = signature[(signature.IndexOf('(', StringComparison.Ordinal) + 1)..^1]
            .Split(',', StringSplitOptions.RemoveEmptyEntries);
        var selector = Keccak256.Hash(Encoding.ASCII.GetBytes(signature)).ToBytes().AsSpan(0, 4);
        var words = types.SelectMany(type => new byte[31].Append(IsRightPadded(type) ? (byte)0 : (byte)1));
        return [.. selector, .. words];
    }

    private static bool IsRightPadded(string type) =>
        type.StartsWith("bytes", StringComparison.Ordinal) && type != "bytes32";
}
