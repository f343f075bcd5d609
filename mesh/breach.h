/* SPDX-License-Identifier: MIT */
/*
 * How what was offered on an edge broke its contract: what its check found, place by
 * place, and what its receiver said when it refused it.
 */
#ifndef MESH_BREACH_H
#define MESH_BREACH_H

#include <stdbool.h>
#include <stdint.h>

#define EDGE_BREACHES 16 /* the one that came the longest ago makes room */

/* How often something went wrong. */
struct trouble {
	uint64_t count;
	int64_t since; /* when it began to go wrong again, after ten minutes without */
	int64_t last;  /* 0: never */
};

struct edge_breach {
	char *contract; /* as it was said, "name/1.2.3"; foreign */
	/* "/lines/N/due: string, not date" with `*` for N; the receiver's words; foreign
	 */
	char *text;
	bool refused;     /* its receiver said so, else its check found it */
	uint64_t count;   /* offers */
	uint64_t changed; /* hubsequence of the last */
	int64_t first, last;
	uint32_t handoff; /* the newest; it may be gone, or NONE */
};

#endif
