#define _GNU_SOURCE
#include "heap.h"

#include <dlfcn.h>
#include <link.h>
#include <stdlib.h>

HeapSymbols heap_symbols(const char *walk, const char *heap) {
    return (HeapSymbols){strtoul(walk, NULL, 16), strtoul(heap, NULL, 16)};
}

/* An object begins with its MethodTable: flags, with an element's size in the lower half where it has elements, then the base size;
   a count of elements follows the pointer. dotnet/runtime, src/coreclr/nativeaot/Runtime/inc/MethodTable.h. */
static bool count(void *object, void *context) {
    enum { HAS_ELEMENTS = 0x80000000u, ALIGNMENT = 8 };
    Heap *heap = context;
    const uint32_t *table = (const uint32_t *)(*(uintptr_t *)object & ~(uintptr_t)7); /* the lowest bits are the collector's marks */
    uint64_t size = table[1];
    if (table[0] & HAS_ELEMENTS)
        size += (uint64_t)(table[0] & 0xFFFF) * ((uint32_t *)object)[2];
    heap->objects++;
    heap->walked_bytes += (long)((size + ALIGNMENT - 1) & ~(uint64_t)(ALIGNMENT - 1));
    return true;
}

Heap heap_measure(const Module *module, HeapSymbols symbols) {
    enum { OLDEST = 2 };
    Heap heap = {.bytes = module->diagnostics(COLLECT), .objects = -1};
    struct link_map *map;
    if (!symbols.walk || !symbols.heap || dlinfo(module->library, RTLD_DI_LINKMAP, &map) != 0)
        return heap;
    void (*walk)(void *, bool (*)(void *, void *), void *, int, bool) =
        (void (*)(void *, bool (*)(void *, void *), void *, int, bool))(map->l_addr + symbols.walk);
    heap.objects = 0;
    walk(*(void **)(map->l_addr + symbols.heap), count, &heap, OLDEST, true);
    return heap;
}
