// libcurl for one purpose: fetch a document, verified and bounded. <curl/curl.h> stays inside: its
// calls are variadic and do not import.

#ifndef AUTHSCOPE_CCURL_H
#define AUTHSCOPE_CCURL_H

#include <stdbool.h>
#include <stddef.h>

enum authscope_fetch_result {
  AUTHSCOPE_FETCHED,
  AUTHSCOPE_NO_LIBRARY,
  AUTHSCOPE_NO_SUCH_HOST,
  AUTHSCOPE_NO_CONNECTION,
  AUTHSCOPE_TIMED_OUT,
  AUTHSCOPE_UNTRUSTED,
  AUTHSCOPE_TLS_FAILED,
  AUTHSCOPE_REFUSED_BY_RECEIVER,
  AUTHSCOPE_BROKEN_ANSWER,
  AUTHSCOPE_FETCH_FAILED,
};

/// Takes bytes of the answer as they come; false ends the transfer.
typedef bool (*authscope_receiver)(void *context, const char *bytes, size_t count);

struct authscope_fetch {
  const char *url;
  /// The value of the Accept field.
  const char *accept;
  const char *user_agent;
  /// A PEM file of the authorities to trust; NULL for the system's.
  const char *authorities;
  /// Goes straight to the host, whatever proxy the environment names.
  bool direct;
  long connect_milliseconds;
  long total_milliseconds;
  /// Called for each line of the header section, the status line too, with its line break.
  authscope_receiver header;
  authscope_receiver body;
  void *context;
};

/// A GET over HTTP or HTTPS that follows no redirect. `detail` gets libcurl's own words where there
/// are any, always ended by a zero.
enum authscope_fetch_result authscope_fetch(
    const struct authscope_fetch *fetch, long *status, char *detail, size_t detail_size);

#endif
