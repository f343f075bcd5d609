/* SPDX-License-Identifier: MIT */
/* Dead letters' groups and what divides them, in an image. */
#include <stdlib.h>

#include "mesh/image_own.h"
#include "mesh/own.h"

/* --- out --------------------------------------------------------------------- */

static void save_why(struct image_out *o, const struct dead_why *y)
{
	out_number(o, y->group);
	out_number(o, y->violation);
	out_string(o, str_of(y->contract));
	out_string(o, str_of(y->text));
	out_number(o, (uint64_t)y->first);
}

void image_save_dead(struct image_out *o, const struct mesh *m)
{
	out_number(o, m->dead_groups);
	for (uint32_t i = 0; i < m->dead_groups; i++) {
		out_number(o, m->dead_group[i].edge);
		out_string(o, str_of(m->dead_group[i].reason));
		out_bytes(o, &m->dead_group[i].came, sizeof(struct rate));
	}
	out_number(o, m->dead_whys);
	for (uint32_t i = 0; i < m->dead_whys; i++)
		save_why(o, &m->dead_why[i]);
}

void image_save_dead_totals(struct image_out *o, const struct mesh *m)
{
	for (uint32_t i = 0; i < m->dead_groups; i++)
		out_number(o, dead_letters(&m->dead_group[i]));
	for (uint32_t i = 0; i < m->dead_whys; i++)
		out_number(o, dead_why_letters(&m->dead_why[i]));
}

/* --- and back ------------------------------------------------------------------ */

static void load_group(struct image_in *in, struct mesh *m)
{
	uint32_t edge = (uint32_t)in_below(in, m->edges), place;
	size_t length;
	char *reason = in_string(in, TEXT_KEPT, &length);

	in->bad |= reason == NULL;
	if (!in->bad) {
		place = dead_group_get(m, reason, edge);
		in->bad |= place + 1 != m->dead_groups;
		in_bytes(in, &m->dead_group[place].came, sizeof(struct rate));
	}
	free(reason);
}

static void load_why(struct image_in *in, struct mesh *m)
{
	uint32_t group = (uint32_t)in_below(in, m->dead_groups);
	bool violation = in_below(in, 2) != 0;
	size_t length;
	char *contract = in_string(in, TEXT_KEPT, &length);
	char *text = in_string(in, TEXT_KEPT, &length);
	int64_t first = (int64_t)in_number(in);

	in->bad |= contract == NULL || text == NULL;
	if (!in->bad) {
		uint32_t place = dead_why_get(m, group,
			&(struct dead_why){ .violation = violation,
				.contract = contract,
				.text = text });

		/* each comes once, and none is there that did not come */
		in->bad |= place + 1 != m->dead_whys || m->dead_why[place].first != 0;
		m->dead_why[place].first = first;
	}
	free(contract);
	free(text);
}

void image_load_dead(struct image_in *in, struct mesh *m)
{
	uint64_t n = in_below(in, IMAGE_PLACES);

	while (n-- > 0 && !in->bad)
		load_group(in, m);
	n = in_below(in, IMAGE_PLACES);
	while (n-- > 0 && !in->bad)
		load_why(in, m);
}

void image_load_dead_totals(struct image_in *in, struct mesh *m)
{
	for (uint32_t i = 0; i < m->dead_groups; i++)
		m->dead_group[i].beyond =
			image_beyond(in, m->dead_group[i].letters.count);
	for (uint32_t i = 0; i < m->dead_whys; i++)
		m->dead_why[i].beyond = image_beyond(in, m->dead_why[i].letters.count);
}
