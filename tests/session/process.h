/* What the system says of this process. */
#pragma once

double seconds_now(void);

/* Processor time of all threads so far, in seconds. */
double seconds_spent(void);

/* Of /proc/self/status, in kilobytes: "VmRSS", "RssAnon" (what no file backs). */
long kilobytes(const char *field);

int threads(void);

/* Different files mapped to be run whose path contains the text. */
int mapped_libraries(const char *text);

/* The middle of so many values, which it sorts. */
double median(double *values, int count);

/* The value that so many of a thousand lie below. Sorted values. */
double permille(const double *sorted, long count, double share);

int by_size(const void *a, const void *b);
