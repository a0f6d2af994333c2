// Cairo 1.16 keeps one cache of scaled fonts a process and asserts about it without its lock: two threads that letter at once may end the
// process. An editor letters on the host's UI thread only; tests must not do otherwise.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
