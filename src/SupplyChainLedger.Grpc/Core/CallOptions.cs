using System.Diagnostics.CodeAnalysis;

namespace Grpc.Core;

/// <summary>What a client asks of one call.</summary>
public readonly struct CallOptions
{
    /// <summary>Makes the options of a call.</summary>
    /// <param name="headers">Metadata to send.</param>
    /// <param name="deadline">A time in UTC after which the call ends as DEADLINE_EXCEEDED.</param>
    /// <param name="cancellationToken">Ends the call as CANCELLED.</param>
    /// <param name="writeOptions">How requests are written.</param>
    [SuppressMessage("Design", "CA1068", Justification = "The order is gRPC's own.")]
    public CallOptions(
        Metadata? headers = null,
        DateTime? deadline = null,
        CancellationToken cancellationToken = default,
        WriteOptions? writeOptions = null)
    {
        Headers = headers;
        Deadline = deadline;
        CancellationToken = cancellationToken;
        WriteOptions = writeOptions;
    }

    /// <summary>Metadata to send.</summary>
    public Metadata? Headers { get; private init; }

    /// <summary>A time in UTC after which the call ends as DEADLINE_EXCEEDED.</summary>
    public DateTime? Deadline { get; private init; }

    /// <summary>Ends the call as CANCELLED.</summary>
    public CancellationToken CancellationToken { get; private init; }

    /// <summary>How requests are written.</summary>
    public WriteOptions? WriteOptions { get; private init; }

    /// <summary>The same options with other metadata.</summary>
    public CallOptions WithHeaders(Metadata headers) => this with { Headers = headers };

    /// <summary>The same options with another deadline.</summary>
    public CallOptions WithDeadline(DateTime deadline) => this with { Deadline = deadline };

    /// <summary>The same options with another token.</summary>
    public CallOptions WithCancellationToken(CancellationToken cancellationToken) =>
        this with { CancellationToken = cancellationToken };

    /// <summary>The same options with other write options.</summary>
    public CallOptions WithWriteOptions(WriteOptions writeOptions) => this with { WriteOptions = writeOptions };
}
