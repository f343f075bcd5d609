/* SPDX-License-Identifier: MIT */
#include "mesh/audit.h"

#include <stdio.h>

/* Those that a newer hub may add belong to it as well. */
const char *const audit_types[] = { "seam.decision.", "seam.delivery.", "seam.review.",
	"seam.mute.", NULL };

bool audit_takes(struct str type)
{
	for (size_t i = 0; audit_types[i] != NULL; i++) {
		if (str_starts(type, audit_types[i]))
			return true;
	}
	return false;
}

bool audit_has(const struct event *e)
{
	return e->from_hub && audit_takes(e->type_name) && event_is_hubs_own(e);
}

bool audit_previous(const struct event *e, struct digest *out)
{
	uint32_t n = e->doc != NULL ? json_member(e->doc, 0, "previous") : JSON_NONE;

	return json_is(e->doc, n, JSON_STRING) && digest_parse(json_str(e->doc, n), out);
}

void audit_text(const struct audit *a, char out[AUDIT_TEXT])
{
	char head[DIGEST_TEXT];

	digest_text(&a->head, head);
	snprintf(out, AUDIT_TEXT, "%s at %llu", head, (unsigned long long)a->at);
}

/*
 * What an older seam wrote bears no `previous`. It counts for the head all the
 * same: the first link then vouches for the last of those.
 */
void audit_fold(struct audit *a, const struct event *e)
{
	struct digest previous;
	bool linked = audit_previous(e, &previous);
	bool fits = linked ? digest_eq(&previous, &a->head) : a->links == 0;

	if (!fits && a->broken == 0)
		a->broken = e->hubsequence;
	a->head = digest_of(e->raw);
	a->at = e->hubsequence;
	a->events++;
	a->links += linked;
}
