using System.Numerics;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.Abi;

namespace SupplyChainLedger.Simulation.Chain;

/// <summary>The reasons of <c>IIntents</c> and <c>IInvoices</c> for which the simulated contract says no.</summary>
internal static class LedgerErrors
{
    private static readonly AbiError<(ulong, ulong)> ExpiredError =
        new("IntentExpired", AbiTypes.Tuple(AbiTypes.UInt64, AbiTypes.UInt64));

    private static readonly AbiError<(ulong, ulong)> DeadlineError =
        new("DeadlineTooFar", AbiTypes.Tuple(AbiTypes.UInt64, AbiTypes.UInt64));

    private static readonly AbiError<(uint, BigInteger)> NonceError =
        new("NonceAlreadyUsed", AbiTypes.Tuple(AbiTypes.UInt32, AbiTypes.UInt256));

    private static readonly AbiError<(Address, uint)> SignerError =
        new("SignerNotRegistered", AbiTypes.Tuple(AbiTypes.Address, AbiTypes.UInt32));

    private static readonly AbiError<Address> DistinctError =
        new("SignersNotDistinct", AbiTypes.Tuple(AbiTypes.Address));

    private static readonly AbiError<Hash32> ExistsError =
        new("InvoiceAlreadyExists", AbiTypes.Tuple(AbiTypes.Bytes32));

    private static readonly AbiError<Hash32> MissingError = new("InvoiceNotFound", AbiTypes.Tuple(AbiTypes.Bytes32));

    private static readonly AbiError<(Hash32, byte)> ClosedError =
        new("InvoiceNotOpen", AbiTypes.Tuple(AbiTypes.Bytes32, AbiTypes.UInt8));

    private static readonly AbiError<(Hash32, uint)> BuyerError =
        new("NotTheBuyer", AbiTypes.Tuple(AbiTypes.Bytes32, AbiTypes.UInt32));

    private static readonly AbiError<(Hash32, uint)> SupplierError =
        new("NotTheSupplier", AbiTypes.Tuple(AbiTypes.Bytes32, AbiTypes.UInt32));

    private static readonly AbiError<BigInteger> GasError =
        new("InsufficientGas", AbiTypes.Tuple(AbiTypes.UInt256));

    public static byte[] InsufficientGas { get; } = GasError.Encode(0);

    public static byte[] IntentExpired(ulong deadline, ulong time) => ExpiredError.Encode((deadline, time));

    public static byte[] DeadlineTooFar(ulong deadline, ulong latest) => DeadlineError.Encode((deadline, latest));

    public static byte[] NonceAlreadyUsed(ParticipantId participant, Nonce nonce) => NonceError.Encode(
        (participant.Value, new BigInteger(nonce.Value.ToBytes(), isUnsigned: true, isBigEndian: true)));

    public static byte[] SignerNotRegistered(Address signer, ParticipantId participant) =>
        SignerError.Encode((signer, participant.Value));

    public static byte[] SignersNotDistinct(Address signer) => DistinctError.Encode(signer);

    public static byte[] InvoiceAlreadyExists(InvoiceId invoice) => ExistsError.Encode(invoice.Value);

    public static byte[] InvoiceNotFound(InvoiceId invoice) => MissingError.Encode(invoice.Value);

    public static byte[] InvoiceNotOpen(InvoiceId invoice, ClaimState state) =>
        ClosedError.Encode((invoice.Value, (byte)state));

    public static byte[] NotTheBuyer(InvoiceId invoice, ParticipantId participant) =>
        BuyerError.Encode((invoice.Value, participant.Value));

    public static byte[] NotTheSupplier(InvoiceId invoice, ParticipantId participant) =>
        SupplierError.Encode((invoice.Value, participant.Value));
}
