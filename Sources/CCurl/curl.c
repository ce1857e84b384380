#include "CCurl.h"
#include <curl/curl.h>
const char *authscope_curl_version(void) { return curl_version(); }
