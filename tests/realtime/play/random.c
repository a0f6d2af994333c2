#include "random.h"

#include <stdint.h>

static __thread uint64_t state = 0x9E3779B97F4A7C15u;

void random_seed(unsigned row) { state = 0x9E3779B97F4A7C15u + 0xD1342543DE82EF95u * row; }

/* xorshift64*: Vigna, An experimental exploration of Marsaglia's xorshift generators. */
double random_unit(void) {
    state ^= state >> 12;
    state ^= state << 25;
    state ^= state >> 27;
    return (double)(state * 2685821657736338717u >> 11) * 0x1p-53;
}
