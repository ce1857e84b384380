#define _GNU_SOURCE
#define NCURSES_WIDECHAR 1

#include "terminal.h"

#include <curses.h>
#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <term.h>
#include <unistd.h>
#include <wchar.h>

#include "guard.h"

int authscope_input = -1, authscope_output = -1;

static SCREEN *screen;
static FILE *input_file, *output_file;
static bool mouse_on, cursor_shown, default_colors;

struct style {
  attr_t attributes;
  short pair;
};
static struct style styles[AUTHSCOPE_STYLES];

static cchar_t *line;
static int line_room;

// Many terminfo entries lack these, so that they are sent by hand; terminals ignore those that they
// do not know. 2004: pasted text is marked. 1000, 1006: clicks, reported in decimal. 8: text is left
// in the order in which it is sent; letters written from right to left must not move other panes.
static const char modes_on[] = "\033[?2004h\033[8l";
static const char modes_off[] = "\033[?2004l\033[8h";
static const char mouse_modes_on[] = "\033[?1000h\033[?1006h";
static const char mouse_modes_off[] = "\033[?1006l\033[?1000l";

static void send_text(const char *text) {
  authscope_terminal_write((const uint8_t *)text, strlen(text));
}

static void send_modes(bool on) {
  if (mouse_on) send_text(on ? mouse_modes_on : mouse_modes_off);
  send_text(on ? modes_on : modes_off);
}

