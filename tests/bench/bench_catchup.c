/* SPDX-License-Identifier: MIT */
/*
 * A console that begins with nothing: bench_catchup CONTROL. Prints how many events it
 * has read from the hub, and in how many seconds, until it had all.
 */
#include <stdio.h>

#include "base/clock.h"
#include "base/digest.h"
#include "bus/mirror.h"

#define PATIENCE (60 * SECOND)

int main(int argc, char **argv)
{
	int64_t began;
	struct err e;
	struct mirror *m;

	if (argc != 2)
		return 2;
	digest_start();
	began = clock_mono();
	m = mirror_open(argv[1], NULL, &e);
	if (m == NULL) {
		fprintf(stderr, "bench_catchup: %s\n", e.text);
		return 1;
	}
	while (!mirror_facts(m)->synced && clock_mono() - began < PATIENCE) {
		mirror_wait(m, -1, -1, 1000);
		mirror_turn(m);
	}
	printf("%llu %.6f\n", (unsigned long long)mirror_mesh(m)->hubsequence,
		(double)(clock_mono() - began) / SECOND);
	mirror_close(m);
	return 0;
}
