// What the parts of this target share.

#ifndef AUTHSCOPE_TERMINAL_H
#define AUTHSCOPE_TERMINAL_H

#include "CNcurses.h"

/// The terminal's descriptors; -1 while none is open.
extern int authscope_input, authscope_output;

/// Forgets the signals that have come so far.
void authscope_drop_signals(void);

#endif
