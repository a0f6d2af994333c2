#pragma once

/* Uniform in 0..1, an own row for each thread, the same in each run so that a failure comes back. */
double random_unit(void);
void random_seed(unsigned row);
