/* SPDX-License-Identifier: MIT */
/*
 * Which lines of the log pass its filter. Lines are looked at once, as they come, in
 * slices; those whose event has not come yet are kept in mind and asked for.
 */
#ifndef VIEWS_LOG_FIND_H
#define VIEWS_LOG_FIND_H

#include "tui/list.h"
#include "views/sift.h"

struct log_find {
	struct sift sift;
	bool trouble_only;
	/* private: numbers of the lines that pass, up to `scanned`, ascending */
	uint64_t *match;
	size_t matches, cap_match;
	uint64_t *later; /* those whose event has not come */
	size_t laters, cap_later, next_later;
	uint64_t scanned;
	const struct mesh *mesh; /* compared, never followed */
	int64_t tick;
	bool anew;
};

void log_find_fini(struct log_find *f);
void log_find_set(struct log_find *f, struct str text);
void log_find_trouble(struct log_find *f, bool only);
/* Only some lines are shown. */
bool log_find_filters(const struct log_find *f);
void log_find_look(struct log_find *f, const struct world *w);
bool log_find_busy(const struct log_find *f, const struct world *w);
struct list_items log_find_items(const struct log_find *f);
struct filter_count log_find_count(const struct log_find *f, const struct mesh *m);

/* The lines that are kept: from here on. */
static inline uint64_t log_first_line(const struct mesh *m)
{
	return m->log_lines > LOG_LINES ? m->log_lines - LOG_LINES : 0;
}

#endif
