/* Uses the ONNX Runtime as the plug-in does (an environment, a session from a model file) and tells what it left behind in the
   process: threads and sockets. With "control" in place of a model, it does what telemetry would do, so that the checks around
   it can be seen to find it.
   usage: runtime_alone LIBRARY MODEL|control */
#include <dirent.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

/* Slots of OrtApi in onnxruntime_c_api.h; fixed for ever, as the API only ever grows. */
enum { API_VERSION = 17, GET_ERROR_MESSAGE = 2, CREATE_ENV = 3, CREATE_SESSION = 7, CREATE_SESSION_OPTIONS = 10, SET_INTRA_OP_THREADS = 24 };
typedef struct { const void *(*get_api)(unsigned version); const char *(*get_version)(void); } ApiBase;
typedef void *Status;

static void *const *api;

static void expect(Status status, const char *what) {
    if (!status)
        return;
    fprintf(stderr, "%s: %s\n", what, ((const char *(*)(Status))api[GET_ERROR_MESSAGE])(status));
    exit(2);
}

static void use_runtime(const char *library, const char *model) {
    void *handle = dlopen(library, RTLD_NOW | RTLD_LOCAL);
    const ApiBase *(*get_base)(void) = handle ? (const ApiBase *(*)(void))dlsym(handle, "OrtGetApiBase") : NULL;
    if (!get_base) {
        fprintf(stderr, "%s\n", dlerror());
        exit(2);
    }
    api = get_base()->get_api(API_VERSION);
    printf("version %s\n", get_base()->get_version());
    void *environment, *options, *session;
    expect(((Status(*)(int, const char *, void **))api[CREATE_ENV])(2, "semantic-eq", &environment), "CreateEnv");
    expect(((Status(*)(void **))api[CREATE_SESSION_OPTIONS])(&options), "CreateSessionOptions");
    expect(((Status(*)(void *, int))api[SET_INTRA_OP_THREADS])(options, 1), "SetIntraOpNumThreads");
    expect(((Status(*)(void *, const char *, void *, void **))api[CREATE_SESSION])(environment, model, options, &session), "CreateSession");
}

static void *wait_for_ever(void *unused) {
    pause();
    return unused;
}

static void misbehave(void) {
    char path[4096];
    snprintf(path, sizeof path, "%s/.cache", getenv("HOME"));
    mkdir(path, 0700);
    strncat(path, "/device-id", sizeof path - strlen(path) - 1);
    close(open(path, O_CREAT | O_WRONLY, 0600));
    (void)!socket(AF_INET, SOCK_STREAM, 0);
    pthread_t thread;
    pthread_create(&thread, NULL, wait_for_ever, NULL);
}

static int count(const char *folder, const char *link_prefix) {
    DIR *entries = opendir(folder);
    int found = 0;
    for (struct dirent *entry; entries && (entry = readdir(entries));) {
        char path[512], target[256] = {0};
        if (entry->d_name[0] == '.')
            continue;
        snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
        if (link_prefix && (readlink(path, target, sizeof target - 1) < 0 || strncmp(target, link_prefix, strlen(link_prefix)) != 0))
            continue;
        found++;
    }
    if (entries)
        closedir(entries);
    return found;
}

int main(int argc, char **argv) {
    if (argc != 3)
        return 2;
    if (strcmp(argv[2], "control") == 0)
        misbehave();
    else
        use_runtime(argv[1], argv[2]);
    usleep(500000); /* what starts late, starts now */
    printf("threads %d\nsockets %d\n", count("/proc/self/task", NULL), count("/proc/self/fd", "socket:"));
    fflush(stdout);
    _exit(0);
}
