#include "CNcurses.h"
int authscope_curses_placeholder(void) { return 0; }
