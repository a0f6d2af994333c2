/* IBStream in memory, and the state that hosts keep by it. */
#include "lent.h"

#include <stdlib.h>

HOST_OBJECT(Stream, 0xC3BF6EA2u, 0x30994752u, 0x9B6BF990u, 0x1EE33E9Bu)

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
