/* What is asked of a run, one finding each. */
#pragma once
#include "play/scenario.h"

typedef struct {
    bool ok;
    char what[320];
} Finding;

typedef struct {
    Finding findings[12];
    int count;
    bool ok; /* all of them */
} Verdict;

Verdict judge(const Run *run);
