/* The audio-thread watchdog: plays the plug-in in its realtime mode as roughly as hosts do and fails when its process()
   allocates, locks, waits or calls the operating system, or when managed memory is allocated while it plays.
   usage: watchdog BUNDLE [SECONDS]    (default 10: the sum of all phases) */
#define _GNU_SOURCE
#include "player.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

static int passed, failed, skipped;

static bool check(bool ok, const char *what) {
    printf("%s %s\n", ok ? "  ok  " : "  FAIL", what);
    ok ? passed++ : failed++;
    fflush(stdout);
    return ok;
}

static void run_phase(const Module *module, Instance *instance, const Phase *phase, double seconds) {
    static Run run;
    char text[256];
    memset(&run, 0, sizeof run);
    run.instance = instance, run.module = module, run.phase = phase, run.seconds = seconds * phase->share;
    run.attach.phase = "runtime attach (exempt)", run.steady.phase = run.collected.phase = phase->name;

    if (!instance_start(instance, phase->format)) {
        snprintf(text, sizeof text, "%s: the plug-in refuses this format", phase->name);
        check(false, text);
        return;
    }
    pthread_t player, keeping;
    Keeper keeper = {.instance = instance};
    pthread_create(&player, NULL, play, &run);
    if (phase->keeps_states)
        pthread_create(&keeping, NULL, keep_states, &keeper);
    pthread_join(player, NULL);
    atomic_store(&keeper.stop, true);
    if (phase->keeps_states)
        pthread_join(keeping, NULL);
    instance_stop(instance);

    printf("%s: %.1f s of audio in %ld blocks, %ld points for %d parameters", phase->name, run.audio_seconds, run.blocks, run.points,
           instance->parameter_count);
    printf("; attach: %lu calls (exempt)", watch_total(&run.attach));
    if (module->diagnostics)
        printf("; %lld twin decodes", run.counted[TWIN_DECODES]);
    printf("%s\n", run.dispatch ? "" : "; no Syscall User Dispatch here");

    /* Without anybody saving, there is nothing to collect, and no excuse. */
    if (!phase->keeps_states)
        watch_move(&run.collected, &run.steady);
    unsigned long violations = watch_total(&run.steady);
    snprintf(text, sizeof text, "%s: %lu calls that an audio thread must not make", phase->name, violations);
    if (!check(violations == 0 && run.blocks > 0, text))
        watch_print(&run.steady);
    if (!phase->dirty) {
        snprintf(text, sizeof text, "%s: every output sample is finite", phase->name);
        check(run.finite, text);
    }
    if (!run.dispatch)
        skipped++;
    if (phase->keeps_states) {
        snprintf(text, sizeof text, "%s: state saved %ld times and loaded %ld times, %ld refused", phase->name, keeper.saved, keeper.loaded,
                 keeper.refused);
        check(keeper.refused == 0 && keeper.saved > 0 && keeper.loaded > 0, text);
        /* Saving may allocate (a user does it), so a collection may come; it may stop the audio once, and no more. */
        snprintf(text, sizeof text, "%s: %lld collections stopped the audio in %ld blocks (longest block %.2f ms)", phase->name,
                 run.collections, run.collected_blocks, 1e3 * run.longest_collected);
        check(run.collected_blocks <= run.collections, text);
    } else if (module->diagnostics) {
        snprintf(text, sizeof text, "%s: %lld managed bytes allocated and %lld collections while playing", phase->name, run.counted[MANAGED_BYTES],
                 run.counted[COLLECTIONS]);
        check(run.counted[MANAGED_BYTES] == 0 && run.counted[COLLECTIONS] == 0, text);
    }
}

/* ---- the watchdog itself: what it must see, it sees ---- */

static void *misbehave(void *argument) {
    Tally *tally = argument;
    static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
    bool dispatch = watch_thread();
    watch_begin(tally);
    void *volatile memory = malloc(100);
    memory = realloc(memory, 200);
    free(memory);
    pthread_mutex_lock(&mutex);
    pthread_mutex_unlock(&mutex);
    usleep(1);
    sched_yield();
    void *map = mmap(NULL, 4096, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    munmap(map, 4096);
    int file = open("/dev/null", O_WRONLY);
    ssize_t written = write(file, "x", 1);
    close(file);
    errno = 0;
    int bad = close(-1);
    bool carried_out = written == 1 && bad == -1 && errno == EBADF && map != MAP_FAILED;
    FILE *inner = fopen("/dev/null", "r"); /* opens inside libc, past the first net */
    fclose(inner);
    watch_end();
    free(malloc(1)); /* not counted any more */
    return (void *)(intptr_t)(carried_out ? 1 + dispatch : 0);
}

static bool test_watch(void) {
    static Tally tally = {.phase = "self-test"};
    static const char *const calls[] = {"realloc", "pthread_mutex_lock", "usleep", "sched_yield", "mmap", "munmap", "open", "write"};
    static const char *const system_calls[] = {"syscall openat", "syscall mmap", "syscall write", "syscall clock_nanosleep"};
    pthread_t thread;
    void *result;
    pthread_create(&thread, NULL, misbehave, &tally);
    pthread_join(thread, &result);
    bool all = result != NULL && watch_count(&tally, "malloc") >= 1 && watch_count(&tally, "free") >= 1;
    for (size_t i = 0; i < sizeof calls / sizeof *calls; i++)
        all &= watch_count(&tally, calls[i]) == 1;
    bool dispatch = (intptr_t)result == 2;
    for (size_t i = 0; dispatch && i < sizeof system_calls / sizeof *system_calls; i++)
        all &= watch_count(&tally, system_calls[i]) >= 1;
    all &= !dispatch || watch_count(&tally, "syscall openat") == 2;
    if (!all)
        watch_print(&tally);
    return check(all, dispatch ? "the watchdog sees calls and system calls, and carries them out"
                               : "the watchdog sees calls (the kernel has no Syscall User Dispatch)");
}

int main(int argc, char **argv) {
    if (argc < 2)
        fail("usage: watchdog BUNDLE [SECONDS]");
    double seconds = argc > 2 ? atof(argv[2]) : 10;
    watch_init();
    if (!test_watch())
        return 1;

    Module module = module_open(argv[1]);
    Instance instance = instance_create(&module);
    printf("%s: %d parameters to automate\n", module.name, instance.parameter_count);
    check(instance.parameter_count > 0, "there is something to automate");
    check(module.diagnostics != NULL, "the plug-in tells its managed allocations");

    const Format stereo = {SAMPLE_32, 2, 48000, false}, stereo64 = {SAMPLE_64, 2, 96000, true}, mono = {SAMPLE_32, 1, 44100, false};
    const Phase phases[] = {
        {"paced, float stereo, blocks of 32 to 4096", .25, stereo, -1, .paced = true},
        {"unpaced, double stereo with side-chain, random blocks", .2, stereo64, 0, .paced = false},
        {"unpaced, float mono in place, blocks of 32", .1, mono, 32, .in_place = true},
        {"paced, states kept meanwhile, random blocks", .25, stereo, 0, .paced = true, .keeps_states = true},
        {"unpaced, states kept meanwhile, double", .1, stereo64, 256, .keeps_states = true},
        {"paced, NaN and denormals at the input", .1, stereo, 128, .paced = true, .dirty = true},
    };
    for (size_t i = 0; i < sizeof phases / sizeof *phases; i++)
        run_phase(&module, &instance, &phases[i], seconds);
    instance_release(&instance);
    module_close(&module);

    printf("%d passed, %d failed", passed, failed);
    if (skipped)
        printf(", %d skipped", skipped);
    puts("");
    return failed != 0;
}
