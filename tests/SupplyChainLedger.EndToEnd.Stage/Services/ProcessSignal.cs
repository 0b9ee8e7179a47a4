using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace SupplyChainLedger.EndToEnd.Stage.Services;

/// <summary>Signals to processes (Linux).</summary>
public static class ProcessSignal
{
    private const int SigInt = 2;
    private const int SigTerm = 15;
    private const int SigCont = 18;
    private const int SigStop = 19;

    /// <summary>Ctrl-C.</summary>
    public static void Interrupt(int processId) => Send(processId, SigInt);

    /// <summary>Asks it to end.</summary>
    public static void Terminate(int processId) => Send(processId, SigTerm);

    /// <summary>Freezes it: connections are taken, nothing is answered.</summary>
    public static void Stop(int processId) => Send(processId, SigStop);

    /// <summary>Lets it go on.</summary>
    public static void Continue(int processId) => Send(processId, SigCont);

    /// <summary>Whether it is the node itself, not the launcher beside it.</summary>
    public static bool IsAnvil(int processId)
    {
        using var process = Process.GetProcessById(processId);
        return process.ProcessName == "anvil";
    }

    private static void Send(int processId, int signal)
    {
        if (Kill(processId, signal) != 0) throw new Win32Exception(Marshal.GetLastPInvokeError());
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static extern int Kill(int processId, int signal);
}
