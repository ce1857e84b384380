#define _GNU_SOURCE

#include "guard.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

// What ends the process.
static const int fatal[] = {SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGABRT, SIGTRAP, SIGSYS,
                            SIGSEGV, SIGBUS, SIGILL, SIGFPE};
enum { FATAL = sizeof fatal / sizeof *fatal };

static struct sigaction old_fatal[FATAL], old_resize, old_stop, old_continue;
static int event_pipe[2] = {-1, -1};

static int input_fd, output_fd;
static struct termios saved_modes;
static char restore_bytes[512];
static volatile sig_atomic_t restore_count;

// Only calls that POSIX allows in a signal handler.
static void restore_terminal(void) {
  size_t count = (size_t)restore_count;
  restore_count = 0;
  // In the background the terminal is another's; setting its modes would stop this process.
  if (count == 0 || tcgetpgrp(output_fd) != getpgrp()) return;
  for (size_t sent = 0; sent < count;) {
    ssize_t n = write(output_fd, restore_bytes + sent, count - sent);
    if (n < 0 && errno != EINTR) break;
    if (n > 0) sent += (size_t)n;
  }
  tcsetattr(input_fd, TCSANOW, &saved_modes);
}

static bool asks_to_end(int signal) {
  return signal == SIGHUP || signal == SIGINT || signal == SIGTERM;
}

// The Swift runtime's backtracer waits for a key after its report, and the shell with it. It finds
// one that means "no, thanks".
static void answer_backtracer(void) {
  int answer[2];
  if (pipe(answer) != 0) return;
  ssize_t ignored = write(answer[1], "q", 1);
  (void)ignored;
  dup2(answer[0], STDIN_FILENO);
}

// Restores the terminal, then lets the signal have the effect that it would have had without us: the
// runtime's backtrace is thus printed on the ordinary screen.
static void on_fatal(int signal, siginfo_t *info, void *context) {
  restore_terminal();
  struct sigaction old = {.sa_flags = 0}, standard = {.sa_flags = 0};
  for (int i = 0; i < FATAL; i++) {
    if (fatal[i] == signal) old = old_fatal[i];
  }
  if (!asks_to_end(signal)) answer_backtracer();
  if (old.sa_flags & SA_SIGINFO) {
    old.sa_sigaction(signal, info, context);
  } else if (old.sa_handler != SIG_DFL) {
    old.sa_handler(signal);
  }
  // The runtime's handler returns when the signal was sent from outside: the end comes here, and the
  // shell sees which signal it was. It is delivered when this handler returns.
  standard.sa_handler = SIG_DFL;
  sigemptyset(&standard.sa_mask);
  sigaction(signal, &standard, NULL);
  raise(signal);
}

static void on_event(int signal) {
  int error = errno;
  char byte = signal == SIGWINCH ? 'w' : signal == SIGTSTP ? 't' : 'c';
  // A full pipe means that somebody is waking up anyway.
  ssize_t ignored = write(event_pipe[1], &byte, 1);
  (void)ignored;
  errno = error;
}

static void install(int signal, void (*handler)(int), struct sigaction *old) {
  struct sigaction action = {.sa_flags = SA_RESTART};
  action.sa_handler = handler;
  sigemptyset(&action.sa_mask);
  sigaction(signal, &action, old);
}

static void install_fatal(void) {
  for (int i = 0; i < FATAL; i++) {
    struct sigaction action = {.sa_flags = SA_SIGINFO | SA_ONSTACK};
    action.sa_sigaction = on_fatal;
    sigfillset(&action.sa_mask);
    sigaction(fatal[i], NULL, &old_fatal[i]);
    // nohup and its like have asked that the signal be ignored.
    bool ignored = !(old_fatal[i].sa_flags & SA_SIGINFO) && old_fatal[i].sa_handler == SIG_IGN;
    if (!ignored) sigaction(fatal[i], &action, NULL);
  }
}

// An overflown stack leaves no room for a handler: it needs a stack of its own.
static void provide_stack(void) {
  static char stack[64 * 1024];
  stack_t current;
  if (sigaltstack(NULL, &current) != 0 || !(current.ss_flags & SS_DISABLE)) return;
  stack_t own = {.ss_sp = stack, .ss_size = sizeof stack};
  sigaltstack(&own, NULL);
}

static bool open_pipe(void) {
  if (event_pipe[0] >= 0) return true;
  if (pipe(event_pipe) != 0) return false;
  for (int i = 0; i < 2; i++) {
    fcntl(event_pipe[i], F_SETFL, fcntl(event_pipe[i], F_GETFL) | O_NONBLOCK);
    fcntl(event_pipe[i], F_SETFD, FD_CLOEXEC);
  }
  return true;
}

bool authscope_guard_install(int input, int output) {
  static bool at_exit;
  input_fd = input;
  output_fd = output;
  if (tcgetattr(input, &saved_modes) != 0 || !open_pipe()) return false;
  if (!at_exit) at_exit = atexit(restore_terminal) == 0;
  provide_stack();
  install_fatal();
  install(SIGWINCH, on_event, &old_resize);
  install(SIGTSTP, on_event, &old_stop);
  install(SIGCONT, on_event, &old_continue);
  if (old_stop.sa_handler == SIG_IGN) sigaction(SIGTSTP, &old_stop, NULL);
  return true;
}

void authscope_guard_arm(const char *bytes, size_t count) {
  restore_count = 0;
  if (count > sizeof restore_bytes) count = sizeof restore_bytes;
  memcpy(restore_bytes, bytes, count);
  restore_count = (sig_atomic_t)count;
}

void authscope_guard_remove(void) {
  restore_count = 0;
  for (int i = 0; i < FATAL; i++) sigaction(fatal[i], &old_fatal[i], NULL);
  sigaction(SIGWINCH, &old_resize, NULL);
  sigaction(SIGTSTP, &old_stop, NULL);
  sigaction(SIGCONT, &old_continue, NULL);
}

int authscope_guard_pipe(void) { return event_pipe[0]; }

void authscope_guard_stop(void) {
  // A shell without job control has this signal ignored: there would be no way back.
  if (old_stop.sa_handler == SIG_IGN) return;
  struct sigaction own, standard = {.sa_flags = 0};
  standard.sa_handler = SIG_DFL;
  sigemptyset(&standard.sa_mask);
  sigaction(SIGTSTP, &standard, &own);
  // The group, not the process: a script that started us must stop as well.
  kill(0, SIGTSTP);
  sigaction(SIGTSTP, &own, NULL);
}
