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

/* ---- objects that the host lends: they outlive every use, so counting references would count nothing ---- */

static uint32_t one_reference(void *self) {
    (void)self;
    return 1;
}

static Result answer(void *self, const Tuid wanted, const Tuid mine, void **object) {
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

HOST_OBJECT(Stream, 0xC3BF6EA2u, 0x30994752u, 0x9B6BF990u, 0x1EE33E9Bu)
HOST_OBJECT(Queue, 0x01263A18u, 0xED074F6Fu, 0x98C9D356u, 0x4686F9BAu)
HOST_OBJECT(Changes, 0xA4779663u, 0x0BB64A56u, 0xB44384A8u, 0x466FEB9Du)

/* IHostApplication: a name and nothing else. */
typedef struct Application { const struct ApplicationTable *t; } Application;
struct ApplicationTable {
    FUNKNOWN(Application);
    Result (*getName)(Application *, String128);
    Result (*createInstance)(Application *, const Tuid, const Tuid, void **);
};
HOST_OBJECT(Application, 0x58E595CCu, 0xDB2D4969u, 0x8B6AAF8Cu, 0x36A664E5u)

static Result application_name(Application *self, String128 name) {
    (void)self;
    const char *text = "Audio thread watchdog";
    for (size_t i = 0; i <= strlen(text); i++)
        name[i] = (unsigned char)text[i];
    return RESULT_OK;
}

static Result application_create(Application *self, const Tuid cid, const Tuid iid, void **object) {
    (void)self, (void)cid, (void)iid;
    *object = NULL;
    return NOT_IMPLEMENTED;
}

static const struct ApplicationTable ApplicationFunctions = {
    Application_query, Application_reference, Application_reference, application_name, application_create};
static Application application = {&ApplicationFunctions};

/* ---- parameter changes ---- */

static uint32_t queue_id(Queue *queue) { return queue->id; }
static int32_t queue_points(Queue *queue) { return queue->count; }

static Result queue_get(Queue *queue, int32_t index, int32_t *offset, double *value) {
    if (index < 0 || index >= queue->count)
        return INVALID_ARGUMENT;
    *offset = queue->offsets[index];
    *value = queue->values[index];
    return RESULT_OK;
}

static Result queue_add(Queue *queue, int32_t offset, double value, int32_t *index) {
    if (queue->count == MAX_POINTS)
        return RESULT_FALSE;
    *index = queue->count++;
    queue->offsets[*index] = offset;
    queue->values[*index] = value;
    return RESULT_OK;
}

static const QueueTable QueueFunctions = {
    Queue_query, Queue_reference, Queue_reference, queue_id, queue_points, queue_get, queue_add};

static int32_t changes_count(Changes *changes) { return changes->count; }

static Queue *changes_get(Changes *changes, int32_t index) {
    return index < 0 || index >= changes->count ? NULL : &changes->queues[index];
}

static Queue *changes_queue(Changes *changes, const uint32_t *id, int32_t *index) {
    for (*index = 0; *index < changes->count; ++*index)
        if (changes->queues[*index].id == *id)
            return &changes->queues[*index];
    if (changes->count == MAX_PARAMETERS)
        return NULL;
    Queue *queue = &changes->queues[changes->count++];
    queue->t = &QueueFunctions;
    queue->id = *id;
    queue->count = 0;
    return queue;
}

static const ChangesTable ChangesFunctions = {
    Changes_query, Changes_reference, Changes_reference, changes_count, changes_get, changes_queue};

void changes_init(Changes *changes) {
    changes->t = &ChangesFunctions;
    changes->count = 0;
}

void changes_clear(Changes *changes) { changes->count = 0; }

void changes_add(Changes *changes, uint32_t id, int offset, double value) {
    int32_t index;
    Queue *queue = changes_queue(changes, &id, &index);
    if (queue)
        queue_add(queue, offset, value, &index);
}

/* ---- stream ---- */

static Result memory_read(Stream *stream, void *buffer, int32_t wanted, int32_t *got) {
    Memory *m = (Memory *)stream;
    size_t left = m->length - m->position;
    size_t n = wanted < 0 ? 0 : (size_t)wanted < left ? (size_t)wanted : left;
    memcpy(buffer, m->bytes + m->position, n);
    m->position += n;
    if (got)
        *got = (int32_t)n;
    return RESULT_OK;
}

static Result memory_write(Stream *stream, void *buffer, int32_t count, int32_t *written) {
    Memory *m = (Memory *)stream;
    if (count < 0)
        return INVALID_ARGUMENT;
    if (m->position + (size_t)count > m->capacity) {
        m->capacity = 2 * (m->position + (size_t)count);
        m->bytes = realloc(m->bytes, m->capacity);
        if (!m->bytes)
            fail("out of memory");
    }
    memcpy(m->bytes + m->position, buffer, (size_t)count);
    m->position += (size_t)count;
    if (m->position > m->length)
        m->length = m->position;
    if (written)
        *written = count;
    return RESULT_OK;
}

static Result memory_seek(Stream *stream, int64_t to, int32_t mode, int64_t *result) {
    Memory *m = (Memory *)stream;
    int64_t from = mode == 0 ? 0 : mode == 1 ? (int64_t)m->position : (int64_t)m->length;
    if (from + to < 0 || from + to > (int64_t)m->length)
        return INVALID_ARGUMENT;
    m->position = (size_t)(from + to);
    if (result)
        *result = from + to;
    return RESULT_OK;
}

static Result memory_tell(Stream *stream, int64_t *position) {
    *position = (int64_t)((Memory *)stream)->position;
    return RESULT_OK;
}

static const struct StreamTable MemoryFunctions = {
    Stream_query, Stream_reference, Stream_reference, memory_read, memory_write, memory_seek, memory_tell};

void memory_init(Memory *memory) {
    memset(memory, 0, sizeof *memory);
    memory->stream.t = &MemoryFunctions;
}

void memory_free(Memory *memory) { free(memory->bytes); }

bool state_save(const Instance *instance, Memory *into) {
    into->length = into->position = 0;
    return instance->component->t->getState(instance->component, &into->stream) == RESULT_OK && into->length > 0;
}

bool state_load(const Instance *instance, Memory *from) {
    from->position = 0;
    if (instance->component->t->setState(instance->component, &from->stream) != RESULT_OK)
        return false;
    from->position = 0;
    return instance->controller->t->setComponentState(instance->controller, &from->stream) == RESULT_OK;
}

/* ---- module ---- */

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

/* ---- instance ---- */

static void list_parameters(Instance *instance) {
    Controller *controller = instance->controller;
    int all = controller->t->getParameterCount(controller);
    for (int i = 0; i < all; i++) {
        ParameterInfo info;
        if (controller->t->getParameterInfo(controller, i, &info) != RESULT_OK)
            fail("parameter %d has no information", i);
        if (!(info.flags & CAN_AUTOMATE))
            continue;
        if (instance->parameter_count == MAX_PARAMETERS)
            fail("more than %d parameters", MAX_PARAMETERS);
        Parameter *parameter = &instance->parameters[instance->parameter_count++];
        *parameter = (Parameter){info.id, info.stepCount, info.flags & IS_BYPASS, info.defaultNormalized, {0}};
        for (int k = 0; k < 127 && info.title[k]; k++)
            parameter->title[k] = info.title[k] < 128 ? (char)info.title[k] : '?';
    }
}

Instance instance_create(const Module *module) {
    Instance instance = {0};
    if (module->factory->t->createInstance(module->factory, module->effect, IID_IComponent, (void **)&instance.component) != RESULT_OK)
        fail("the factory made no instance");
    Component *component = instance.component;
    if (component->t->initialize(component, &application) != RESULT_OK)
        fail("initialize was refused");
    if (component->t->queryInterface(component, IID_IAudioProcessor, (void **)&instance.processor) != RESULT_OK ||
        component->t->queryInterface(component, IID_IEditController, (void **)&instance.controller) != RESULT_OK)
        fail("the instance is no processor, or no controller");
    instance.in_buses = component->t->getBusCount(component, MEDIA_AUDIO, INPUT);
    instance.out_buses = component->t->getBusCount(component, MEDIA_AUDIO, OUTPUT);
    if (instance.in_buses < 1 || instance.in_buses > MAX_BUSES || instance.out_buses != 1)
        fail("%d input and %d output buses", instance.in_buses, instance.out_buses);
    list_parameters(&instance);
    return instance;
}

void instance_release(Instance *instance) {
    instance->processor->t->release(instance->processor);
    instance->controller->t->release(instance->controller);
    instance->component->t->terminate(instance->component);
    instance->component->t->release(instance->component);
}

bool instance_start(Instance *instance, Format format) {
    Component *component = instance->component;
    Processor *processor = instance->processor;
    uint64_t main = format.channels == 1 ? SPEAKER_MONO : SPEAKER_STEREO;
    uint64_t in[MAX_BUSES] = {main, main}, out[1] = {main};
    ProcessSetup setup = {MODE_REALTIME, format.sample_size, MAX_BLOCK, format.rate};
    if (processor->t->setBusArrangements(processor, in, instance->in_buses, out, 1) != RESULT_OK ||
        processor->t->canProcessSampleSize(processor, format.sample_size) != RESULT_OK ||
        processor->t->setupProcessing(processor, &setup) != RESULT_OK)
        return false;
    component->t->activateBus(component, MEDIA_AUDIO, INPUT, 0, 1);
    component->t->activateBus(component, MEDIA_AUDIO, OUTPUT, 0, 1);
    if (instance->in_buses > 1)
        component->t->activateBus(component, MEDIA_AUDIO, INPUT, 1, format.side_chain);
    return component->t->setActive(component, 1) == RESULT_OK;
}

void instance_stop(Instance *instance) { instance->component->t->setActive(instance->component, 0); }
