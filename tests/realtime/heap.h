/* The plug-in's managed heap: what lives on it after a collection. */
#pragma once
#include "host/host.h"

/* Where the collector's own walk over the heap is, relative to the library: from the symbols that the build sets aside. All 0 where
   there are none. */
typedef struct {
    unsigned long walk; /* WKS::GCHeap::DiagWalkHeap(walk_fn, void *, int, bool) */
    unsigned long heap; /* g_theGCHeap */
} HeapSymbols;

typedef struct {
    long long bytes;
    long objects;       /* -1 without symbols */
    long walked_bytes;  /* the sum of these objects' sizes, the frozen ones in the library's data among them */
} Heap;

/* Collects first. While nothing allocates: no other thread may make or load an instance meanwhile. */
Heap heap_measure(const Module *module, HeapSymbols symbols);

/* From the command line: two numbers in hexadecimal, which run.sh finds by nm. */
HeapSymbols heap_symbols(const char *walk, const char *heap);
