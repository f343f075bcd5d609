/* SPDX-License-Identifier: MIT */
#include "mesh/spell.h"

void spell_note(struct spell *s, bool is, int64_t now)
{
	bool was = s->since != 0 && s->until == 0;

	if (is == was)
		return;
	if (!is) {
		s->until = now;
		return;
	}
	if (s->since == 0 || now - s->until >= SPELL_ENDS)
		s->since = now;
	s->until = 0;
}

bool spell_shown(const struct spell *s, int64_t now)
{
	int64_t end = s->until == 0 || s->until > now ? now : s->until;

	return s->since != 0 && end - s->since >= SPELL_BEGINS && now - end < SPELL_ENDS;
}
