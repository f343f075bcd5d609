/* SPDX-License-Identifier: MIT */
/*
 * bench_image EVENTS [held|mixed [JOURNAL EPOCH]]: folds so many events, stores the mesh
 * as a snapshot (of that journal, and leaves it there) and reads it again. Prints
 * seconds: to fold, to write, to read, to digest, and what a fork takes; bytes of the
 * file; and resident MB with the mesh.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/digest.h"
#include "bus/codec.h"
#include "bus/snapshot.h"
#include "mesh/dump.h"
#include "tests/bench/events.h"

static double seconds_since(int64_t start)
{
	return (double)(clock_mono() - start) / SECOND;
}

static double resident(void)
{
	char line[200];
	double kb = 0;
	FILE *f = fopen("/proc/self/status", "r");

	while (f != NULL && fgets(line, sizeof(line), f) != NULL)
		sscanf(line, "VmRSS: %lf", &kb);
	if (f != NULL)
		fclose(f);
	return kb / 1024;
}

static void fold(struct mesh *m, struct events *v, struct json *doc)
{
	struct str text = { v->text, v->n };
	struct event e;
	struct err err;

	if (!event_read(doc, text, text, FROM_RECORDING, &e, NULL, &err)) {
		fprintf(stderr, "%s\n", err.text);
		exit(1);
	}
	mesh_append(m, &e);
}

static double fork_seconds(void)
{
	int64_t start = clock_mono();
	pid_t child = fork();

	if (child == 0)
		_exit(0);
	waitpid(child, NULL, 0);
	return seconds_since(start);
}

int main(int argc, char **argv)
{
	uint64_t n = argc > 1 ? strtoull(argv[1], NULL, 10) : 100000;
	bool held = argc > 2 && strcmp(argv[2], "held") == 0;
	const char *folder = getenv("SEAM_BENCH_TMP");
	char path[300], file[320];
	struct events v = { .recorded = true };
	struct json doc = { 0 };
	struct mesh *m, *again;
	struct snapshots *s;
	struct stat st = { 0 };
	struct err e = { { 0 } };
	int64_t start;
	double folding, writing, reading, digesting, forking;
	struct digest a, b;

	digest_start();
	snprintf(path, sizeof(path), "%s/bench_image.%ld",
		folder != NULL ? folder : "/tmp", (long)getpid());
	snprintf(file, sizeof(file), "%s-mesh", path);
	m = mesh_new();
	events_contract_loaded(&v);
	fold(m, &v, &doc);
	start = clock_mono();
	while (m->events < n) {
		if (held)
			events_held_offer(&v, v.handoffs++);
		else
			events_next_recorded(&v);
		fold(m, &v, &doc);
	}
	folding = seconds_since(start);
	forking = fork_seconds();
	start = clock_mono();
	a = mesh_digest(m);
	digesting = seconds_since(start);
	s = snapshots_new(argc > 4 ? argv[3] : path,
		argc > 4 ? argv[4] : "0123456789abcdef0123456789abcdef");
	start = clock_mono();
	if (!snapshot_write(s, m, &e))
		fprintf(stderr, "%s\n", e.text);
	writing = seconds_since(start);
	stat(file, &st);
	mesh_free(m);
	start = clock_mono();
	again = snapshot_load(s, UINT64_MAX, &e);
	reading = seconds_since(start);
	if (again == NULL) {
		fprintf(stderr, "%s\n", e.text);
		return 1;
	}
	b = mesh_digest(again);
	printf("%s fold %.3f write %.3f read %.3f digest %.3f fork %.4f bytes %lld "
	       "handoffs %u MB %.0f\n",
		digest_eq(&a, &b) ? "same" : "DIFFERENT", folding, writing, reading,
		digesting, forking, (long long)st.st_size, again->handoff.kept,
		resident());
	if (argc <= 4)
		unlink(file);
	mesh_free(again);
	snapshots_free(s);
	json_fini(&doc);
	return digest_eq(&a, &b) ? 0 : 1;
}
