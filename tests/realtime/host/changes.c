/* Parameter changes: IParameterChanges and IParamValueQueue. */
#include "lent.h"

HOST_OBJECT(Queue, 0x01263A18u, 0xED074F6Fu, 0x98C9D356u, 0x4686F9BAu)
HOST_OBJECT(Changes, 0xA4779663u, 0x0BB64A56u, 0xB44384A8u, 0x466FEB9Du)

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
