// One module a process, as in a real host: its description and factory are shared, so tests take turns.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
