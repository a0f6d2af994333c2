// C++'s operators under Microsoft's names, for the .NET runtime's own code, which throws nothing.
#include "crt.h"

enum { FailPureCall = 7 };

void *malloc(u64 size);
void free(void *memory);

const char no_throw __asm__("?nothrow@std@@3Unothrow_t@1@B") = 0;

void *new_one(u64 size, const void *no_throw_tag) __asm__("??2@YAPEAX_KAEBUnothrow_t@std@@@Z");
void *new_one(u64 size, const void *no_throw_tag) { return (void)no_throw_tag, malloc(size ? size : 1); }

void *new_many(u64 size, const void *no_throw_tag) __asm__("??_U@YAPEAX_KAEBUnothrow_t@std@@@Z");
void *new_many(u64 size, const void *no_throw_tag) { return (void)no_throw_tag, malloc(size ? size : 1); }

void delete_one(void *memory, u64 size) __asm__("??3@YAXPEAX_K@Z");
void delete_one(void *memory, u64 size) { (void)size, free(memory); }

void delete_many(void *memory) __asm__("??_V@YAXPEAX@Z");
void delete_many(void *memory) { free(memory); }

__attribute__((noreturn)) int _purecall(void) { FAIL_FAST(FailPureCall); }
