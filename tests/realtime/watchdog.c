/* The audio-thread watchdog: plays the plug-in as roughly as hosts do and fails when its process() allocates, locks, waits or calls
   the operating system, when any thread allocates managed memory while it plays, or when the managed heap is not small.
   usage: watchdog BUNDLE SECONDS [WALK HEAP]      seconds of all scenarios together; see heap.h for the two symbols
          watchdog BUNDLE --plant KIND             must fail, and name KIND
          watchdog BUNDLE --plants                 the kinds of which one run each should be tried */
#include "heap.h"
#include "plants/plants.h"
#include "play/editor.h"
#include "self_test.h"
#include "verdict.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int passed, failed, skipped;
static Run run;

static bool check(bool ok, const char *what) {
    printf("%s %s\n", ok ? "  ok  " : "  FAIL", what);
    ok ? passed++ : failed++;
    fflush(stdout);
    return ok;
}

static void describe(void) {
    double audio = 0;
    long blocks = 0, points = 0;
    for (int i = 0; i < run.player_count; i++)
        audio += run.players[i].audio_seconds, blocks += run.players[i].blocks, points += run.players[i].points;
    printf("%s: %.1f s of audio in %ld blocks, %ld points; %lld twin decodes\n", run.scenario->name, audio, blocks, points,
           run.steady.twin_decodes);
}

/* What is exempt, of all threads so far. */
static struct { Tally attach, first_wait; long threads; double longest; } exempt;

static bool play_scenario(const Module *module, const Scenario *scenario, const Plant *plant, double seconds) {
    char text[512];
    scenario_run(module, scenario, plant, seconds, &run);
    describe();
    Verdict verdict = judge(&run);
    for (int i = 0; i < verdict.count; i++) {
        snprintf(text, sizeof text, "%s: %s", scenario->name, verdict.findings[i].what);
        check(verdict.findings[i].ok, text);
    }
    for (int i = 0; i < run.player_count; i++) {
        Player *player = &run.players[i];
        exempt.threads += player->threads;
        exempt.longest = fmax(exempt.longest, player->longest_attach);
        watch_move(&player->attach, &exempt.attach);
        watch_move(&player->first_wait, &exempt.first_wait);
        if (!verdict.ok) {
            watch_print(&player->steady);
            watch_print(&player->collected);
        }
    }
    return verdict.ok;
}

static void report_exempt(void) {
    char list[400], text[512];
    /* Memory and locks of the runtime's own for the thread; nothing that could take long. */
    const unsigned Known = 1u << WATCH_ALLOCATION | 1u << WATCH_FREE | 1u << WATCH_LOCK | 1u << WATCH_MAPPING | 1u << WATCH_OTHER;
    watch_list(&exempt.attach, list, sizeof list);
    printf("exempt, attach to the runtime: %ld host threads, the longest in %.0f us, together: %s\n", exempt.threads, 1e6 * exempt.longest, list);
    watch_list(&exempt.first_wait, list, sizeof list);
    printf("exempt, first wait of an offline thread: %s\n", list);
    unsigned long all = watch_total(&exempt.attach, ~0u), unknown = watch_total(&exempt.attach, ~Known);
    snprintf(text, sizeof text, "attach to the runtime: memory, locks and questions to the system, %.1f calls a thread (at most 30), %lu others",
             (double)all / (double)exempt.threads, unknown);
    check(unknown == 0 && all <= 30ul * (unsigned long)exempt.threads, text);
}

/* What lives, with one instance and with sixteen, all of them active, after phrases have been read; as a session is at first, and with
   Adapt on, which learns. Measured in 2026-11: 11,900 objects and 420 each, 1.5 MB (and as much again where the model has a table of unset
   words), 750 kB each and 1.2 MB each that learns, nearly all of it in flat arrays (what loudness is measured by, the banks' tables; for
   learning a transform of 8,192 and a quarter of a second of input), which cost a collection little: it follows references, and there
   are none in them. */
