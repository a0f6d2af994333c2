// Some of these draw, and two threads that letter at once may end the process (see Ui.Tests); some count a process's garbage.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
