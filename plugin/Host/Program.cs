using System.Runtime.InteropServices;
using SemanticEq.Host.Commands;

using var interrupted = new CancellationTokenSource();

void Interrupt(PosixSignalContext context)
{
    // Ends the command in its own time, so that temporary files go with it.
    context.Cancel = true;
    interrupted.Cancel();
}

using var onInterrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupt);
using var onTerminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Interrupt);
return CommandLine.Run(args, interrupted.Token);
