/* SPDX-License-Identifier: MIT */
#include "views/sheet.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "tui/keys.h"
#include "views/again.h"
#include "views/link.h"
#include "views/ops.h"
#include "views/values.h"

#define AT_ONCE 1000
#define DEPTH 72
#define ONE_BY_ONE 9 /* with faults, no more than these are approved at once */

void sheet_init(struct sheet *s)
{
	*s = (struct sheet){ .note.label = STR(" note  "), .to.label = STR(" to    ") };
}

void sheet_close(struct sheet *s)
{
	for (size_t i = 0; s->artifact != NULL && i < s->n; i++)
		free(s->artifact[i]);
	free(s->artifact);
	s->artifact = NULL;
	free(s->bound);
	s->bound = NULL;
	s->n = 0;
	s->phase = SHEET_CLOSED;
	prompt_reset(&s->note);
	prompt_reset(&s->to);
	s->edited = s->meant = false;
	lines_reset(&s->changes);
}

void sheet_fini(struct sheet *s)
{
	sheet_close(s);
	prompt_fini(&s->note);
	prompt_fini(&s->to);
	lines_fini(&s->changes);
}

/* --- opening ---------------------------------------------------------------- */

static bool may(enum action a, const struct handoff *h)
{
	switch (a) {
	case ACTION_APPROVE:
	case ACTION_REJECT:
		return h->in_review;
	case ACTION_HOLD: /* nobody has taken it */
		return h->in_review || h->state == STATE_OFFERED;
	case ACTION_ESCALATE:
		return h->in_review || h->in_dead;
	case ACTION_REQUEUE:
		return h->in_dead || h->state == STATE_DISCARDED;
	default:
		return h->in_dead;
	}
}

static bool is_target(struct str s)
{
	if (s.n < 1 || s.n > 64)
		return false;
	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i];

		if (!((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
			    (c >= 'A' && c <= 'Z') || c == '.' || c == '_' || c == '-'))
			return false;
	}
	return true;
}

static void add_target(struct sheet *s, struct str name)
{
	if (s->n_targets == SHEET_TARGETS || !is_target(name))
		return;
	for (size_t i = 0; i < s->n_targets; i++) {
		if (str_is(name, s->targets[i]))
			return;
	}
	memcpy(s->targets[s->n_targets], name.p, name.n);
	s->targets[s->n_targets++][name.n] = '\0';
}

/* Whom the mesh names: the target of its fallback, the owners in its contract. */
static void find_targets(struct sheet *s, const struct mesh *m, const struct handoff *h)
{
	const struct contract *c = handoff_contract(m, h);
	uint32_t owners;

	if (h->target != NULL)
		add_target(s, str_of(h->target));
	if (c == NULL)
		return;
	owners = json_member(&c->doc, 0, "owners");
	if (!json_is(&c->doc, owners, JSON_OBJECT))
		return;
	for (uint32_t k = owners + 1; k < c->doc.node[owners].next;
		k = c->doc.node[k + 1].next) {
		struct str name = json_raw(&c->doc, k + 1);

		if (json_is(&c->doc, k + 1, JSON_STRING))
			add_target(s, (struct str){ name.p + 1, name.n - 2 });
	}
}

bool sheet_doubts(const struct world *w, const struct handoff *h)
{
	const struct contract *c = handoff_contract(w->mesh, h);
	const struct value *v;

	if (c == NULL || !c->critical || c->evidence == NULL)
		return false;
	v = values_of(w, h);
	return v == NULL || v->missing > 0;
}

/* The next one first; at last what no deadline runs for. */
static int by_deadline(const void *a, const void *b)
{
	const struct bound *x = a, *y = b;

	if (x->due != y->due)
		return x->due != 0 && (y->due == 0 || x->due < y->due) ? -1 : 1;
	return strcmp(x->handoff, y->handoff);
}

/* What came back of the same cause before is not put back without a word. */
static void look_for_loop(struct sheet *s, struct again a)
{
	if (a.times < 2 || !a.same)
		return;
	s->again++;
	s->note_needed = true;
	if (a.times > s->most_again)
		s->most_again = a.times;
}

/* The first of two approvals is of who sits here: the hub would refuse the second. */
static bool is_own(const struct world *w, const struct handoff *h)
{
	const struct decision *d = handoff_endorsed(w->mesh, h);

	return d != NULL && strcmp(d->operator_name, w->operator_name) == 0;
}

