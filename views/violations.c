/* SPDX-License-Identifier: MIT */
#include "views/violations.h"

#include <stdio.h>

#define DEPTH 72

void violations_fini(struct violations *d)
{
	buf_fini(&d->bytes);
	json_fini(&d->json);
}

static uint32_t list_in(struct json *j, uint32_t data)
{
	uint32_t list = json_member(j, data, "violations");

	return json_is(j, list, JSON_ARRAY) ? list : JSON_NONE;
}

bool violations_load(struct violations *d, const struct world *w, const struct handoff *h)
{
	uint64_t event = handoff_flagged(h);

	if (event == d->event && event != 0 && digest_eq(&d->digest, &h->digest))
		return true;
	d->event = 0;
	d->list = JSON_NONE;
	if (event == 0)
		return h->violations == 0;
	buf_reset(&d->bytes);
	if (w->event == NULL || !w->event(w->event_arg, event, &d->bytes) ||
		!json_read(&d->json, d->bytes.data, d->bytes.len, DEPTH, NULL))
		return false;
	d->event = event;
	d->digest = h->digest;
	d->list = list_in(&d->json, json_member(&d->json, 0, "data"));
	return true;
}

size_t violations_count(const struct violations *d)
{
	return d->event != 0 && d->list != JSON_NONE ? d->json.node[d->list].count : 0;
}

static bool next_in(struct json *j, uint32_t list, uint32_t *at, struct violation *out)
{
	uint32_t i = *at == JSON_NONE ? list + 1 : j->node[*at].next;

	for (; list != JSON_NONE && i < j->node[list].next; i = j->node[i].next) {
		uint32_t place = json_member(j, i, "at");
		uint32_t message = json_member(j, i, "message");

		if (!json_is(j, place, JSON_STRING) || !json_is(j, message, JSON_STRING))
			continue;
		*at = i;
		out->at = json_str(j, place);
		out->message = json_str(j, message);
		return true;
	}
	return false;
}

bool violations_next(struct violations *d, uint32_t *at, struct violation *out)
{
	return violations_count(d) > 0 && next_in(&d->json, d->list, at, out);
}

void violation_say(struct buf *out, const struct violation *b)
{
	if (b->at.n == 0) /* the pointer to all of it */
		buf_str(out, "the artifact");
	else
		buf_slice(out, b->at);
	buf_str(out, ": ");
	buf_slice(out, b->message);
}

void violations_add(struct buf *out, struct json *j, uint32_t data)
{
	uint32_t list = list_in(j, data), at = JSON_NONE, of;
	struct violation b;
	size_t n = 0;

	while (list != JSON_NONE && next_in(j, list, &at, &b)) {
		buf_str(out, n++ > 0 ? "; " : "");
		violation_say(out, &b);
	}
	of = json_member(j, data, "of");
	if (json_is(j, of, JSON_NUMBER) && json_number(j, of) > (double)n)
		buf_fmt(out, "; and %.0f more", json_number(j, of) - (double)n);
}

const char *violations_text(const struct handoff *h, char out[FORMAT_TEXT])
{
	snprintf(out, FORMAT_TEXT, "%u violation%s", h->violations,
		h->violations == 1 ? "" : "s");
	return out;
}
