using System.ComponentModel;
using System.Diagnostics;
using SupplyChainLedger.Service.Hosting;

namespace SupplyChainLedger.Service.Devnet;

/// <summary>Starts what comes with Node.js.</summary>
internal static class NodeTool
{
    /// <summary>Starts <c>node</c> with all three streams redirected.</summary>
    /// <exception cref="StartupFault">Node.js is not on the PATH.</exception>
    public static Process StartNode(string folder, IEnumerable<string> arguments) => Start("node", folder, arguments);

    /// <summary>Starts <c>npm</c> with all three streams redirected.</summary>
    /// <exception cref="StartupFault">npm is not on the PATH.</exception>
    public static Process StartNpm(string folder, IEnumerable<string> arguments) =>
        Start(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", folder, arguments);

    private static Process Start(string tool, string folder, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(tool, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception fault)
        {
            throw new StartupFault(
                $"The embedded devnet needs Node.js, but {tool} does not start: it is not on the PATH. Install "
                + "Node.js 20 or later from https://nodejs.org, or use another chain with --Devnet:Enabled=false.",
                fault);
        }
    }
}
