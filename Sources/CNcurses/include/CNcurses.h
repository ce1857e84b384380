// The terminal: curses for output, poll and read for input, and a guard that leaves the terminal
// clean on every way out. <curses.h> stays inside: its macros, variadics and globals do not import.
//
// There is one terminal at a time, and all of this belongs to one thread.

#ifndef AUTHSCOPE_CNCURSES_H
#define AUTHSCOPE_CNCURSES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

enum authscope_open_result {
  AUTHSCOPE_OPENED,
  AUTHSCOPE_ALREADY_OPEN,
  AUTHSCOPE_OUTPUT_NOT_A_TERMINAL,
  AUTHSCOPE_INPUT_NOT_A_TERMINAL,
  AUTHSCOPE_UNKNOWN_TERMINAL,
  AUTHSCOPE_CURSOR_CANNOT_MOVE,
  AUTHSCOPE_SYSTEM_ERROR,  // errno says which
};

/// What a wait ended with; several may come together, none is the timeout.
enum {
  AUTHSCOPE_INPUT = 1,
  AUTHSCOPE_RESIZED = 2,
  AUTHSCOPE_STOP_ASKED = 4,
  AUTHSCOPE_CONTINUED = 8,
};

enum {
  AUTHSCOPE_BOLD = 1,
  AUTHSCOPE_DIM = 2,
  AUTHSCOPE_UNDERLINE = 4,
  AUTHSCOPE_REVERSE = 8,
};

/// A base character and two marks, 21 bits each from the lowest; a style; 0 columns for the right
/// half of a wide character.
struct authscope_cell {
  uint64_t grapheme;
  uint16_t style;
  uint8_t width;
};

enum { AUTHSCOPE_STYLES = 1024 };

/// Whether the user's locale is UTF-8; sets the character type locale from the environment.
bool authscope_locale_is_utf8(void);

/// Takes the terminal over: alternate screen, raw mode, pasted text marked, mouse if asked for.
enum authscope_open_result authscope_terminal_open(const char *type, bool mouse);
/// Gives it back as it was.
void authscope_terminal_close(void);

int authscope_terminal_width(void);
int authscope_terminal_height(void);
/// 0 when the terminal has no colours.
int authscope_terminal_colors(void);

/// Colours by palette index, -1 for the terminal's own. Pairs count from 1.
void authscope_terminal_define_pair(int pair, int foreground, int background);
void authscope_terminal_define_style(int style, int pair, int attributes);

/// Blanks the frame to come.
void authscope_terminal_erase(void);
void authscope_terminal_put_row(int y, const struct authscope_cell *cells, int count);
/// Sends what changed, in one go; the cursor is hidden when `x` is negative.
void authscope_terminal_flush(int x, int y);
/// The next flush sends everything.
void authscope_terminal_forget(void);
/// Takes the terminal's size over after AUTHSCOPE_RESIZED.
void authscope_terminal_resize(void);

/// Sleeps until something happens or the time is over; -1 waits for ever.
int authscope_terminal_wait(int milliseconds);
/// Reads what there is: the count, 0 when the terminal is gone, -1 when there is nothing.
ssize_t authscope_terminal_read(uint8_t *bytes, size_t count);
/// Sends bytes as they are.
void authscope_terminal_write(const uint8_t *bytes, size_t count);

/// Takes the mouse, or leaves it to the terminal.
void authscope_terminal_mouse(bool on);

/// Gives the terminal back, stops the process as Ctrl-Z does, and takes the terminal again.
void authscope_terminal_suspend(void);
/// Takes the terminal again after the process was stopped and continued from outside.
void authscope_terminal_retake(void);

#endif
