#define _GNU_SOURCE

#include "terminal.h"

#include <errno.h>
#include <poll.h>
#include <unistd.h>

#include "guard.h"

static int take_signals(void) {
  int result = 0;
  char bytes[64];
  ssize_t count;
  while ((count = read(authscope_guard_pipe(), bytes, sizeof bytes)) > 0) {
    for (ssize_t i = 0; i < count; i++) {
      if (bytes[i] == 'w') result |= AUTHSCOPE_RESIZED;
      if (bytes[i] == 't') result |= AUTHSCOPE_STOP_ASKED;
      if (bytes[i] == 'c') result |= AUTHSCOPE_CONTINUED;
    }
  }
  return result;
}

int authscope_terminal_wait(int milliseconds) {
  struct pollfd sources[] = {
    {.fd = authscope_input, .events = POLLIN},
    {.fd = authscope_guard_pipe(), .events = POLLIN},
  };
  int ready;
  do {
    ready = poll(sources, 2, milliseconds);
  } while (ready < 0 && errno == EINTR);
  if (ready <= 0) return 0;
  int result = sources[1].revents ? take_signals() : 0;
  // A hang-up counts as input: the read tells that the terminal is gone.
  if (sources[0].revents) result |= AUTHSCOPE_INPUT;
  return result;
}

ssize_t authscope_terminal_read(uint8_t *bytes, size_t count) {
  ssize_t got = read(authscope_input, bytes, count);
  if (got >= 0) return got;
  return errno == EINTR || errno == EAGAIN ? -1 : 0;
}

void authscope_terminal_write(const uint8_t *bytes, size_t count) {
  while (count > 0) {
    ssize_t sent = write(authscope_output, bytes, count);
    if (sent < 0) {
      if (errno == EINTR) continue;
      if (errno != EAGAIN) return;
      struct pollfd room = {.fd = authscope_output, .events = POLLOUT};
      poll(&room, 1, -1);
      continue;
    }
    bytes += sent;
    count -= (size_t)sent;
  }
}

void authscope_drop_signals(void) { take_signals(); }
