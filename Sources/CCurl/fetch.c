#include "CCurl.h"

#include <stdio.h>

#include "library.h"

static size_t deliver(
    authscope_receiver receiver, const struct authscope_fetch *fetch, char *bytes, size_t count) {
  // Another count than the given one is how libcurl is told to stop.
  return receiver(fetch->context, bytes, count) ? count : 0;
}

static size_t deliver_header(char *bytes, size_t size, size_t count, void *fetch) {
  return deliver(((const struct authscope_fetch *)fetch)->header, fetch, bytes, size * count);
}

static size_t deliver_body(char *bytes, size_t size, size_t count, void *fetch) {
  return deliver(((const struct authscope_fetch *)fetch)->body, fetch, bytes, size * count);
}

static enum authscope_fetch_result meaning(CURLcode code) {
  switch (code) {
    case CURLE_OK:
      return AUTHSCOPE_FETCHED;
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_RESOLVE_PROXY:
      return AUTHSCOPE_NO_SUCH_HOST;
    case CURLE_COULDNT_CONNECT:
      return AUTHSCOPE_NO_CONNECTION;
    case CURLE_OPERATION_TIMEDOUT:
      return AUTHSCOPE_TIMED_OUT;
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_CACERT_BADFILE:
      return AUTHSCOPE_UNTRUSTED;
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SSL_CIPHER:
    case CURLE_SSL_CERTPROBLEM:
      return AUTHSCOPE_TLS_FAILED;
    case CURLE_WRITE_ERROR:
      return AUTHSCOPE_REFUSED_BY_RECEIVER;
    case CURLE_WEIRD_SERVER_REPLY:
    case CURLE_UNSUPPORTED_PROTOCOL:  // An answer of HTTP/0.9, which is no HTTP at all.
    case CURLE_GOT_NOTHING:
    case CURLE_PARTIAL_FILE:
    case CURLE_RECV_ERROR:
    case CURLE_SEND_ERROR:
    case CURLE_HTTP2:
    case CURLE_HTTP2_STREAM:
      return AUTHSCOPE_BROKEN_ANSWER;
    default:
      return AUTHSCOPE_FETCH_FAILED;
  }
}

// Options that this libcurl does not know are a bug of the build; the transfer then says so.
static CURLcode prepare(
    const struct authscope_curl *curl, CURL *easy, const struct authscope_fetch *fetch,
    struct curl_slist *fields, char *error) {
  CURLcode failed = CURLE_OK;
#define SET(option, value) \
  if (failed == CURLE_OK) failed = curl->easy_setopt(easy, option, value)
  SET(CURLOPT_ERRORBUFFER, error);
  SET(CURLOPT_URL, fetch->url);
  SET(CURLOPT_HTTPHEADER, fields);
  SET(CURLOPT_USERAGENT, fetch->user_agent);
  SET(CURLOPT_PROTOCOLS_STR, "http,https");
  SET(CURLOPT_FOLLOWLOCATION, 0L);
  SET(CURLOPT_SSL_VERIFYPEER, 1L);
  SET(CURLOPT_SSL_VERIFYHOST, 2L);
  SET(CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
  if (fetch->authorities != NULL) {
    SET(CURLOPT_CAINFO, fetch->authorities);
    SET(CURLOPT_CAPATH, NULL);
  }
  if (fetch->direct) SET(CURLOPT_NOPROXY, "*");
  SET(CURLOPT_CONNECTTIMEOUT_MS, fetch->connect_milliseconds);
  SET(CURLOPT_TIMEOUT_MS, fetch->total_milliseconds);
  SET(CURLOPT_NOSIGNAL, 1L);  // Timeouts without SIGALRM: the program has threads and a screen.
  SET(CURLOPT_HEADERFUNCTION, deliver_header);
  SET(CURLOPT_HEADERDATA, fetch);
  SET(CURLOPT_WRITEFUNCTION, deliver_body);
  SET(CURLOPT_WRITEDATA, fetch);
#undef SET
  return failed;
}

enum authscope_fetch_result authscope_fetch(
    const struct authscope_fetch *fetch, long *status, char *detail, size_t detail_size) {
  const char *reason = NULL;
  const struct authscope_curl *curl = authscope_curl_library(&reason);
  if (curl == NULL) {
    snprintf(detail, detail_size, "%s", reason);
    return AUTHSCOPE_NO_LIBRARY;
  }
  char accept[256], error[CURL_ERROR_SIZE] = "";
  snprintf(accept, sizeof accept, "Accept: %s", fetch->accept);
  struct curl_slist *fields = curl->slist_append(NULL, accept);
  CURL *easy = curl->easy_init();
  CURLcode code = easy == NULL || fields == NULL ? CURLE_OUT_OF_MEMORY
                                                 : prepare(curl, easy, fetch, fields, error);
  if (code == CURLE_OK) code = curl->easy_perform(easy);
  if (code == CURLE_OK) code = curl->easy_getinfo(easy, CURLINFO_RESPONSE_CODE, status);
  snprintf(detail, detail_size, "%s", error[0] != 0 ? error : curl->easy_strerror(code));
  if (easy != NULL) curl->easy_cleanup(easy);
  curl->slist_free_all(fields);
  return meaning(code);
}
