/* SPDX-License-Identifier: MIT */
#include "app/stream.h"

#include "bus/codec.h"

#define PAGE 5000

bool stream_read_after(const struct args *a, uint64_t *after)
{
	unsigned long long n = 0;

	if (given(a, OPT_AFTER) && !read_number(a->value[OPT_AFTER], 0, &n))
		return false;
	*after = n;
	return true;
}

/* Hubsequences rise, and a page that says there is more brings some of it. */
static enum status take_page(struct stream *s, struct json *j)
{
	uint32_t events = reply_items(j, "events");
	uint64_t before = s->after;

	if (events == JSON_NONE)
		return no_answer(s->a, "events");
	s->more = json_is(j, json_member(j, 0, "more"), JSON_TRUE);
	sequence_read(j, json_member(j, 0, "last"), &s->last);
	for (uint32_t i = events + 1; i < j->node[events].next; i = j->node[i].next) {
		uint64_t n;

		if (!sequence_read(j, json_member(j, i, "hubsequence"), &n) ||
			n <= s->after)
			return no_answer(s->a, "events");
		s->after = n;
		if (!s->take(s, n, json_raw(j, i)))
			return REFUSED;
	}
	return s->more && s->after == before ? no_answer(s->a, "events") : DONE;
}

enum status stream_fetch(struct stream *s, struct buf *reply)
{
	struct buf request = { 0 };
	struct json j = { 0 };
	enum status status;

	buf_fmt(&request, "\"op\":\"events\",\"after\":\"%llu\",\"limit\":%d",
		(unsigned long long)s->after, PAGE);
	status = hub_ask(s->c, s->a, buf_view(&request), reply);
	buf_fini(&request);
	if (status == DONE)
		status = json_read(&j, reply->data, reply->len, EVENT_DEPTH + 4, NULL)
			? take_page(s, &j)
			: no_answer(s->a, "events");
	json_fini(&j);
	return status;
}
