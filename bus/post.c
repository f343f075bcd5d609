/* SPDX-License-Identifier: MIT */
#include "bus/post.h"

#include <curl/curl.h>
#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "bus/hub.h"

#define CONNECT_MS 5000L
#define ANSWER_BYTES ((size_t)256 << 10) /* read, and mostly dropped */

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
		curl_slist_append(NULL, "Content-Type: application/json");

	/* a server that does not know it would be waited for */
	list = curl_slist_append(list, "Expect:");
	for (size_t i = 0; p->header[i] != NULL; i++)
		list = curl_slist_append(list, p->header[i]);
	return list;
}

static void set_up(CURL *c, const struct post *p, struct curl_slist *headers,
	struct hearing *h, char *why)
{
	long ms = (long)(p->time / 1000);

	curl_easy_setopt(c, CURLOPT_ERRORBUFFER, why);
	curl_easy_setopt(c, CURLOPT_URL, p->url);
	curl_easy_setopt(c, CURLOPT_PROTOCOLS_STR, "http,https");
	curl_easy_setopt(c, CURLOPT_FOLLOWLOCATION, 0L);
	curl_easy_setopt(c, CURLOPT_POST, 1L);
	curl_easy_setopt(c, CURLOPT_POSTFIELDS, p->body.p);
	curl_easy_setopt(c, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)p->body.n);
	curl_easy_setopt(c, CURLOPT_HTTPHEADER, headers);
	curl_easy_setopt(c, CURLOPT_USERAGENT, "seam/" SEAM_VERSION);
	curl_easy_setopt(c, CURLOPT_CONNECTTIMEOUT_MS, ms < CONNECT_MS ? ms : CONNECT_MS);
	curl_easy_setopt(c, CURLOPT_TIMEOUT_MS, ms);
	curl_easy_setopt(c, CURLOPT_NOSIGNAL, 1L);
	curl_easy_setopt(c, CURLOPT_SSL_VERIFYPEER, 1L);
	curl_easy_setopt(c, CURLOPT_SSL_VERIFYHOST, 2L);
	if (p->ca_file != NULL)
		curl_easy_setopt(c, CURLOPT_CAINFO, p->ca_file);
	curl_easy_setopt(c, CURLOPT_WRITEFUNCTION, hear);
	curl_easy_setopt(c, CURLOPT_WRITEDATA, h);
}

static void take_answer(CURL *c, struct post_answer *out)
{
	curl_off_t wait = 0;
	const char *where = NULL;

	curl_easy_getinfo(c, CURLINFO_RESPONSE_CODE, &out->status);
	curl_easy_getinfo(c, CURLINFO_RETRY_AFTER, &wait);
	curl_easy_getinfo(c, CURLINFO_REDIRECT_URL, &where);
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
	CURLU *u = curl_url();
	char *scheme = NULL, *host = NULL;
	bool private = false;

	if (u != NULL && curl_url_set(u, CURLUPART_URL, url, 0) == CURLUE_OK &&
		curl_url_get(u, CURLUPART_SCHEME, &scheme, 0) == CURLUE_OK &&
		curl_url_get(u, CURLUPART_HOST, &host, 0) == CURLUE_OK)
	private = strcmp(scheme, "https") == 0 || is_here(host);
	curl_free(scheme);
	curl_free(host);
	curl_url_cleanup(u);
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
	curl_global_init(CURL_GLOBAL_DEFAULT);
	c = curl_easy_init();
	if (c == NULL)
		return err_set(e, "libcurl cannot start");
	headers = headers_of(p);
	set_up(c, p, headers, &h, why);
	got = curl_easy_perform(c);
	take_answer(c, out);
	curl_slist_free_all(headers);
	curl_easy_cleanup(c);
	curl_global_cleanup();
	/* it has answered, and only says more than anybody wants to know */
	if (got == CURLE_OK || (got == CURLE_WRITE_ERROR && out->status != 0))
		return true;
	out->status = 0;
	return err_set(e, "%s", why[0] != '\0' ? why : curl_easy_strerror(got));
}
