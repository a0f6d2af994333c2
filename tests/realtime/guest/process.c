/* Between the host and the plug-in: a watched process() on whatever thread the host calls it. */
#define _GNU_SOURCE
#include "guest.h"

#include <dlfcn.h>
#include <link.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static Result (*plain_process)(Processor *, ProcessData *);
static Result (*plain_set_processing)(Processor *, uint8_t);
static long long (*diagnostics)(int);
enum { FRAMES = 5 };

static Seen seen[MAX_HOST_THREADS];
static atomic_int threads;
static __thread __attribute__((tls_model("initial-exec"))) Seen *t_seen;
static __thread __attribute__((tls_model("initial-exec"))) bool t_known;

static atomic_bool moved[1024]; /* parameters with a point in this phase, by their number, the last for all above */

static Counters counters(void) { return (Counters){diagnostics(MANAGED_BYTES), diagnostics(COLLECTIONS), diagnostics(FRAMES)}; }

/* The runtime counts exactly by halting its threads, so it is asked by an audio thread outside process(), where halting is no fault. */
static atomic_bool asked, answered;
static Counters at_start, at_end;

static void answer(void) {
    bool expected = true;
    if (atomic_compare_exchange_strong(&asked, &expected, false)) {
        at_end = counters();
        atomic_store(&answered, true);
    }
}

/* The guest's own test: what must be found under its name. */
static atomic_bool plants;

void guest_plant(void) { atomic_store(&plants, true); }

static void plant(void) {
    bool expected = true;
    if (atomic_compare_exchange_strong(&plants, &expected, false)) {
        free(malloc(1));
        getppid();
    }
}

/* More threads than there is room for play unwatched, and are told as a phase without system calls watched. */
static Seen *of_this_thread(Processor *processor) {
    if (!t_known) {
        int index = atomic_fetch_add(&threads, 1);
        t_known = true;
        t_seen = index < MAX_HOST_THREADS ? &seen[index] : NULL;
        if (t_seen) {
            t_seen->dispatch = watch_thread();
            watch_begin(&t_seen->attach);
            processor->t->getLatencySamples(processor);
            watch_end();
        }
    }
    return t_seen;
}

static void note_changes(const ProcessData *data) {
    Changes *changes = data->inputChanges;
    int count = changes ? changes->t->getParameterCount(changes) : 0;
    for (int i = 0; i < count; i++) {
        Queue *queue = changes->t->getParameterData(changes, i);
        if (queue && queue->t->getPointCount(queue) > 0) {
            uint32_t id = queue->t->getParameterId(queue);
            atomic_store(&moved[id < 1023 ? id : 1023], true);
        }
    }
}

static Result watched_process(Processor *processor, ProcessData *data) {
    Seen *here = of_this_thread(processor);
    if (!here)
        return plain_process(processor, data);
    static __thread __attribute__((tls_model("initial-exec"))) Tally block;
    note_changes(data);
    long long collections = diagnostics(COLLECTIONS);
    watch_begin(&block);
    plant();
    Result result = plain_process(processor, data);
    watch_end();
    bool collected = diagnostics(COLLECTIONS) != collections;
    here->collected_blocks += collected && watch_total(&block, ~0u) > 0;
    watch_move(&block, collected ? &here->collected : &here->calls);
    here->samples += data->numSamples;
    here->blocks++;
    answer();
    return result;
}

static Result watched_set_processing(Processor *processor, uint8_t on) {
    Seen *here = of_this_thread(processor);
    if (!here)
        return plain_set_processing(processor, on);
    watch_begin(&here->calls);
    Result result = plain_set_processing(processor, on);
    watch_end();
    return result;
}

typedef struct { const char *end; char path[512]; } Search;

static int look(struct dl_phdr_info *info, size_t size, void *argument) {
    (void)size;
    Search *search = argument;
    size_t length = strlen(info->dlpi_name), end = strlen(search->end);
    if (length < end || strcmp(info->dlpi_name + length - end, search->end) != 0)
        return 0;
    snprintf(search->path, sizeof search->path, "%s", info->dlpi_name);
    return 1;
}

/* All instances share one table of functions, which an instance made for this leads to. */
static bool put_between(Factory *factory) {
    for (int i = 0; i < factory->t->countClasses(factory); i++) {
        PClassInfo info;
        Processor *processor;
        if (factory->t->getClassInfo(factory, i, &info) != RESULT_OK || strcmp(info.category, "Audio Module Class") != 0 ||
            factory->t->createInstance(factory, info.cid, IID_IAudioProcessor, (void **)&processor) != RESULT_OK)
            continue;
        struct ProcessorTable *table = (struct ProcessorTable *)processor->t;
        plain_process = table->process;
        plain_set_processing = table->setProcessing;
        table->setProcessing = watched_set_processing;
        table->process = watched_process;
        processor->t->release(processor);
        return true;
    }
    return false;
}

bool guest_watch(const char *library, char *why, size_t size) {
    Search search = {.end = library};
    if (plain_process)
        return true;
    if (!dl_iterate_phdr(look, &search)) {
        snprintf(why, size, "no library is called %s here", library);
        return false;
    }
    void *handle = dlopen(search.path, RTLD_NOW | RTLD_NOLOAD);
    Factory *(*get_factory)(void) = handle ? (Factory * (*)(void)) dlsym(handle, "GetPluginFactory") : NULL;
    diagnostics = handle ? (long long (*)(int))dlsym(handle, "SemanticEqDiagnostics") : NULL;
    if (!get_factory || !diagnostics || !put_between(get_factory())) {
        snprintf(why, size, "%s is not the plug-in, or does not tell its managed allocations", search.path);
        return false;
    }
    return true;
}

static void add(Seen *from, Seen *to) {
    watch_move(&from->calls, &to->calls);
    watch_move(&from->collected, &to->collected);
    watch_move(&from->attach, &to->attach);
    to->blocks += from->blocks, to->samples += from->samples, to->collected_blocks += from->collected_blocks;
    from->blocks = from->samples = from->collected_blocks = 0;
    to->dispatch &= from->dispatch;
}

bool guest_next_phase(Seen *all, Counters *grown, int *parameters) {
    memset(all, 0, sizeof *all);
    all->dispatch = atomic_load(&threads) <= MAX_HOST_THREADS;
    atomic_store(&answered, false);
    atomic_store(&asked, true);
    for (int i = 0; i < 500 && !atomic_load(&answered); i++)
        usleep(10000);
    if (!atomic_load(&answered))
        return false;
    for (int i = 0; i < atomic_load(&threads) && i < MAX_HOST_THREADS; i++)
        add(&seen[i], all);
    *parameters = 0;
    for (int i = 0; i < 1024; i++)
        *parameters += atomic_exchange(&moved[i], false);
    *grown = (Counters){at_end.managed_bytes - at_start.managed_bytes, at_end.collections - at_start.collections, at_end.frames - at_start.frames};
    at_start = at_end;
    return true;
}
