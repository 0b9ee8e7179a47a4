using System.Numerics;

namespace SupplyChainLedger.Ethereum.JsonRpc;

/// <summary>
/// A node's view of the chain, with no more than the poorest client serves. Every method throws
/// <see cref="JsonRpcException"/> when the node gives no usable answer.
/// </summary>
public interface IChainClient
{
    /// <summary>The chain's number (EIP-155).</summary>
    Task<ulong> GetChainIdAsync(CancellationToken cancellationToken);

    /// <summary>Height of the newest block.</summary>
    Task<ulong> GetBlockNumberAsync(CancellationToken cancellationToken);

    /// <summary>A block of the canonical chain; null when there is none yet, or the node knows no finality.</summary>
    Task<BlockHeader?> GetHeaderAsync(BlockTag block, CancellationToken cancellationToken);

    /// <summary>
    /// Up to <paramref name="count"/> blocks from <paramref name="from"/> upwards in one batch, fewer where the
    /// chain ends. They may come from different branches when the chain reorganises meanwhile: compare parents.
    /// </summary>
    Task<IReadOnlyList<BlockHeader>> GetHeadersAsync(ulong from, int count, CancellationToken cancellationToken);

    /// <summary>The block with this hash; null when the node does not have it.</summary>
    Task<BlockHeader?> GetHeaderByHashAsync(Hash32 hash, CancellationToken cancellationToken);

    /// <summary>The logs that match, in the order of the chain.</summary>
    /// <exception cref="JsonRpcErrorException">The node does not know the block, or the range is too wide for it.
    /// </exception>
    Task<IReadOnlyList<LogEntry>> GetLogsAsync(LogFilter filter, CancellationToken cancellationToken);

    /// <summary>
    /// The logs of each block, in the order of the hashes, in one batch; the filter's own block or range does not
    /// matter.
    /// </summary>
    /// <exception cref="JsonRpcErrorException">The node does not know one of the blocks.</exception>
    Task<IReadOnlyList<IReadOnlyList<LogEntry>>> GetLogsByBlockHashesAsync(
        IReadOnlyList<Hash32> blockHashes, LogFilter filter, CancellationToken cancellationToken);

    /// <summary>
    /// All receipts of each block, in the order of the hashes, in as few requests as the node allows; of their logs
    /// those of some contracts.
    /// </summary>
    /// <exception cref="ReceiptsNotServedException">The node gives out none.</exception>
    /// <exception cref="JsonRpcTooLargeException">They are too many at once.</exception>
    Task<IReadOnlyList<BlockReceipts>> GetReceiptsByBlockHashesAsync(
        IReadOnlyList<Hash32> blockHashes, IReadOnlyList<Address> contracts, CancellationToken cancellationToken);

    /// <summary>The receipt; null while the transaction is in no block.</summary>
    Task<TransactionReceipt?> GetReceiptAsync(Hash32 transactionHash, CancellationToken cancellationToken);

    /// <summary>The transaction; null when the node does not know it.</summary>
    Task<ChainTransaction?> GetTransactionAsync(Hash32 transactionHash, CancellationToken cancellationToken);

    /// <summary>How many transactions of this account are in blocks up to that one: its next nonce there.</summary>
    Task<ulong> GetTransactionCountAsync(Address account, BlockTag block, CancellationToken cancellationToken);

    /// <summary>The account's wei at the newest block.</summary>
    Task<BigInteger> GetBalanceAsync(Address account, CancellationToken cancellationToken);

    /// <summary>The account's code at the newest block; empty when it is no contract.</summary>
    Task<byte[]> GetCodeAsync(Address account, CancellationToken cancellationToken);

    /// <summary>A gas price in wei that the node thinks will do; zero on networks without fees.</summary>
    Task<BigInteger> GetGasPriceAsync(CancellationToken cancellationToken);

    /// <summary>What the call returns at that block.</summary>
    /// <exception cref="ExecutionRevertedException">The contract reverted.</exception>
    Task<byte[]> CallAsync(CallRequest request, BlockTag block, CancellationToken cancellationToken);

    /// <summary>The gas that a transaction with this call needs at the newest block.</summary>
    /// <exception cref="ExecutionRevertedException">The contract reverted.</exception>
    Task<ulong> EstimateGasAsync(CallRequest request, CancellationToken cancellationToken);

    /// <summary>Hands a signed transaction to the node; its hash is the hash of the bytes.</summary>
    /// <exception cref="TransactionRejectedException">The node refused it and says why.</exception>
    Task<SendOutcome> SendRawTransactionAsync(ReadOnlyMemory<byte> transaction, CancellationToken cancellationToken);
}
