#define _GNU_SOURCE
#include "host.h"

#include <dlfcn.h>
#include <libgen.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void fail(const char *format, ...) {
    va_list list;
    va_start(list, format);
    fputs("cannot go on: ", stderr);
    vfprintf(stderr, format, list);
    fputc('\n', stderr);
    exit(2);
}

Module module_open(const char *bundle) {
    char path[PATH_MAX], folder[PATH_MAX], name[256];
    if (!realpath(bundle, folder))
        fail("no bundle at %s", bundle);
    snprintf(name, sizeof name, "%s", basename(folder));
    char *dot = strstr(name, ".vst3");
    if (!dot)
        fail("%s is not a .vst3 bundle", bundle);
    *dot = 0;
    if (snprintf(path, sizeof path, "%s/Contents/x86_64-linux/%s.so", bundle, name) >= (int)sizeof path)
        fail("the path of the bundle is too long");

    Module module = {0};
    module.library = dlopen(path, RTLD_NOW | RTLD_LOCAL);
    if (!module.library)
        fail("%s", dlerror());
    bool (*enter)(void *) = (bool (*)(void *))dlsym(module.library, "ModuleEntry");
    Factory *(*get_factory)(void) = (Factory * (*)(void)) dlsym(module.library, "GetPluginFactory");
    if (!enter || !get_factory || !dlsym(module.library, "ModuleExit"))
        fail("%s lacks ModuleEntry, ModuleExit or GetPluginFactory", path);
    if (!enter(module.library))
        fail("ModuleEntry refused");
    module.factory = get_factory();
    if (!module.factory)
        fail("no factory");
    for (int i = 0; i < module.factory->t->countClasses(module.factory); i++) {
        PClassInfo info;
        if (module.factory->t->getClassInfo(module.factory, i, &info) == RESULT_OK &&
            strcmp(info.category, "Audio Module Class") == 0) {
            memcpy(module.effect, info.cid, sizeof(Tuid));
            memcpy(module.name, info.name, sizeof module.name);
            module.diagnostics = (long long (*)(int))dlsym(module.library, "SemanticEqDiagnostics");
            return module;
        }
    }
    fail("the factory has no effect");
}

void module_close(Module *module) {
    bool (*leave)(void) = (bool (*)(void))dlsym(module->library, "ModuleExit");
    module->factory->t->release(module->factory);
    if (!leave())
        fail("ModuleExit refused");
    dlclose(module->library);
}
