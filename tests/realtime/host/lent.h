/* Objects that the host lends: they outlive every use, so counting references would count nothing. */
#pragma once
#include "host.h"

#include <string.h>

static inline uint32_t one_reference(void *self) {
    (void)self;
    return 1;
}

static inline Result answer(void *self, const Tuid wanted, const Tuid mine, void **object) {
    bool known = memcmp(wanted, IID_FUnknown, sizeof(Tuid)) == 0 || memcmp(wanted, mine, sizeof(Tuid)) == 0;
    *object = known ? self : NULL;
    return known ? RESULT_OK : NO_INTERFACE;
}

#define HOST_OBJECT(T, a, b, c, d) \
    static Result T##_query(T *self, const Tuid iid, void **object) { \
        static const Tuid mine = TUID(a, b, c, d); \
        return answer(self, iid, mine, object); \
    } \
    static uint32_t T##_reference(T *self) { return one_reference(self); }