static void check_heap(const Module *module, HeapSymbols symbols, bool learns) {
    enum { MANY = 16 };
    static const long MaxObjects = 20000, MaxObjectsEach = 800;
    const long long MaxBytes = 4 << 20, MaxBytesEach = learns ? 5 << 18 : 1 << 20;
    static Instance instances[MANY];
    Heap one = {0}, many;
    char text[256];
    for (int i = 0; i < MANY; i++) {
        instances[i] = instance_create(module);
        instances[i].controller->t->setParamNormalized(instances[i].controller, ADAPT, learns);
        if (!instance_start(&instances[i], PlantScenario.format))
            fail("instance %d can't be started", i);
        if (i == 0)
            one = heap_measure(module, symbols);
    }
    many = heap_measure(module, symbols);
    for (int i = 0; i < MANY; i++) {
        instance_stop(&instances[i]);
        instance_release(&instances[i]);
    }
    long long bytes_each = (many.bytes - one.bytes) / (MANY - 1);
    long objects_each = (many.objects - one.objects) / (MANY - 1);
    snprintf(text, sizeof text, "live managed heap%s: %lld bytes with one instance (at most %lld), %lld for each further one (at most %lld)",
             learns ? ", learning" : "", one.bytes, MaxBytes, bytes_each, MaxBytesEach);
    check(one.bytes > 0 && one.bytes <= MaxBytes && bytes_each <= MaxBytesEach, text);
    if (one.objects < 0) {
        puts("  skip live managed objects: no symbols of this library");
        skipped++;
        return;
    }
    snprintf(text, sizeof text, "live managed heap: %ld objects with one instance (at most %ld), %ld for each further one (at most %ld)", one.objects,
             MaxObjects, objects_each, MaxObjectsEach);
    check(one.objects > 0 && one.objects <= MaxObjects && objects_each <= MaxObjectsEach, text);
    /* The library's frozen objects are walked and not counted in the bytes. */
    snprintf(text, sizeof text, "live managed heap: the walk sees the bytes that the runtime tells, and %ld frozen", one.walked_bytes - (long)one.bytes);
    check(llabs(many.walked_bytes - many.bytes - (one.walked_bytes - one.bytes)) < 65536 && one.walked_bytes >= one.bytes, text);
}

static void check_self(const Module *module) {
    char text[640];
    SelfTest test = self_test(module);
    snprintf(text, sizeof text, "self-test: %d kinds planted on the audio thread and found, %d not:%s", test.caught, test.missed,
             test.missed ? test.missing : " none");
    check(test.missed == 0 && test.caught > 100, text);
}

static void list_plants(void) {
    static const char *const One[] = {"malloc", "free", "pthread_mutex_lock", "pthread_rwlock_wrlock", "sem_wait", "pthread_cond_wait", "syscall futex",
                                      "open", "syscall read", "socket", "syscall connect", "nanosleep", "pthread_create", "mmap", "munmap", "mprotect",
                                      "madvise", "syscall brk"};
    for (size_t i = 0; i < sizeof One / sizeof *One; i++)
        puts(One[i]);
    for (const Plant *plant = PlantedStarts; plant->kind; plant++)
        puts(plant->kind);
    for (const Plant *plant = PlantedManaged; plant->kind; plant++)
        puts(plant->kind);
}

int main(int argc, char **argv) {
    if (argc < 3)
        fail("usage: watchdog BUNDLE SECONDS [WALK HEAP] | BUNDLE --plant KIND | BUNDLE --plants");
    if (!watch_begin)
        fail("the watchdog's library is not preloaded");
    if (strcmp(argv[2], "--plants") == 0) {
        list_plants();
        return 0;
    }
    Module module = module_open(argv[1]);
    if (!module.diagnostics)
        fail("the plug-in does not tell its managed allocations");
    if (strcmp(argv[2], "--plant") == 0 && argc > 3) {
        const Plant *plant = plant_find(argv[3]);
        if (!plant)
            fail("nothing is called %s", argv[3]);
        plants_prepare(&module);
        return play_scenario(&module, &PlantScenario, plant, 0.1) ? 0 : 1;
    }

    check_self(&module);
    bool has_display = editor_has_display();
    for (int i = 0; i < ScenarioCount; i++) {
        if (!Scenarios[i].editor || has_display)
            play_scenario(&module, &Scenarios[i], NULL, Scenarios[i].share * atof(argv[2]));
        else {
            printf("  skip %s: there is no display\n", Scenarios[i].name);
            skipped++;
        }
    }
    report_exempt();
    for (int learns = 0; learns < 2; learns++)
        check_heap(&module, argc > 4 ? heap_symbols(argv[3], argv[4]) : (HeapSymbols){0}, learns);
    module_close(&module);
    printf("%d passed, %d failed", passed, failed);
    if (skipped)
        printf(", %d skipped", skipped);
    puts("");
    return failed != 0;
}
