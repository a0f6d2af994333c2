#include "lent.h"

#include <math.h>

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
    instance.typed = NAN;
    for (int i = 0; i < MAX_PARAMETERS; i++)
        instance.edited[i] = NAN;
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
    ProcessSetup setup = {format.mode, format.sample_size, MAX_BLOCK, format.rate};
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
