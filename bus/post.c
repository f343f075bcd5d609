/* SPDX-License-Identifier: MIT */
#include "bus/post.h"

#define CURL_DISABLE_TYPECHECK /* its macros stand in the way of pointers */
#include <curl/curl.h>
#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "bus/hub.h"
#include "bus/late.h"

#define CONNECT_MS 5000L
#define ANSWER_BYTES ((size_t)256 << 10) /* read, and mostly dropped */

/* What is used of it, under its own names without `curl_`. */
static struct {
	__typeof__(&curl_easy_init) easy_init;
	__typeof__(&curl_easy_setopt) easy_setopt;
	__typeof__(&curl_easy_getinfo) easy_getinfo;
	__typeof__(&curl_easy_perform) easy_perform;
	__typeof__(&curl_easy_cleanup) easy_cleanup;
	__typeof__(&curl_easy_strerror) easy_strerror;
	__typeof__(&curl_global_init) global_init;
	__typeof__(&curl_global_cleanup) global_cleanup;
	__typeof__(&curl_slist_append) slist_append;
	__typeof__(&curl_slist_free_all) slist_free_all;
	__typeof__(&curl_url) url;
	__typeof__(&curl_url_set) url_set;
	__typeof__(&curl_url_get) url_get;
	__typeof__(&curl_url_cleanup) url_cleanup;
	__typeof__(&curl_free) free;
} curl;

static bool load(struct err *e)
{
	static const char *const files[] = { "libcurl.so.4", "libcurl-gnutls.so.4",
		NULL };
	static const struct late_symbol symbols[] = {
		{ "curl_easy_init", &curl.easy_init },
		{ "curl_easy_setopt", &curl.easy_setopt },
		{ "curl_easy_getinfo", &curl.easy_getinfo },
		{ "curl_easy_perform", &curl.easy_perform },
		{ "curl_easy_cleanup", &curl.easy_cleanup },
		{ "curl_easy_strerror", &curl.easy_strerror },
		{ "curl_global_init", &curl.global_init },
		{ "curl_global_cleanup", &curl.global_cleanup },
		{ "curl_slist_append", &curl.slist_append },
		{ "curl_slist_free_all", &curl.slist_free_all },
		{ "curl_url", &curl.url },
		{ "curl_url_set", &curl.url_set },
		{ "curl_url_get", &curl.url_get },
		{ "curl_url_cleanup", &curl.url_cleanup },
		{ "curl_free", &curl.free },
	};

	return curl.url != NULL ||
		late_load(files, symbols, sizeof(symbols) / sizeof(*symbols), e);
}

struct hearing {
	struct post_answer *out;
	size_t kept, heard;
};

static size_t hear(char *bytes, size_t size, size_t n, void *user)
{
	struct hearing *h = user;
	size_t room = sizeof(h->out->body) - 1 - h->kept;
	size_t keep = size * n < room ? size * n : room;

	memcpy(h->out->body + h->kept, bytes, keep);
	h->kept += keep;
	h->out->body[h->kept] = '\0';
	h->heard += size * n;
	return h->heard > ANSWER_BYTES ? 0 : size * n;
}

static struct curl_slist *headers_of(const struct post *p)
{
	struct curl_slist *list =
		curl.slist_append(NULL, "Content-Type: application/json");

	/* a server that does not know it would be waited for */
	list = curl.slist_append(list, "Expect:");
	for (size_t i = 0; p->header[i] != NULL; i++)
		list = curl.slist_append(list, p->header[i]);
	return list;
}

static void set_up(CURL *c, const struct post *p, struct curl_slist *headers,
	struct hearing *h, char *why)
{
	long ms = (long)(p->time / 1000);

