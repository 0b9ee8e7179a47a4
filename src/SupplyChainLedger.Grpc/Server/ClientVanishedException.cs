namespace SupplyChainLedger.Grpc.Server;

/// <summary>
/// The transport lost the client in the middle of a request. A cancellation like any other to handlers; the transport
/// may report it before it cancels the request's token.
/// </summary>
internal sealed class ClientVanishedException(Exception cause)
    : OperationCanceledException("The client went away before its request ended.", cause);
