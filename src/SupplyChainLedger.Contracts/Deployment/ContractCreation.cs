using SupplyChainLedger.Contracts.Rules;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.Abi;

namespace SupplyChainLedger.Contracts.Deployment;

/// <summary>
/// What the transactions carry that create a network's contracts: the register, then the extension, then the ledger,
/// which names both.
/// </summary>
public static class ContractCreation
{
    private static readonly AbiType<Address> OneAddress = AbiTypes.Tuple(AbiTypes.Address);

    private static readonly AbiType<(Address, uint)> RegisterArguments =
        AbiTypes.Tuple(AbiTypes.Address, AbiTypes.UInt32);

    private static readonly AbiType<(Address, Address, RuleSet)> LedgerArguments =
        AbiTypes.Tuple(AbiTypes.Address, AbiTypes.Address, RuleSet.Type);

    /// <summary>Creates the register of participants.</summary>
    /// <param name="operatorAccount">Who may register participants.</param>
    /// <param name="keyNotice">
    /// Seconds until a key that is added to a participant later may sign, so that one which a thief of the operator's key
    /// has added can be seen and revoked; 0 on a development chain, a day or more elsewhere.
    /// </param>
    public static byte[] OfParticipants(Address operatorAccount, uint keyNotice) =>
        [
            .. ContractArtifact.LoadParticipants().CreationCode.Span,
            .. RegisterArguments.Encode((operatorAccount, keyNotice)),
        ];

    /// <summary>Creates the second half of a ledger's code.</summary>
    /// <param name="register">Address of the contract <c>Participants</c>.</param>
    public static byte[] OfExtension(Address register) =>
        [.. ContractArtifact.LoadLedgerExtension().CreationCode.Span, .. OneAddress.Encode(register)];

    /// <summary>Creates the ledger.</summary>
    /// <param name="register">Address of the contract <c>Participants</c>.</param>
    /// <param name="extension">Address of the contract <c>LedgerExtension</c>, made for the same register.</param>
    /// <param name="first">The rules that are in force from the beginning.</param>
    public static byte[] OfLedger(Address register, Address extension, RuleSet first) =>
        [.. ContractArtifact.LoadLedger().CreationCode.Span, .. LedgerArguments.Encode((register, extension, first))];
}
