#include "library.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stddef.h>

// libcurl brings thirty libraries along, which cost every start of the program some milliseconds.
// Few commands fetch anything: it is opened when the first one does.
#ifdef __APPLE__
static const char *const library_name = "libcurl.4.dylib";
#else
static const char *const library_name = "libcurl.so.4";
#endif

static struct authscope_curl calls;
static const char *failure = NULL;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void *found(void *library, const char *name) {
  void *call = dlsym(library, name);
  if (call == NULL && failure == NULL) failure = name;
  return call;
}

static void load(void) {
  void *library = dlopen(library_name, RTLD_NOW | RTLD_LOCAL);
  if (library == NULL) {
    failure = library_name;
    return;
  }
  CURLcode (*global_init)(long) = found(library, "curl_global_init");
  calls.easy_init = found(library, "curl_easy_init");
  calls.easy_cleanup = found(library, "curl_easy_cleanup");
  calls.easy_setopt = found(library, "curl_easy_setopt");
  calls.easy_getinfo = found(library, "curl_easy_getinfo");
  calls.easy_perform = found(library, "curl_easy_perform");
  calls.easy_strerror = found(library, "curl_easy_strerror");
  calls.slist_append = found(library, "curl_slist_append");
  calls.slist_free_all = found(library, "curl_slist_free_all");
  if (failure == NULL && global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK) failure = "curl_global_init";
}

const struct authscope_curl *authscope_curl_library(const char **reason) {
  pthread_once(&once, load);
  *reason = failure;
  return failure == NULL ? &calls : NULL;
}