static bool bind(struct sheet *s, const struct world *w, const struct sheet_items *items,
	char why[ROW_TEXT])
{
	const struct mesh *m = w->mesh;
	const struct handoff *first = handoff_at(m, items->handoffs[0]);

	s->bound = xcalloc(items->n, sizeof(*s->bound));
	for (size_t i = 0; i < items->n; i++) {
		const struct handoff *h = handoff_at(m, items->handoffs[i]);
		const struct desk_entry *e =
			w->desk != NULL ? desk_find(w->desk, h->id, h->attempt) : NULL;
		char fate[ROW_TEXT];

		if (!may(s->action, h)) {
			snprintf(why, ROW_TEXT, "%.60s does not wait for that: %s", h->id,
				row_fate(m, h, fate));
			return false;
		}
		if (e != NULL && e->stage <= DESK_NO_ANSWER) {
			snprintf(why, ROW_TEXT, "%.60s: %s is under way, %s", h->id,
				desk_verb(e->action), desk_state(e, w, fate));
			return false;
		}
		if (s->action == ACTION_APPROVE && items->n == 1 && is_own(w, h)) {
			snprintf(why, ROW_TEXT,
				"you have approved it already: it asks for a second "
				"operator");
			return false;
		}
		bound_take(&s->bound[s->n++], h);
		if (s->action == ACTION_REQUEUE)
			look_for_loop(s, again_of(m, h));
		s->mixed |= h->edge != first->edge || h->contract != first->contract;
		if (s->action == ACTION_APPROVE && (h->faults != 0 || sheet_doubts(w, h)))
			s->note_needed = true;
		find_targets(s, m, h);
	}
	if (first->in_review)
		qsort(s->bound, s->n, sizeof(*s->bound), by_deadline);
	s->n_shown = s->n_targets;
	return true;
}

/* What goes on was said to whom and why when it began. */
static void first_phase(struct sheet *s, const struct op *op)
{
	s->note_needed |= s->action == ACTION_REJECT || s->action == ACTION_DISCARD;
	if (op != NULL) {
		prompt_set(&s->note, str_of(op->note));
		snprintf(s->target, sizeof(s->target), "%s", op->target);
		s->phase = SHEET_CONFIRM;
	} else if (s->action == ACTION_ESCALATE)
		s->phase = s->n_targets > 0 ? SHEET_TARGET : SHEET_TARGET_TEXT;
	else
		s->phase = s->note_needed ? SHEET_NOTE : SHEET_CONFIRM;
}

/* Of dead letters, or what was discarded: more than can be looked at go one by one. */
static bool may_as_operation(
	const struct world *w, enum action a, const struct sheet_items *items)
{
	if ((a != ACTION_REQUEUE && a != ACTION_ESCALATE && a != ACTION_DISCARD) ||
		items->n > OPS_ITEMS)
		return false;
	for (size_t i = 0; i < items->n; i++)
		if (handoff_at(w->mesh, items->handoffs[i])->in_review)
			return false;
	return true;
}

bool sheet_open(struct sheet *s, const struct world *w, enum action a,
	const struct sheet_items *items, char why[ROW_TEXT])
{
	bool good;

	sheet_close(s);
	if (link_why_not(w, why) != NULL)
		return false;
	if (items->n == 0) {
		snprintf(why, ROW_TEXT, "nothing here to %s", desk_verb(a));
		return false;
	}
	s->too_many = items->n > AT_ONCE && may_as_operation(w, a, items);
	if (items->n > AT_ONCE && !s->too_many) {
		snprintf(why, ROW_TEXT, "%zu are too many at once: %d at most", items->n,
			AT_ONCE);
		return false;
	}
	s->action = a;
	s->hidden = items->hidden;
	s->mixed = s->note_needed = false;
	s->again = s->most_again = 0;
	snprintf(s->rehearsal, sizeof(s->rehearsal), "%s",
		items->rehearsal != NULL ? items->rehearsal : "");
	s->by_canary = items->op != NULL || s->too_many;
	if (a != ACTION_REQUEUE) /* what was chosen last is for what is put back */
		s->rate_at = 0;
	snprintf(s->op, sizeof(s->op), "%s", items->op != NULL ? items->op->id : "");
	s->n_targets = 0;
	s->opened = w->tick;
	s->typed[0] = s->target[0] = s->hint[0] = '\0';
	good = bind(s, w, items, why);
	s->artifact = items->artifact;
	if (good && a == ACTION_APPROVE && s->note_needed && s->n > ONE_BY_ONE) {
		snprintf(why, ROW_TEXT,
			"%zu with faults among them: approve these one by one, or reject",
			s->n);
		good = false;
	}
	if (!good) {
		sheet_close(s);
	} else {
		sheet_sum(s);
		first_phase(s, items->op);
	}
	return good;
}

bool sheet_open_edited(struct sheet *s, const struct world *w, uint32_t handoff,
	struct str was, struct str artifact, char why[ROW_TEXT])
{
	struct sheet_items one = { .handoffs = &handoff, .n = 1 };
	struct json a = { 0 }, b = { 0 };

