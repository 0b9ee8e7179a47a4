using SupplyChainLedger.Contracts.Deployment;
using SupplyChainLedger.Service.Hosting;

namespace SupplyChainLedger.Service.Tests.Hosting;

public sealed class CodeFingerprintTests
{
    private const byte Push32 = 0x7f;

    private readonly ContractArtifact _ledger = ContractArtifact.LoadLedger();

    [Fact]
    public void Immutable_values_do_not_change_the_fingerprint()
    {
        var deployed = _ledger.RuntimeCode.ToArray();
        var places = Enumerable.Range(0, deployed.Length - 32)
            .Where(i => deployed[i] == Push32 && !deployed.AsSpan(i + 1, 32).ContainsAnyExcept((byte)0))
            .ToArray();
        Assert.NotEmpty(places);
        foreach (var place in places) deployed.AsSpan(place + 13, 20).Fill(0xab);

        Assert.Equal(CodeFingerprint.Of(_ledger), CodeFingerprint.Of(deployed, _ledger));
    }

    [Fact]
    public void Any_other_byte_changes_it()
    {
        var deployed = _ledger.RuntimeCode.ToArray();
        deployed[0] ^= 1;

        Assert.NotEqual(CodeFingerprint.Of(_ledger), CodeFingerprint.Of(deployed, _ledger));
    }

    [Fact]
    public void Code_of_another_length_is_other_code()
    {
        Assert.NotEqual(
            CodeFingerprint.Of(_ledger), CodeFingerprint.Of([.. _ledger.RuntimeCode.Span, 0], _ledger));
        Assert.NotEqual(CodeFingerprint.Of(_ledger), CodeFingerprint.Of([], _ledger));
    }
}