bool authscope_locale_is_utf8(void) {
  setlocale(LC_CTYPE, "");
  return strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

// The bytes that undo everything, collected from terminfo while there is time: a signal handler may
// only write them.

static char undo[512];
static size_t undo_count;

static int collect(int character) {
  if (undo_count < sizeof undo) undo[undo_count++] = (char)character;
  return character;
}

static void collect_text(const char *text) {
  while (*text) collect(*text++);
}

static void collect_capability(const char *name) {
  char *value = tigetstr((char *)name);
  if (value != NULL && value != (char *)-1) tputs(value, 1, collect);
}

static void arm_guard(void) {
  undo_count = 0;
  if (mouse_on) collect_text(mouse_modes_off);
  collect_text(modes_off);
  collect_capability("sgr0");
  collect_capability("op");
  collect_capability("rmcup");
  collect_capability("cnorm");
  authscope_guard_arm(undo, undo_count);
}

// On its return to the terminal curses puts the palette back to the terminal's own, though nothing
// here changes it and the user may have chosen another: the capability is made empty.
static void keep_palette(void) {
  char *reset = tigetstr((char *)"oc");
  if (reset != NULL && reset != (char *)-1) *reset = '\0';
}

static enum authscope_open_result open_descriptors(void) {
  if (!isatty(STDOUT_FILENO)) return AUTHSCOPE_OUTPUT_NOT_A_TERMINAL;
  // When a file or a pipe is on standard input the keyboard is still there.
  int keyboard = isatty(STDIN_FILENO) ? dup(STDIN_FILENO) : open("/dev/tty", O_RDWR);
  if (keyboard < 0) return AUTHSCOPE_INPUT_NOT_A_TERMINAL;
  authscope_input = keyboard;
  authscope_output = dup(STDOUT_FILENO);
  fcntl(authscope_input, F_SETFD, FD_CLOEXEC);
  fcntl(authscope_output, F_SETFD, FD_CLOEXEC);
  input_file = fdopen(authscope_input, "r");
  output_file = fdopen(authscope_output, "w");
  return input_file != NULL && output_file != NULL ? AUTHSCOPE_OPENED : AUTHSCOPE_SYSTEM_ERROR;
}

static void close_descriptors(void) {
  if (input_file != NULL) fclose(input_file);
  if (output_file != NULL) fclose(output_file);
  input_file = output_file = NULL;
  authscope_input = authscope_output = -1;
}

// newterm, not initscr: that one ends the process when the terminal is unknown.
static enum authscope_open_result open_screen(const char *type) {
  int error = 0;
  // Asked before newterm, which would switch a terminal over that proves to be unfit.
  if (setupterm((char *)type, authscope_output, &error) == ERR) return AUTHSCOPE_UNKNOWN_TERMINAL;
  char *move = tigetstr("cup");
  bool moves = move != NULL && move != (char *)-1;
  del_curterm(cur_term);
  if (!moves) return AUTHSCOPE_CURSOR_CANNOT_MOVE;
  if (!authscope_guard_install(authscope_input, authscope_output)) return AUTHSCOPE_SYSTEM_ERROR;
  screen = newterm((char *)type, output_file, input_file);
  if (screen != NULL) return AUTHSCOPE_OPENED;
  authscope_guard_remove();
  return AUTHSCOPE_UNKNOWN_TERMINAL;
}

enum authscope_open_result authscope_terminal_open(const char *type, bool mouse) {
  if (screen != NULL) return AUTHSCOPE_ALREADY_OPEN;
  authscope_locale_is_utf8();
  enum authscope_open_result result = open_descriptors();
  if (result == AUTHSCOPE_OPENED) result = open_screen(type);
  if (result != AUTHSCOPE_OPENED) {
    int error = errno;
    close_descriptors();
    errno = error;
    return result;
  }
  mouse_on = mouse;
  keep_palette();
  arm_guard();
  raw();
  noecho();
  nonl();
  // Otherwise curses breaks a frame off when a key comes meanwhile.
  typeahead(-1);
  if (has_colors()) {
    start_color();
    default_colors = use_default_colors() == OK;
  }
  cursor_shown = curs_set(0) == ERR;
  // Between newterm and the first endwin curses flushes at every move of the cursor, which makes
  // some fifty writes of a frame. From here on it is one.
  endwin();
  authscope_terminal_resize();
  send_modes(true);
  return AUTHSCOPE_OPENED;
}

static void leave(void) {
  send_modes(false);
  curs_set(1);
  cursor_shown = true;
  endwin();
}

// The next refresh after endwin switches the terminal over again.
static void enter(void) {
  send_modes(true);
  arm_guard();
  authscope_terminal_resize();
  authscope_terminal_forget();
}

void authscope_terminal_close(void) {
  if (screen == NULL) return;
  leave();
  authscope_guard_remove();
  delscreen(screen);
  screen = NULL;
  close_descriptors();
}

void authscope_terminal_mouse(bool on) {
  if (screen == NULL || mouse_on == on) return;
  send_text(on ? mouse_modes_on : mouse_modes_off);
  mouse_on = on;
  arm_guard();
}

void authscope_terminal_suspend(void) {
  leave();
  authscope_guard_arm("", 0);
  authscope_guard_stop();
  authscope_drop_signals();
  enter();
}

void authscope_terminal_retake(void) {
  endwin();
  enter();
}

int authscope_terminal_width(void) { return getmaxx(stdscr); }
int authscope_terminal_height(void) { return getmaxy(stdscr); }
int authscope_terminal_colors(void) { return has_colors() ? COLORS : 0; }

void authscope_terminal_resize(void) {
  struct winsize size;
  if (ioctl(authscope_output, TIOCGWINSZ, &size) != 0) return;
  if (size.ws_row == 0 || size.ws_col == 0) return;
  if (size.ws_row == getmaxy(stdscr) && size.ws_col == getmaxx(stdscr)) return;
  resizeterm(size.ws_row, size.ws_col);
  clearok(curscr, TRUE);
}

void authscope_terminal_define_pair(int pair, int foreground, int background) {
  if (!default_colors) {
    if (foreground < 0) foreground = COLOR_WHITE;
    if (background < 0) background = COLOR_BLACK;
  }
  init_pair((short)pair, (short)foreground, (short)background);
}

void authscope_terminal_define_style(int style, int pair, int attributes) {
  attr_t value = A_NORMAL;
  if (attributes & AUTHSCOPE_BOLD) value |= A_BOLD;
  if (attributes & AUTHSCOPE_DIM) value |= A_DIM;
  if (attributes & AUTHSCOPE_UNDERLINE) value |= A_UNDERLINE;
  if (attributes & AUTHSCOPE_REVERSE) value |= A_REVERSE;
  styles[style] = (struct style){.attributes = value, .pair = (short)pair};
}

void authscope_terminal_erase(void) { erase(); }

void authscope_terminal_forget(void) { clearok(curscr, TRUE); }

// Writes the scalars of a grapheme; false when the C library, and so curses, would give it another
// width than the layout did: the rest of the row would shift.
static bool unpack(const struct authscope_cell *cell, wchar_t text[4]) {
  int count = 0;
  for (uint64_t rest = cell->grapheme; rest != 0; rest >>= 21) {
    text[count++] = (wchar_t)(rest & 0x1FFFFF);
  }
  text[count] = L'\0';
  if (text[0] >= 0x80 && wcwidth(text[0]) != cell->width) return false;
  for (int i = 1; i < count; i++) {
    if (wcwidth(text[i]) != 0) return false;
  }
  return true;
}

void authscope_terminal_put_row(int y, const struct authscope_cell *cells, int count) {
  if (count > line_room) {
    cchar_t *more = realloc(line, (size_t)count * sizeof *line);
    if (more == NULL) return;
    line = more;
    line_room = count;
  }
  int used = 0;
  for (int i = 0; i < count; i++) {
    if (cells[i].width == 0) continue;
    struct style style = styles[cells[i].style];
    wchar_t text[4];
    if (unpack(&cells[i], text)) {
      setcchar(&line[used++], text, style.attributes, style.pair, NULL);
    } else {
      for (int k = 0; k < cells[i].width; k++) {
        setcchar(&line[used++], L"?", style.attributes, style.pair, NULL);
      }
    }
  }
  mvadd_wchnstr(y, 0, line, used);
}

void authscope_terminal_flush(int x, int y) {
  bool show = x >= 0 && y >= 0 && x < getmaxx(stdscr) && y < getmaxy(stdscr);
  if (show) move(y, x);
  if (show != cursor_shown) curs_set(show);
  cursor_shown = show;
  wnoutrefresh(stdscr);
  doupdate();
}