	if (!sheet_open(s, w, ACTION_APPROVE, &one, why))
		return false;
	s->artifact = xcalloc(1, sizeof(*s->artifact));
	s->artifact[0] = xmemdup(artifact.p, artifact.n);
	s->edited = true;
	s->digest = digest_of(artifact);
	if (json_read(&a, was.p, was.n, DEPTH, NULL) &&
		json_read(&b, artifact.p, artifact.n, DEPTH, NULL)) {
		changes_add(&s->changes, &a, 0, &b, 0);
		if (s->changes.n == 0) {
			buf_str(&s->changes.text,
				"only the order of its members, or how they are written");
			lines_end(&s->changes, STYLE_NORMAL);
		}
	}
	json_fini(&a);
	json_fini(&b);
	return true;
}

bool sheet_check(const struct sheet *s, const struct world *w, char why[ROW_TEXT])
{
	char reason[ROW_TEXT];

	if (link_why_not(w, reason) != NULL) {
		snprintf(why, ROW_TEXT, "%.150s: nothing sent", reason);
		return false;
	}
	for (size_t i = 0; i < s->n; i++) {
		if (!bound_holds(&s->bound[i], w->mesh, NULL, reason)) {
			snprintf(why, ROW_TEXT, "%.190s: nothing sent", reason);
			return false;
		}
	}
	return true;
}

/* --- keys ------------------------------------------------------------------- */

bool sheet_in_text(const struct sheet *s)
{
	return s->phase == SHEET_NOTE || s->phase == SHEET_TARGET_TEXT;
}

bool sheet_by_number(const struct sheet *s)
{
	return s->n > 9 || s->again > 0 ||
		(s->n > 1 && (s->mixed || s->action == ACTION_ESCALATE));
}

bool sheet_note_missing(const struct sheet *s)
{
	struct str note = prompt_text(&s->note);

	for (size_t i = 0; i < note.n; i++) {
		if (note.p[i] != ' ')
			return false;
	}
	return s->note_needed;
}

static enum sheet_did closes(char why[ROW_TEXT])
{
	snprintf(why, ROW_TEXT, "nothing sent");
	return SHEET_CLOSES;
}

/* Who writes on after Tab has left the note is told which key was taken for another. */
static enum sheet_did goes_back(int key, const char *confirms, char why[ROW_TEXT])
{
	char name[KEYS_NAME_MAX];

	if (!keys_is_text(key))
		return closes(why);
	keys_name(key, name);
	snprintf(why, ROW_TEXT, "%s goes back, only %s confirms: nothing sent", name,
		confirms);
	return SHEET_CLOSES;
}

static const unsigned rates[] = { 10, 60, 300, 1200, 6000 };
static const unsigned shares[] = { 0, 5, 10, 25, 50 };

bool sheet_offers(const struct sheet *s)
{
	return s->too_many || (s->action == ACTION_REQUEUE && s->n > 1);
}

unsigned sheet_rate(const struct sheet *s)
{
	/* nobody has to do anything for one that is discarded, so that goes fast */
	unsigned first = s->action == ACTION_DISCARD ? 4 : 1;

	return rates[(s->rate_at + first) % (sizeof(rates) / sizeof(*rates))];
}

unsigned sheet_share(const struct sheet *s)
{
	return shares[(s->share_at + 2) % (sizeof(shares) / sizeof(*shares))];
}

/* How they are put back; none of these keys sends. */
static bool turned(struct sheet *s, int key)
{
	if (!sheet_offers(s) || s->op[0] != '\0' ||
		(key != 'c' && (!s->by_canary || (key != 'r' && key != 's'))))
		return false;
	if (key == 'c' && s->too_many)
		snprintf(s->hint, sizeof(s->hint), "more than %d go only so", AT_ONCE);
	else
		s->by_canary ^= key == 'c';
	s->rate_at += key == 'r';
	s->share_at += key == 's';
	return true;
}

static enum sheet_did number_key(struct sheet *s, int key, char why[ROW_TEXT])
{
	size_t n = strlen(s->typed);
	char want[24];

	if (key >= '0' && key <= '9' && n + 1 < sizeof(s->typed)) {
		s->typed[n] = (char)key;
		s->typed[n + 1] = '\0';
		return SHEET_STAYS;
	}
	if (key == K_BACKSPACE && n > 0) {
		s->typed[n - 1] = '\0';
		return SHEET_STAYS;
	}
	snprintf(want, sizeof(want), "%zu", s->n);
	if (key != 'y')
		return goes_back(key, want, why);
	if (strcmp(s->typed, want) == 0)
		return SHEET_SENDS;
	snprintf(why, ROW_TEXT, "%s is not the number %s: nothing sent",
		n > 0 ? s->typed : "(none)", want);
	return SHEET_CLOSES;
}

