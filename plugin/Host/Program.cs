using System.Runtime.InteropServices;
using SemanticEq.Host.Commands;

using var interrupted = new CancellationTokenSource();

void Interrupt(PosixSignalContext context)
{
    // The first ends the command in its own time, so that temporary files go with it. Who asks twice has waited for a system call
    // that does not return: then the system's own way of ending takes over, at once.
    context.Cancel = !interrupted.IsCancellationRequested;
    interrupted.Cancel();
}

using var onInterrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupt);
using var onTerminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Interrupt);
using var onHangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, Interrupt);
return CommandLine.Run(args, interrupted.Token);
