// The only door to OpenSSL: its message digests.
#ifndef UNTRAP_COPENSSL_SHIM_H
#define UNTRAP_COPENSSL_SHIM_H

#include <openssl/evp.h>

#endif
