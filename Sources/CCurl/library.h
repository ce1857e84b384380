// The calls of libcurl that are used, found in the library when the first of them is needed.

#ifndef AUTHSCOPE_CCURL_LIBRARY_H
#define AUTHSCOPE_CCURL_LIBRARY_H

#include <curl/curl.h>
#include <stdbool.h>

struct authscope_curl {
  __typeof__(curl_easy_init) *easy_init;
  __typeof__(curl_easy_cleanup) *easy_cleanup;
  // The header's macros of these two names check types, and stand in the way of __typeof__.
  CURLcode (*easy_setopt)(CURL *, CURLoption, ...);
  CURLcode (*easy_getinfo)(CURL *, CURLINFO, ...);
  __typeof__(curl_easy_perform) *easy_perform;
  __typeof__(curl_easy_strerror) *easy_strerror;
  __typeof__(curl_slist_append) *slist_append;
  __typeof__(curl_slist_free_all) *slist_free_all;
};

/// NULL where the library is not there or lacks a call; `reason` then says so.
const struct authscope_curl *authscope_curl_library(const char **reason);

#endif
