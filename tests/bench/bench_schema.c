/* SPDX-License-Identifier: MIT */
/*
 * bench_schema FOLDER SECONDS: the schemas in FOLDER/schemas.jsonl, compiled, over the
 * artifacts in FOLDER/artifacts.jsonl, each line of which is the number of its schema, a
 * space, and the artifact. Prints how many artifacts there are, how many are valid, and
 * artifacts a second: from text to verdict, and the check alone. peer_schema.py and
 * peer_schema.js do the same.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/mem.h"
#include "contract/schema.h"

struct artifact {
	struct schema *schema;
	struct str text;
	struct json read;
};

struct work {
	struct schema *schema[64];
	struct artifact *artifact;
	size_t schemas, count, room;
	struct json doc;
	struct schema_run run;
};

static void fail(const char *what)
{
	fprintf(stderr, "bench_schema: %s\n", what);
	exit(1);
}

static void each_line(const char *folder, const char *name, struct work *w,
	void (*take)(struct work *w, struct str line))
{
	char path[4096], *line = NULL;
	size_t room = 0;
	ssize_t n;
	FILE *in;

	snprintf(path, sizeof(path), "%s/%s", folder, name);
	in = fopen(path, "re");
	if (in == NULL)
		fail(path);
	while ((n = getline(&line, &room, in)) > 1)
		take(w, (struct str){ line, (size_t)n - 1 });
	free(line);
	fclose(in);
}

static void take_schema(struct work *w, struct str line)
{
	struct err e;

	if (w->schemas == sizeof(w->schema) / sizeof(w->schema[0]))
		fail("too many schemas");
	w->schema[w->schemas] = schema_compile(line, NULL, &e);
	if (w->schema[w->schemas++] == NULL)
		fail(e.text);
}

static void take_artifact(struct work *w, struct str line)
{
	struct artifact a = { .schema = NULL };
	unsigned long n = strtoul(line.p, NULL, 10);
	const char *text = memchr(line.p, ' ', line.n);

	if (text == NULL || n >= w->schemas)
		fail("no artifact");
	a.schema = w->schema[n];
	text = strndup(text + 1, (size_t)(line.p + line.n - text - 1));
	a.text = (struct str){ text, strlen(text) };
	if (!json_read(&a.read, a.text.p, a.text.n, SCHEMA_DEPTH, NULL))
		fail("an artifact that is no JSON");
	xgrow(&w->artifact, &w->room, w->count + 1, sizeof(a));
	w->artifact[w->count++] = a;
}

static bool from_text(struct work *w, struct artifact *a)
{
	return json_read(&w->doc, a->text.p, a->text.n, SCHEMA_DEPTH, NULL) &&
		schema_check(a->schema, &w->run, &w->doc, 0) == SCHEMA_VALID;
}

static bool check_alone(struct work *w, struct artifact *a)
{
	return schema_check(a->schema, &w->run, &a->read, 0) == SCHEMA_VALID;
}

static size_t pass(struct work *w, bool (*is_valid)(struct work *w, struct artifact *a))
{
	size_t valid = 0;

	for (size_t i = 0; i < w->count; i++)
		valid += is_valid(w, &w->artifact[i]);
	return valid;
}

static double rate(struct work *w, double seconds,
	bool (*is_valid)(struct work *w, struct artifact *a))
{
	int64_t began = clock_mono(), now = began;
	size_t passes = 0;

	for (; (double)(now - began) < seconds * SECOND; passes++) {
		pass(w, is_valid);
		now = clock_mono();
	}
	return (double)(passes * w->count) * SECOND / (double)(now - began);
}

static void let_go(struct work *w)
{
	for (size_t i = 0; i < w->count; i++) {
		json_fini(&w->artifact[i].read);
		free((void *)(uintptr_t)w->artifact[i].text.p);
	}
	for (size_t i = 0; i < w->schemas; i++)
		schema_free(w->schema[i]);
	free(w->artifact);
	json_fini(&w->doc);
	schema_run_fini(&w->run);
}

int main(int argc, char **argv)
{
	struct work w = { .count = 0 };
	double seconds;

	if (argc != 3)
		fail("FOLDER SECONDS");
	seconds = strtod(argv[2], NULL);
	each_line(argv[1], "schemas.jsonl", &w, take_schema);
	each_line(argv[1], "artifacts.jsonl", &w, take_artifact);
	if (pass(&w, from_text) != pass(&w, check_alone))
		fail("two verdicts on the same");
	rate(&w, seconds / 2, from_text); /* as the peers, to become warm */
	printf("%zu %zu ", w.count, pass(&w, check_alone));
	printf("%.0f ", rate(&w, seconds, from_text));
	printf("%.0f\n", rate(&w, seconds, check_alone));
	let_go(&w);
	return 0;
}
