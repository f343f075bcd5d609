/* SPDX-License-Identifier: MIT */
/*
 * Editing before approving. What always holds: what is sent is bound to the handoff as it
 * was when the editor opened; if that changed meanwhile nothing is sent and the file
 * stays; and a sheet is between the editor and the decision.
 */
#include <stdio.h>

#include "views/edit.h"
#include "views/link.h"
#include "views/shell_own.h"

#define DEPTH 72

/* Both forms of the artifact; false while its bytes are not here. */
static bool take_artifact(
	struct editing *e, const struct world *w, const struct handoff *h)
{
	struct buf bytes = { 0 };
	struct json j = { 0 };
	uint32_t n = JSON_NONE;

	buf_reset(&e->was);
	buf_reset(&e->text);
	if (w->event != NULL && w->event(w->event_arg, h->offer, &bytes) &&
		json_read(&j, bytes.data, bytes.len, DEPTH, NULL))
		n = json_member(&j, json_member(&j, 0, "data"), "artifact");
	if (n != JSON_NONE) {
		json_compact(&e->was, &j, n);
		edit_text(&e->text, &j, n);
	}
	json_fini(&j);
	buf_fini(&bytes);
	return n != JSON_NONE;
}

static bool is_off(struct shell *s, const struct world *w, const struct handoff *h)
{
	const struct desk_entry *e = desk_find(&s->desk, h->id, h->attempt);
	char why[ROW_TEXT];

	if (link_why_not(w, why) != NULL)
		shell_say_off(s, w, "edit", why);
	else if (w->tick < s->deaf_until)
		shell_tell(s, w, STYLE_WARNING,
			"the row changed just now: look, then press it again");
	else if (e != NULL && e->stage <= DESK_NO_ANSWER)
		shell_tell(s, w, STYLE_WARNING, "%.60s: %s is under way, %.100s", h->id,
			desk_verb(e->action), desk_state(e, w, why));
	else
		return false;
	return true;
}

void shell_edit(struct shell *s, const struct world *w, uint32_t handoff)
{
	const struct handoff *h = handoff_at(w->mesh, handoff);
	struct wish *wish;

	if (h == NULL || is_off(s, w, h))
		return;
	if (!take_artifact(&s->editing, w, h)) {
		shell_tell(
			s, w, STYLE_WARNING, "the artifact is not here yet: try again");
		return;
	}
	wish = shell_want(s, WISH_EDIT);
	if (wish == NULL)
		return;
	bound_take(&s->editing.bound, h);
	snprintf(wish->handoff, sizeof(wish->handoff), "%s", s->editing.bound.handoff);
	wish->attempt = h->attempt;
	digest_text(&h->digest, wish->digest);
}

/* What came back is as it should be: its sheet. */
static void open_sheet(struct shell *s, const struct world *w, const struct edited *e,
	uint32_t place, struct str artifact)
{
	char why[ROW_TEXT];

	if (s->sheet.phase != SHEET_CLOSED)
		shell_tell(
			s, w, STYLE_WARNING, "a sheet is open: e opens the edit again");
	else if (!sheet_open_edited(
			 &s->sheet, w, place, buf_view(&s->editing.was), artifact, why))
		shell_tell(s, w, STYLE_WARNING, "%.120s; kept in %.90s", why, e->path);
	else if (!sheet_in_text(&s->sheet))
		shell_want(s, WISH_DROP_KEYS);
}

bool shell_edited(struct shell *s, const struct world *outer, const struct edited *e)
{
	struct world w = shell_world(s, outer);
	const struct handoff *h;
	struct buf artifact = { 0 };
	char why[ROW_TEXT];
	bool unchanged = false;
	uint32_t place;

	if (e->why != NULL) {
		shell_tell(s, &w, STYLE_WARNING, "%s", e->why);
		return false;
	}
	if (!bound_holds(&s->editing.bound, w.mesh, &place, why)) {
		shell_tell(s, &w, STYLE_WARNING, "%.100s: nothing sent, kept in %.100s",
			why, e->path);
		return false;
	}
	h = handoff_at(w.mesh, place);
	switch (edit_read(e->text, buf_view(&s->editing.was), handoff_contract(w.mesh, h),
		&artifact, why)) {
	case EDIT_UNCHANGED:
		shell_tell(s, &w, STYLE_NORMAL, "%.60s: nothing was changed", h->id);
		unchanged = true;
		break;
	case EDIT_BAD:
		shell_tell(s, &w, STYLE_WARNING, "%.150s; e edits it again", why);
		break;
	default:
		open_sheet(s, &w, e, place, buf_view(&artifact));
	}
	shell_look(s, &w, true);
	buf_fini(&artifact);
	return unchanged;
}
