#ifndef AUTHSCOPE_CCURL_H
#define AUTHSCOPE_CCURL_H
const char *authscope_curl_version(void);
#endif
