// A library's functions by name, here and on Windows.
#pragma once
#include <stdio.h>
#include <stdlib.h>

#ifdef _WIN32
#include <windows.h>
typedef HMODULE Library;
static Library load(const char *path) { return LoadLibraryA(path); }
static void *find(Library library, const char *name) { return (void *)GetProcAddress(library, name); }
#else
#include <dlfcn.h>
typedef void *Library;
static Library load(const char *path) { return dlopen(path, RTLD_NOW); }
static void *find(Library library, const char *name) { return dlsym(library, name); }
#endif

static Library need(const char *path) {
    Library library = load(path);
    if (!library) {
        fprintf(stderr, "%s can't be loaded\n", path);
        exit(2);
    }
    return library;
}

#define FUNCTION(library, result, name, ...) result (*name)(__VA_ARGS__) = (result(*)(__VA_ARGS__))find(library, #name)
