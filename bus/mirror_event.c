/* SPDX-License-Identifier: MIT */
/* A mirror's events by their hubsequence: what came lately, and what is asked for. */
#include <stdio.h>

#include "bus/codec.h"
#include "bus/mirror_own.h"

/* Where to note that it is asked for; NULL: it is, or there are enough. */
static struct wanted_event *want(struct mirror *m, uint64_t hubsequence, int64_t now)
{
	struct wanted_event *free_one = NULL;

	for (size_t i = 0; i < MIRROR_WANTED; i++) {
		struct wanted_event *x = &m->wanted[i];
		bool under_way = x->hubsequence != 0 && now - x->at < ANSWER;

		if (under_way && x->hubsequence == hubsequence)
			return NULL;
		if (!under_way)
			free_one = x;
	}
	return free_one;
}

bool mirror_event(struct mirror *m, uint64_t hubsequence, struct buf *out)
{
	int64_t now = clock_mono();
	struct wanted_event *x;
	char members[100];

	if (kept_find(&m->kept, hubsequence, out) ||
		kept_find(&m->fetched, hubsequence, out))
		return true;
	if ((x = want(m, hubsequence, now)) == NULL)
		return false;
	*x = (struct wanted_event){ hubsequence, now };
	snprintf(members, sizeof(members),
		"\"op\":\"events\",\"after\":\"%llu\",\"limit\":1",
		(unsigned long long)hubsequence - 1);
	mirror_send(m, MIRROR_OWN "event", str_of(members));
	return false;
}

void mirror_take_event(struct mirror *m)
{
	uint32_t events = json_member(&m->reply, 0, "events");
	uint64_t n = 0;

	if (!json_is(&m->reply, events, JSON_ARRAY) || m->reply.node[events].count == 0)
		return;
	sequence_read(&m->reply, json_member(&m->reply, events + 1, "hubsequence"), &n);
	kept_add(&m->fetched, n, json_raw(&m->reply, events + 1));
	for (size_t i = 0; i < MIRROR_WANTED; i++) {
		if (m->wanted[i].hubsequence == n)
			m->wanted[i].hubsequence = 0;
	}
}