	curl.easy_setopt(c, CURLOPT_ERRORBUFFER, why);
	curl.easy_setopt(c, CURLOPT_URL, p->url);
	curl.easy_setopt(c, CURLOPT_PROTOCOLS_STR, "http,https");
	curl.easy_setopt(c, CURLOPT_FOLLOWLOCATION, 0L);
	curl.easy_setopt(c, CURLOPT_POST, 1L);
	curl.easy_setopt(c, CURLOPT_POSTFIELDS, p->body.p);
	curl.easy_setopt(c, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)p->body.n);
	curl.easy_setopt(c, CURLOPT_HTTPHEADER, headers);
	curl.easy_setopt(c, CURLOPT_USERAGENT, "seam/" SEAM_VERSION);
	curl.easy_setopt(c, CURLOPT_CONNECTTIMEOUT_MS, ms < CONNECT_MS ? ms : CONNECT_MS);
	curl.easy_setopt(c, CURLOPT_TIMEOUT_MS, ms);
	curl.easy_setopt(c, CURLOPT_NOSIGNAL, 1L);
	curl.easy_setopt(c, CURLOPT_SSL_VERIFYPEER, 1L);
	curl.easy_setopt(c, CURLOPT_SSL_VERIFYHOST, 2L);
	if (p->ca_file != NULL)
		curl.easy_setopt(c, CURLOPT_CAINFO, p->ca_file);
	curl.easy_setopt(c, CURLOPT_WRITEFUNCTION, hear);
	curl.easy_setopt(c, CURLOPT_WRITEDATA, h);
}

static void take_answer(CURL *c, struct post_answer *out)
{
	curl_off_t wait = 0;
	const char *where = NULL;

	curl.easy_getinfo(c, CURLINFO_RESPONSE_CODE, &out->status);
	curl.easy_getinfo(c, CURLINFO_RETRY_AFTER, &wait);
	curl.easy_getinfo(c, CURLINFO_REDIRECT_URL, &where);
	out->retry_after = wait > 0 && wait < 86400 ? (long)wait : 0;
	snprintf(out->location, sizeof(out->location), "%s", where != NULL ? where : "");
}

static bool is_here(const char *host)
{
	return strncmp(host, "127.", 4) == 0
		? strspn(host, "0123456789.") == strlen(host)
		: strcmp(host, "localhost") == 0 || strcmp(host, "[::1]") == 0;
}

/* Read as libcurl will read it: a name may stand before an @, and be no host. */
bool post_is_private(const char *url)
{
	char *scheme = NULL, *host = NULL;
	bool private = false;
	CURLU *u;

	if (!load(NULL))
		return false;
	u = curl.url();

	if (u != NULL && curl.url_set(u, CURLUPART_URL, url, 0) == CURLUE_OK &&
		curl.url_get(u, CURLUPART_SCHEME, &scheme, 0) == CURLUE_OK &&
		curl.url_get(u, CURLUPART_HOST, &host, 0) == CURLUE_OK)
	private = strcmp(scheme, "https") == 0 || is_here(host);
	curl.free(scheme);
	curl.free(host);
	curl.url_cleanup(u);
	return private;
}

bool post_json(const struct post *p, struct post_answer *out, struct err *e)
{
	char why[CURL_ERROR_SIZE] = "";
	struct hearing h = { .out = out };
	struct curl_slist *headers;
	CURLcode got;
	CURL *c;

	memset(out, 0, sizeof(*out));
	if (!load(e))
		return false;
	curl.global_init(CURL_GLOBAL_DEFAULT);
	c = curl.easy_init();
	if (c == NULL)
		return err_set(e, "libcurl cannot start");
	headers = headers_of(p);
	set_up(c, p, headers, &h, why);
	got = curl.easy_perform(c);
	take_answer(c, out);
	curl.slist_free_all(headers);
	curl.easy_cleanup(c);
	curl.global_cleanup();
	/* it has answered, and only says more than anybody wants to know */
	if (got == CURLE_OK || (got == CURLE_WRITE_ERROR && out->status != 0))
		return true;
	out->status = 0;
	return err_set(e, "%s", why[0] != '\0' ? why : curl.easy_strerror(got));
}
