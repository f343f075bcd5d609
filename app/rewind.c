/* SPDX-License-Identifier: MIT */
#include "app/rewind.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/json.h"
#include "bus/codec.h"

#define PAGE 5000
#define PATIENCE (5 * SECOND)

static void ask(struct rewind *r, struct mirror *m)
{
	struct buf b = { 0 };

	buf_fmt(&b, "\"op\":\"events\",\"after\":\"%llu\",\"limit\":%d",
		(unsigned long long)r->after, PAGE);
	r->number = mirror_request(m, buf_view(&b));
	r->at = clock_mono();
	buf_fini(&b);
}

void rewind_begin(struct rewind *r, struct mirror *m, char said[160])
{
	uint64_t has;

	if (m == NULL || r->number != 0) {
		snprintf(said, 160, "%s",
			m == NULL ? "there is no hub to ask"
				  : "the events are being read");
		return;
	}
	has = mirror_facts(m)->has;
	if (!mirror_facts(m)->connected || has == 0) {
		snprintf(said, 160, "rewind asks the hub, and there is no connection");
		return;
	}
	rewind_end(r);
	r->until = has;
	r->after = has > REWIND_MOST ? has - REWIND_MOST : 0;
	ask(r, m);
	snprintf(said, 160, "reading the newest %llu events ...",
		(unsigned long long)(has - r->after));
}

/* The events of a page; false if it is none. */
static bool take_page(struct rewind *r, struct json *j, bool *more)
{
	uint32_t events = json_member(j, 0, "events");
	uint64_t before = r->after, n;

	if (!json_is(j, json_member(j, 0, "ok"), JSON_TRUE) ||
		!json_is(j, events, JSON_ARRAY))
		return false;
	*more = json_is(j, json_member(j, 0, "more"), JSON_TRUE);
	for (uint32_t i = events + 1; i < j->node[events].next; i = j->node[i].next) {
		if (!sequence_read(j, json_member(j, i, "hubsequence"), &n) ||
			n <= r->after)
			return false;
		r->after = n;
		if (n > r->until)
			continue;
		buf_slice(&r->text, json_raw(j, i));
		buf_char(&r->text, '\n');
		r->events++;
	}
	return !*more || r->after > before;
}

void rewind_take(
	struct rewind *r, struct mirror *m, uint64_t number, const struct buf *reply)
{
	struct json j = { 0 };
	bool more = false;

	if (r->number == 0 || number != r->number)
		return;
	r->number = 0;
	if (!json_read(&j, reply->data, reply->len, EVENT_DEPTH + 4, NULL) ||
		!take_page(r, &j, &more))
		r->failed = true;
	else if (more && r->after < r->until && r->text.len < REWIND_BYTES)
		ask(r, m);
	else
		r->ready = r->events > 0;
	json_fini(&j);
}

void rewind_tick(struct rewind *r, int64_t now)
{
	if (r->number != 0 && now - r->at > PATIENCE)
		r->failed = true;
}

bool rewind_ready(struct rewind *r, char path[64])
{
	size_t at = 0;
	ssize_t n = 1;

	if (!r->ready)
		return false;
	r->ready = false;
	r->fd = memfd_create("rewind", MFD_CLOEXEC);
	while (r->fd > 0 && at < r->text.len && (n > 0 || errno == EINTR)) {
		n = write(r->fd, r->text.data + at, r->text.len - at);
		at += n > 0 ? (size_t)n : 0;
	}
	buf_fini(&r->text);
	snprintf(path, 64, "/proc/self/fd/%d", r->fd);
	if (r->fd > 0 && n > 0)
		return true;
	rewind_end(r);
	return false;
}

void rewind_end(struct rewind *r)
{
	if (r->fd > 0)
		close(r->fd);
	buf_fini(&r->text);
	*r = (struct rewind){ 0 };
}
