/* SPDX-License-Identifier: MIT */
/* A sheet that closes by itself, and what was being written into it. */
#include <stdio.h>

#include "views/shell.h"
#include "views/shell_own.h"

/* What was being written when the sheet closed by itself is not to be written again. */
static bool keep_note(struct shell *s)
{
	struct str note = prompt_text(&s->sheet.note);

	if (note.n == 0 || note.n >= sizeof(s->draft.note) || s->sheet.n == 0)
		return false;
	s->draft = (struct draft){ .n = s->sheet.n, .action = s->sheet.action };
	snprintf(s->draft.handoff, sizeof(s->draft.handoff), "%s",
		s->sheet.bound[0].handoff);
	memcpy(s->draft.note, note.p, note.n);
	return true;
}

void shell_fill_note(struct shell *s)
{
	struct draft *d = &s->draft;

	if (d->handoff[0] == '\0' || d->action != s->sheet.action || d->n != s->sheet.n ||
		strcmp(d->handoff, s->sheet.bound[0].handoff) != 0)
		return;
	prompt_set(&s->sheet.note, str_of(d->note));
	d->handoff[0] = '\0';
}

void shell_close_sheet(
	struct shell *s, const struct world *w, const char *why, int64_t shut)
{
	bool kept = shut == SHELL_SHUT && keep_note(s);
	bool edited = s->sheet.edited;

	sheet_close(&s->sheet);
	shell_tell(s, w, STYLE_WARNING, "%s%s%s", why, kept ? ", the note is kept" : "",
		edited ? ", the edit is kept for e" : "");
	s->shut_until = w->tick + shut;
	s->shut_told = false;
}

void shell_close_changed(struct shell *s, const struct world *w, const char *why)
{
	for (size_t i = 0; i < s->sheet.n; i++) {
		const struct bound *b = &s->sheet.bound[i];
		const struct handoff *h = handoff_at(
			w->mesh, mesh_find_handoff(w->mesh, str_of(b->handoff)));

		if (h != NULL &&
			(h->attempt != b->attempt || !digest_eq(&h->digest, &b->digest)))
			desk_note_change(&s->desk, b->handoff);
	}
	shell_close_sheet(s, w, why, SHELL_SHUT);
}
