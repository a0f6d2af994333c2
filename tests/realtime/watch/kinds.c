#include "kinds.h"

#include <sys/syscall.h>

typedef struct { WatchClass class; const char *name; } Kind;

static const Kind Calls[] = {
#define KIND(class, result, name, parameters, arguments) {WATCH_##class, #name},
    WATCHED_CALLS(KIND)
#undef KIND
#define KIND(class, name) {WATCH_##class, #name},
    ALLOCATOR_CALLS(KIND) VARIADIC_CALLS(KIND) STARTING_CALLS(KIND)
#undef KIND
};

static const struct { int number; Kind kind; } System[] = {
#define KIND(class, name) {SYS_##name, {WATCH_##class, "syscall " #name}},
    SYSTEM_CALLS(KIND)
#undef KIND
};

enum { SYSTEM_COUNT = sizeof System / sizeof *System };

static const Kind *known(int kind) {
    if (kind < FIRST_SYSTEM_CALL)
        return &Calls[kind];
    for (int i = 0; i < SYSTEM_COUNT; i++)
        if (System[i].number == kind - FIRST_SYSTEM_CALL)
            return &System[i].kind;
    return NULL;
}

WatchClass kind_class(int kind) {
    const Kind *found = known(kind);
    return found ? found->class : WATCH_OTHER;
}

void kind_name(int kind, char *text, size_t size) {
    const Kind *found = known(kind);
    if (found)
        snprintf(text, size, "%s", found->name);
    else
        snprintf(text, size, "syscall number %d", kind - FIRST_SYSTEM_CALL);
}

const char *watch_kind(int index) {
    if (index < FIRST_SYSTEM_CALL)
        return Calls[index].name;
    return index - FIRST_SYSTEM_CALL < SYSTEM_COUNT ? System[index - FIRST_SYSTEM_CALL].kind.name : NULL;
}

WatchClass watch_kind_class(int index) {
    return index < FIRST_SYSTEM_CALL ? Calls[index].class : System[index - FIRST_SYSTEM_CALL].kind.class;
}

const char *watch_class_name(WatchClass class) {
    static const char *const Names[WATCH_CLASSES] = {
        "allocation", "free", "lock", "file", "socket", "sleep", "thread or process start", "memory mapping", "other system call"};
    return Names[class];
}
