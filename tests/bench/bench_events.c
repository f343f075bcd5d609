/* SPDX-License-Identifier: MIT */
/*
 * Writes what the benchmarks need as files, to standard output:
 *
 *   bench_events contract          the contract of all events
 *   bench_events recording COUNT   a recording of that many lines
 */
#include <stdlib.h>

#include "tests/bench/events.h"

static void write_recording(unsigned long count)
{
	struct events v = { .recorded = true };

	events_contract_loaded(&v);
	puts(v.text);
	for (unsigned long i = 1; i < count; i++) {
		events_next_recorded(&v);
		puts(v.text);
	}
}

int main(int argc, char **argv)
{
	if (argc == 2 && strcmp(argv[1], "contract") == 0)
		puts(events_contract);
	else if (argc == 3 && strcmp(argv[1], "recording") == 0)
		write_recording(strtoul(argv[2], NULL, 10));
	else
		return 2;
	return 0;
}
