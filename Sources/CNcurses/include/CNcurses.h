#ifndef AUTHSCOPE_CNCURSES_H
#define AUTHSCOPE_CNCURSES_H
int authscope_curses_placeholder(void);
#endif
