/* What the audio thread does on purpose in the self-test: one planted call for each kind that the watchdog must find. */
#pragma once
#include "../play/scenario.h"

/* Tables, each ended by one without a kind. */
extern const Plant PlantedCalls[];       /* by name, through libc */
extern const Plant PlantedSystemCalls[]; /* by the instruction itself */
extern const Plant PlantedStarts[];      /* system calls after which the watchdog ends the process */
extern const Plant PlantedManaged[];     /* in the plug-in's runtime; no call of the operating system gives these away */

/* What the planted calls work on. Once, before the first. */
void plants_prepare(const Module *module);
void plants_prepare_managed(const Module *module); /* a part of it */

/* Null where there is none of this name. */
const Plant *plant_find(const char *kind);

bool plant_is_managed(const Plant *plant);
