using Microsoft.Extensions.Logging;
using SupplyChainLedger.Simulation.Time;

namespace SupplyChainLedger.Simulation.Services;

/// <summary>Puts what the service logs into the trace.</summary>
internal sealed class TraceLogger<T>(World world, Trace trace) : ILogger<T>
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception,
        Func<TState, Exception?, string> formatter)
    {
        // A stack trace names lines and machines, which no seed decides.
        var fault = exception is null ? "" : $" ({exception.GetType().Name}: {exception.Message})";
        trace.Write(world.Now, $"{typeof(T).Name}: {formatter(state, exception)}{fault}");
    }
}
