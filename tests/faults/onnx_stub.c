/* What may lie where an ONNX Runtime is looked for: one that offers no version that is asked for, one that never comes back, and one that
   nobody may call. A macro says which. */
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
