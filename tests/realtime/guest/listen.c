/* What is asked of the guest, a line each in a pipe (SEMANTIC_EQ_WATCH), and answered by lines in another (the same name and ".told"):
     watch LIBRARY   puts the watch on the plug-in, once the host has loaded it
     plant           makes a malloc, a free and a system call in the next block, which have to be found
     phase NAME      tells of the phase that ends here, and begins one of that name
   A phase's line: calls that an audio thread must not make, blocks, samples, managed bytes on all threads, collections, blocks that one stopped,
   frames drawn, parameters moved, calls of attaching threads; then the names of the calls. */
#define _GNU_SOURCE
#include "guest.h"

#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* How a collection stops a thread, and nothing else, is excused where one ran. */
static const unsigned Stopping = 1u << WATCH_LOCK | 1u << WATCH_SLEEP | 1u << WATCH_OTHER;

static void tell_phase(FILE *told, const char *name) {
    static Seen all;
    Counters grown;
    int parameters;
    char names[400];
    if (!guest_next_phase(&all, &grown, &parameters)) {
        fprintf(told, "refused: no block came in %s\n", name);
        return;
    }
    unsigned long stopped = watch_total(&all.collected, ~Stopping), calls = watch_total(&all.calls, ~0u) + stopped;
    watch_list(stopped ? &all.collected : &all.calls, names, sizeof names);
    fprintf(told, "phase %s: calls %lu blocks %ld samples %ld bytes %lld collections %lld stopped %ld frames %lld parameters %d attach %lu dispatch %d (%s)\n",
            name, calls, all.blocks, all.samples, grown.managed_bytes, grown.collections, all.collected_blocks, grown.frames, parameters,
            watch_total(&all.attach, ~0u), all.dispatch, names);
    if (calls) {
        all.calls.phase = all.collected.phase = name;
        watch_print(&all.calls);
        watch_print(&all.collected);
    }
}

static void *listen_to(void *path) {
    char answers[512], line[256], phase[200] = "before", why[640] = "";
    snprintf(answers, sizeof answers, "%s.told", (char *)path);
    FILE *asked = fopen(path, "r"), *told = fopen(answers, "w");
    while (asked && told && fgets(line, sizeof line, asked)) {
        line[strcspn(line, "\n")] = 0;
        if (strncmp(line, "watch ", 6) == 0)
            fprintf(told, guest_watch(line + 6, why, sizeof why) ? "watching\n" : "refused: %s\n", why);
        else if (strcmp(line, "plant") == 0) {
            guest_plant();
            fputs("planted\n", told);
        } else if (strncmp(line, "phase ", 6) == 0) {
            tell_phase(told, phase);
            snprintf(phase, sizeof phase, "%s", line + 6);
        } else
            fputs("refused: watch, plant or phase\n", told);
        fflush(told);
    }
    return NULL;
}

/* Only in the host itself, and not in what starts it or what it starts: SEMANTIC_EQ_WATCH_IN is how its program's name begins. */
__attribute__((constructor)) static void start(void) {
    char *path = getenv("SEMANTIC_EQ_WATCH");
    const char *host = getenv("SEMANTIC_EQ_WATCH_IN");
    pthread_t thread;
    if (!path || !host || strncmp(program_invocation_short_name, host, strlen(host)) != 0)
        return;
    pthread_create(&thread, NULL, listen_to, strdup(path));
    pthread_detach(thread);
}
