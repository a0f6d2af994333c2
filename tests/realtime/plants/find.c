#include "plants.h"

#include <string.h>

static const Plant *find_in(const Plant *plants, const char *kind) {
    for (; plants->kind; plants++)
        if (strcmp(plants->kind, kind) == 0)
            return plants;
    return NULL;
}

const Plant *plant_find(const char *kind) {
    const Plant *const tables[] = {PlantedCalls, PlantedSystemCalls, PlantedStarts, PlantedManaged};
    const Plant *found = NULL;
    for (int i = 0; i < 4 && !found; i++)
        found = find_in(tables[i], kind);
    return found;
}

bool plant_is_managed(const Plant *plant) { return find_in(PlantedManaged, plant->kind) != NULL; }
