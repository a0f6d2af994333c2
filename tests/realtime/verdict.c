#include "verdict.h"

#include <stdarg.h>
#include <stdio.h>

static void find(Verdict *verdict, bool ok, const char *format, ...) __attribute__((format(printf, 3, 4)));
static void find(Verdict *verdict, bool ok, const char *format, ...) {
    Finding *finding = &verdict->findings[verdict->count++];
    va_list list;
    va_start(list, format);
    vsnprintf(finding->what, sizeof finding->what, format, list);
    va_end(list);
    finding->ok = ok;
    verdict->ok &= ok;
}

/* How the runtime waits, and how a collection stops a thread: by locks, signals and giving way; nothing else is excused with them. */
static const unsigned Waiting = 1u << WATCH_LOCK | 1u << WATCH_SLEEP;
static const unsigned Stopping = 1u << WATCH_LOCK | 1u << WATCH_SLEEP | 1u << WATCH_OTHER;

static void judge_calls(Verdict *verdict, const Run *run, bool may_collect) {
    unsigned long calls = 0, excused = 0, finite = 0, dispatch = 0;
    char names[200] = "";
    for (int i = 0; i < run->player_count; i++) {
        const Player *player = &run->players[i];
        unsigned may = run->scenario->waits ? Waiting : 0, may_stopped = may | (may_collect ? Stopping : 0);
        unsigned long forbidden = watch_total(&player->steady, ~may) + watch_total(&player->collected, ~may_stopped);
        calls += forbidden;
        excused += watch_total(&player->steady, may) + watch_total(&player->collected, may_stopped);
        finite += player->finite, dispatch += player->dispatch;
        if (forbidden)
            watch_list(watch_total(&player->steady, ~may) ? &player->steady : &player->collected, names, sizeof names);
    }
    find(verdict, calls == 0, "%lu calls that an audio thread must not make%s%s; %lu excused", calls, *names ? ": " : "", names, excused);
    find(verdict, (int)dispatch == run->player_count, "system calls are watched, wherever they come from");
    if (!run->scenario->dirty)
        find(verdict, (int)finite == run->player_count, "every output sample is finite");
}

/* Whether each parameter had points, and at more than one place. */
static void judge_coverage(Verdict *verdict, const Run *run) {
    const Instance *instance = run->players[0].instance;
    int moved = 0;
    for (int i = 0; i < instance->parameter_count; i++)
        moved += run->players[0].high[i] > run->players[0].low[i];
    find(verdict, moved == instance->parameter_count && moved > 0, "%d of %d parameters moved", moved, instance->parameter_count);
}

Verdict judge(const Run *run) {
    Verdict verdict = {.ok = true};
    const Scenario *scenario = run->scenario;
    bool may_collect = scenario->keeps_states || scenario->collects || scenario->types;
    long blocks = 0, collected = 0;
    for (int i = 0; i < run->player_count; i++)
        blocks += run->players[i].blocks, collected += run->players[i].collected_blocks;
    find(&verdict, !run->refused_format && blocks > 0, "the plug-in plays this format");
    judge_calls(&verdict, run, may_collect);
    if (scenario->automation == AUTOMATE_EVERYTHING && !run->players[0].plant)
        judge_coverage(&verdict, run);
    if (!scenario->keeps_states && !scenario->collects)
        find(&verdict, run->steady.managed_bytes == 0 && run->steady.collections == 0,
             "%lld managed bytes allocated and %lld collections on all threads in %.1f s", run->steady.managed_bytes, run->steady.collections,
             run->steady.seconds);
    if (scenario->keeps_states)
        find(&verdict, run->refused == 0 && run->saved > 0 && run->loaded > 0, "state saved %ld times and loaded %ld times, %ld refused", run->saved,
             run->loaded, run->refused);
    if (scenario->editor) {
        find(&verdict, run->editor_opened && run->frames > 0 && run->editor_moved, "the editor %s, its timers ran %ld times, its picture %s",
             run->editor_opened ? "is open" : "DID NOT OPEN", run->frames, run->editor_moved ? "moved" : "STOOD STILL");
        find(&verdict, run->editor_left, "closed, it leaves nothing in the host's run loop");
    }
    if (scenario->editor == EDITOR_DRAGGED)
        find(&verdict, run->edits > 10, "the editor told its host of %ld values", run->edits);
    if (scenario->types)
        find(&verdict, run->refused == 0 && run->typed > 4, "%ld phrases typed while it played, %ld refused", run->typed, run->refused);
    /* Saving and typing may allocate (a user does it), so a collection may come; it may stop each audio thread once, and no more. */
    if (may_collect)
        find(&verdict, collected <= run->collections * run->player_count && run->collections >= run->forced,
             "%lld collections stopped the audio in %ld blocks (longest block %.2f ms)", run->collections, collected,
             1e3 * run->players[0].longest_collected);
    return verdict;
}