static enum sheet_did confirm_key(struct sheet *s, int key, char why[ROW_TEXT])
{
	char digit[24];

	s->hint[0] = '\0';
	if (key == K_TAB) {
		s->phase = SHEET_NOTE;
		return SHEET_STAYS;
	}
	if (turned(s, key))
		return SHEET_STAYS;
	if (sheet_note_missing(s) && (key == 'y' || (key >= '0' && key <= '9'))) {
		snprintf(s->hint, sizeof(s->hint), "a note is needed first");
		return SHEET_STAYS;
	}
	if (sheet_by_number(s))
		return number_key(s, key, why);
	if ((s->n == 1 && key == 'y') || (s->n > 1 && key == '0' + (int)s->n))
		return SHEET_SENDS;
	snprintf(digit, sizeof(digit), "%zu", s->n);
	return goes_back(key, s->n == 1 ? "y" : digit, why);
}

/* What is small opens no decision: that capital says that it is meant. */
static enum sheet_did meant_key(
	struct sheet *s, const struct world *w, int key, char why[ROW_TEXT])
{
	if (key == 'A') {
		s->meant = true;
		s->opened = w->tick;
		s->hint[0] = '\0';
		return SHEET_STAYS;
	}
	if (key != 'y' || sheet_note_missing(s))
		return confirm_key(s, key, why);
	snprintf(s->hint, sizeof(s->hint), "A comes first");
	return SHEET_STAYS;
}

static enum sheet_did note_key(struct sheet *s, int key, char why[ROW_TEXT])
{
	enum prompt_did did;

	if (key == K_TAB || key == K_BACKTAB) {
		s->phase = SHEET_CONFIRM;
		return SHEET_STAYS;
	}
	did = prompt_key(&s->note, key);
	if (did == PROMPT_DONE)
		s->phase = SHEET_CONFIRM;
	if (did != PROMPT_CANCELLED || key == K_BACKSPACE)
		return SHEET_STAYS;
	if (s->note_needed)
		return closes(why);
	s->phase = SHEET_CONFIRM;
	return SHEET_STAYS;
}

static void take_target(struct sheet *s, struct str name)
{
	memcpy(s->target, name.p, name.n);
	s->target[name.n] = '\0';
	s->phase = SHEET_CONFIRM;
}

static enum sheet_did target_key(struct sheet *s, int key, char why[ROW_TEXT])
{
	if (key == K_TAB) {
		s->phase = SHEET_TARGET_TEXT;
		return SHEET_STAYS;
	}
	if (key < '1' || key > '9' || (size_t)(key - '1') >= s->n_shown)
		return closes(why);
	take_target(s, str_of(s->targets[key - '1']));
	return SHEET_STAYS;
}

static enum sheet_did target_text_key(struct sheet *s, int key, char why[ROW_TEXT])
{
	enum prompt_did did;

	if (key == K_TAB)
		key = K_ENTER;
	did = prompt_key(&s->to, key);
	s->hint[0] = '\0';
	if (did == PROMPT_CANCELLED && key != K_BACKSPACE)
		return closes(why);
	if (did == PROMPT_DONE && is_target(prompt_text(&s->to)))
		take_target(s, prompt_text(&s->to));
	else if (did == PROMPT_DONE)
		snprintf(s->hint, sizeof(s->hint),
			"not a name: letters, digits, . _ - only");
	return SHEET_STAYS;
}

enum sheet_did sheet_key(
	struct sheet *s, const struct world *w, int key, char why[ROW_TEXT])
{
	bool deaf = w->tick - s->opened < SHEET_DEAF;

	if (key == K_NONE || key == K_RESIZE || key == K_REDRAW)
		return SHEET_STAYS;
	if (deaf && !sheet_in_text(s)) { /* what is typed into a note confirms nothing */
		if (key == 'y' || (key >= '0' && key <= '9'))
			snprintf(s->hint, sizeof(s->hint), "too soon: press it again");
		return SHEET_STAYS;
	}
	if (s->phase != SHEET_NOTE && key == K_CTRL('c'))
		return closes(why);
	switch (s->phase) {
	case SHEET_TARGET:
		return target_key(s, key, why);
	case SHEET_TARGET_TEXT:
		return target_text_key(s, key, why);
	case SHEET_NOTE:
		return note_key(s, key, why);
	default:
		return s->edited && !s->meant ? meant_key(s, w, key, why)
					      : confirm_key(s, key, why);
	}
}
