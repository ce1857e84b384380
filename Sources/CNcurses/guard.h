// Leaves the terminal clean on every way out of the process.

#ifndef AUTHSCOPE_GUARD_H
#define AUTHSCOPE_GUARD_H

#include <stddef.h>
#include <stdbool.h>

/// Notes the terminal's modes, installs the handlers and opens the pipe that they write to.
bool authscope_guard_install(int input, int output);
/// The bytes that undo what has been sent to the terminal; empty disarms.
void authscope_guard_arm(const char *bytes, size_t count);
/// Puts the old handlers back.
void authscope_guard_remove(void);

/// The end of the pipe from which signals are read, a byte each: 'w', 't' or 'c'.
int authscope_guard_pipe(void);

/// Stops the process group as Ctrl-Z does; returns when it is continued.
void authscope_guard_stop(void);

#endif
