/* What may lie where an ONNX Runtime is looked for: one that offers no version that is asked for, one that never comes back, one that nobody
   may call, and the real one behind a table in which one function fails. A macro says which. */
#define _GNU_SOURCE
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>

#ifdef WRONG_VERSION
static const void *get_api(uint32_t version) {
    (void)version;
    return NULL;
}
static const char *get_version(void) { return "0.1.0"; }
static const struct {
    const void *(*get_api)(uint32_t);
    const char *(*get_version)(void);
} base = {get_api, get_version};

const void *OrtGetApiBase(void) { return &base; }
#endif

#ifdef STANDS_STILL
const void *OrtGetApiBase(void) {
    for (;;)
        pause();
}
#endif

#ifdef ANOTHERS
const void *OrtGetApiBase(void) { abort(); }
#endif

#ifdef REAL
/* REAL is the path of the ONNX Runtime that answers all else. Run fails once a file lies beside this library, of its name and ".fails"; with
   REFUSES_SESSIONS no session is ever made. Slots as in inference/Onnx/OrtApi.cs, which asks for none beyond these. */
#include <dlfcn.h>
#include <limits.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>

enum { CREATE_STATUS = 0, CREATE_SESSION_FROM_ARRAY = 8, RUN = 9, SLOTS = 128, FAIL = 1 };

struct api_base {
    const void *(*get_api)(uint32_t);
    const char *(*get_version)(void);
};

static const struct api_base *real;
static void *table[SLOTS];

static void *failure(const char *message) { return ((void *(*)(int, const char *))table[CREATE_STATUS])(FAIL, message); }

#ifdef REFUSES_SESSIONS
static void *refuse(void) { return failure("no session, planted"); }
#else
typedef void *(*run_function)(void *, const void *, const char *const *, const void *const *, size_t, const char *const *, size_t, void **);

static run_function real_run;
static char sign[PATH_MAX];
static atomic_int answers, failures;

static void *run(void *session, const void *options, const char *const *input_names, const void *const *inputs, size_t input_count,
                 const char *const *output_names, size_t output_count, void **outputs) {
    if (access(sign, F_OK) == 0) {
        atomic_fetch_add(&failures, 1);
        return failure("no answer, planted");
    }
    atomic_fetch_add(&answers, 1);
    return real_run(session, options, input_names, inputs, input_count, output_names, output_count, outputs);
}

/* For who tests. */
int runs_answered(void) { return atomic_load(&answers); }
int runs_failed(void) { return atomic_load(&failures); }
#endif

static const void *get_api(uint32_t version) {
    const void *api = real->get_api(version);
    if (api == NULL || table[RUN] != NULL)
        return api == NULL ? NULL : table;
    memcpy(table, api, sizeof table);
#ifdef REFUSES_SESSIONS
    table[CREATE_SESSION_FROM_ARRAY] = (void *)refuse;
#else
    Dl_info self;
    dladdr((void *)run, &self);
    snprintf(sign, sizeof sign, "%s.fails", self.dli_fname);
    real_run = (run_function)table[RUN];
    table[RUN] = (void *)run;
#endif
    return table;
}
static const char *get_version(void) { return real->get_version(); }
static const struct api_base base = {get_api, get_version};

const void *OrtGetApiBase(void) {
    void *library = dlopen(REAL, RTLD_NOW | RTLD_LOCAL);
    if (library == NULL) {
        fprintf(stderr, "%s\n", dlerror());
        abort();
    }
    real = ((const struct api_base *(*)(void))dlsym(library, "OrtGetApiBase"))();
    return &base;
}
#endif
