#define _GNU_SOURCE
#include "kinds.h"
#include "thread.h"

#include <execinfo.h>
#include <string.h>

ON_THREAD Tally *t_tally;
ON_THREAD volatile char t_dispatch = DISPATCH_ALLOW;

void note(int kind) {
    Tally *tally = t_tally;
    if (!tally || kind < 0 || kind >= WATCH_MAX_KINDS)
        return;
    if (tally->counts[kind]++ == 0) {
        /* Off for a moment: taking a stack may itself allocate or lock. */
        char dispatch = t_dispatch;
        t_tally = NULL;
        t_dispatch = DISPATCH_ALLOW;
        tally->frame_counts[kind] = backtrace(tally->frames[kind], WATCH_MAX_FRAMES);
        t_tally = tally;
        t_dispatch = dispatch;
    }
}

void watch_begin(Tally *tally) {
    t_tally = tally;
    t_dispatch = DISPATCH_BLOCK;
}

void watch_end(void) {
    t_dispatch = DISPATCH_ALLOW;
    t_tally = NULL;
}

unsigned long watch_total(const Tally *tally, unsigned classes) {
    unsigned long total = 0;
    for (int i = 0; i < WATCH_MAX_KINDS; i++)
        if (tally->counts[i] && classes >> kind_class(i) & 1)
            total += tally->counts[i];
    return total;
}

void watch_move(Tally *from, Tally *to) {
    for (int i = 0; i < WATCH_MAX_KINDS; i++) {
        if (!from->counts[i])
            continue;
        if (!to->counts[i]) {
            memcpy(to->frames[i], from->frames[i], sizeof to->frames[i]);
            to->frame_counts[i] = from->frame_counts[i];
        }
        to->counts[i] += from->counts[i];
        from->counts[i] = 0;
    }
}

unsigned long watch_count(const Tally *tally, const char *kind) {
    char name[64];
    for (int i = 0; i < WATCH_MAX_KINDS; i++) {
        kind_name(i, name, sizeof name);
        if (strcmp(name, kind) == 0)
            return tally->counts[i];
    }
    return 0;
}

void watch_list(const Tally *tally, char *text, size_t size) {
    char name[64];
    size_t length = 0;
    text[0] = 0;
    for (int i = 0; i < WATCH_MAX_KINDS && length < size; i++) {
        if (!tally->counts[i])
            continue;
        kind_name(i, name, sizeof name);
        length += (size_t)snprintf(text + length, size - length, "%s%s %lu", length ? ", " : "", name, tally->counts[i]);
    }
}

void watch_print(const Tally *tally) {
    char name[64];
    for (int i = 0; i < WATCH_MAX_KINDS; i++) {
        if (!tally->counts[i])
            continue;
        kind_name(i, name, sizeof name);
        fprintf(stderr, "    %s (%s): %lu times in \"%s\"; the first:\n", name, watch_class_name(kind_class(i)), tally->counts[i],
                tally->phase);
        fflush(stderr);
        backtrace_symbols_fd(tally->frames[i], tally->frame_counts[i], STDERR_FILENO);
    }
}
