/* SPDX-License-Identifier: MIT */
/*
 * bench_ready JOURNAL COUNT: writes a journal of so many events, those of a night's
 * recording over and over, as a hub would have. What it has to read is then the same at
 * every run.
 */
#include <stdio.h>
#include <stdlib.h>

#include "base/digest.h"
#include "base/mem.h"
#include "bus/codec.h"
#include "bus/journal.h"
#include "tests/bench/events.h"

#define BATCH 10000

struct line {
	char text[EVENTS_BYTES];
	struct event e;
	struct json doc;
};

static void fail(const struct err *e)
{
	fprintf(stderr, "bench_ready: %s\n", e->text);
	exit(1);
}

static struct journal_row next_row(struct events *v, struct line *l)
{
	struct err e;
	struct str text;

	if (v->hubsequence == 0)
		events_contract_loaded(v);
	else
		events_next_recorded(v);
	memcpy(l->text, v->text, v->n);
	text = (struct str){ l->text, v->n };
	if (!event_read(&l->doc, text, text, FROM_RECORDING, &l->e, NULL, &e))
		fail(&e);
	return (struct journal_row){ .hubsequence = v->hubsequence,
		.recorded = l->e.recorded,
		.source = l->e.source,
		.id = l->e.id,
		.type = l->e.type_name,
		.subject = l->e.subject,
		.handoff = l->e.handoff,
		.attempt = l->e.attempt,
		.standing = "applied",
		.event = text };
}

int main(int argc, char **argv)
{
	uint64_t count = argc == 3 ? strtoull(argv[2], NULL, 10) : 0;
	struct line *line = xcalloc(BATCH, sizeof(*line));
	struct journal_row *row = xcalloc(BATCH, sizeof(*row));
	struct events v = { .recorded = true };
	struct journal *j;
	struct err e;

	if (count == 0)
		return 2;
	digest_start();
	j = journal_open(argv[1], JOURNAL_WRITE, &e);
	if (j == NULL)
		fail(&e);
	while (v.hubsequence < count) {
		size_t n = 0;

		while (n < BATCH && v.hubsequence < count) {
			row[n] = next_row(&v, &line[n]);
			n++;
		}
		if (!journal_append(j, row, n, &e))
			fail(&e);
	}
	journal_close(j);
	for (size_t i = 0; i < BATCH; i++)
		json_fini(&line[i].doc);
	free(line);
	free(row);
	return 0;
}
