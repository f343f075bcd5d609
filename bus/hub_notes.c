/* SPDX-License-Identifier: MIT */
/*
 * The operation `annotate`: docs/PROTOCOL.md, "Notes and tags". What changes nothing
 * is answered and not journaled, so that who got no answer may ask again.
 */
#include "base/text.h"
#include "bus/hub_own.h"

#define MOST_OPERATOR 128  /* bytes of who is on it */
#define OWNER_SECONDS 1800 /* for so long, if nobody says how long */
#define OWNER_MOST (4 * 3600)

struct annotation {
	enum noted_what what;
	struct str name, operator_name, note, title, owner;
	uint32_t tags, untags; /* nodes of the request, JSON_NONE */
	int64_t until;
	bool take;
};

static bool malformed(struct request *r, const char *what)
{
	reply_error(r, "malformed", "%s", what);
	return false;
}

/* --- is there what is named ------------------------------------------------------ */

static bool is_edge(const struct mesh *m, struct str name)
{
	const char *by = name.n > 0 ? memchr(name.p, '>', name.n) : NULL;
	struct str from = name;
	uint32_t a, b;

	if (by == NULL)
		return false;
	from.n = (size_t)(by - name.p);
	a = mesh_find_agent(m, from);
	b = mesh_find_agent(m, str_skip(name, from.n + 1));
	return a != NONE && b != NONE && mesh_find_edge(m, a, b) != NONE;
}

/* A group of dead letters is its edge and, behind a blank, why they died. */
static bool is_group(const struct mesh *m, struct str name)
{
	const char *by = name.n > 0 ? memchr(name.p, ' ', name.n) : NULL;

	return by != NULL && (size_t)(by - name.p) + 1 < name.n &&
		is_edge(m, (struct str){ name.p, (size_t)(by - name.p) });
}

/* "name/1.2.3", or "name". */
static bool is_of(struct str said, struct str name)
{
	const char *by = said.n > 0 ? memrchr(said.p, '/', said.n) : NULL;

	if (by != NULL)
		said.n = (size_t)(by - said.p);
	return said.n > 0 && str_eq(said, name);
}

/* Its name without a version: also of one that no file says, and offers name. */
static bool is_contract(const struct mesh *m, struct str name)
{
	if (registry_knew(&m->contracts, name))
		return true;
	for (uint32_t i = 0; i < m->edges; i++) {
		const struct edge *e = &m->edge[i];

		for (uint32_t k = 0; k < e->kinds; k++) {
			if (is_of(str_of(e->kind[k].name), name))
				return true;
		}
	}
	return false;
}

static bool is_there(const struct mesh *m, const struct annotation *a)
{
	switch (a->what) {
	case NOTED_HANDOFF:
		return mesh_find_handoff(m, a->name) != NONE;
	case NOTED_GROUP:
		return is_group(m, a->name);
	case NOTED_INCIDENT:
		return mesh_find_incident(m, a->name) != NONE;
	case NOTED_EDGE:
		return is_edge(m, a->name);
	case NOTED_CONTRACT:
		return is_contract(m, a->name);
	default:
		return mesh_find_agent(m, a->name) != NONE;
	}
}

/* --- the request ------------------------------------------------------------------ */

static bool is_tag(struct str s)
{
	return s.n > 0 && s.n <= TAG_BYTES && !text_has_controls(s) &&
		memchr(s.p, ' ', s.n) == NULL && memchr(s.p, ',', s.n) == NULL;
}

static bool take_tags(struct request *r, const char *name, uint32_t *out)
{
	uint32_t list = json_member(r->j, 0, name);

	*out = JSON_NONE;
	if (list == JSON_NONE || json_is(r->j, list, JSON_NULL))
		return true;
	if (!json_is(r->j, list, JSON_ARRAY) || r->j->node[list].count > TAGS_MOST)
		return malformed(
			r, "\"tags\" and \"untags\" are arrays of at most 16 tags");
	for (uint32_t i = list + 1; i < r->j->node[list].next; i = r->j->node[i].next) {
		if (!json_is(r->j, i, JSON_STRING) || !is_tag(json_str(r->j, i)))
			return malformed(r,
				"a tag has 1 to 64 bytes, without blanks, commas and "
				"control characters");
	}
	*out = list;
	return true;
}

static bool has_controls(struct str s)
{
	return s.n > 0 && text_has_controls(s);
}

static bool take_words(struct request *r, struct annotation *a)
{
	if (!want_string(r, "note", &a->note) || !want_string(r, "title", &a->title) ||
		!want_string(r, "owner", &a->owner))
		return false;
	if (a->note.n > NOTE_BYTES)
		return malformed(r, "\"note\" has at most 4096 bytes");
	if (a->note.p != NULL && text_is_blank(a->note))
		return malformed(r, "\"note\" must say something");
	if (a->title.n > TITLE_BYTES || has_controls(a->title))
		return malformed(
			r, "\"title\" has at most 200 bytes, without control characters");
	if (a->owner.n > MOST_OPERATOR || has_controls(a->owner))
		return malformed(r,
			"\"owner\" must be a name of at most 128 bytes, without control "
			"characters");
	return take_tags(r, "tags", &a->tags) && take_tags(r, "untags", &a->untags);
}

static bool take_request(struct hub *h, struct request *r, struct annotation *a)
{
	double seconds = OWNER_SECONDS;
	struct str what;

	if (!want_string(r, "what", &what) || !want_string(r, "name", &a->name) ||
		!need_operator(r, &a->operator_name) || !take_words(r, a) ||
		!want_number(r, "seconds", 1, OWNER_MOST, &seconds) ||
		!want_flag(r, "take", &a->take))
		return false;
	a->what = noted_what_named(what);
	if (a->what == NOTED_WHATS)
		return malformed(r,
			"\"what\" must be handoff, group, incident, edge, agent or contract");
	if (a->name.n == 0 || a->name.n > NOTED_NAME_BYTES || has_controls(a->name))
		return malformed(
			r, "\"name\" has 1 to 400 bytes, without control characters");
	if (a->note.p == NULL && a->title.p == NULL && a->owner.p == NULL &&
		a->tags == JSON_NONE && a->untags == JSON_NONE)
		return malformed(r,
			"\"note\", \"title\", \"tags\", \"untags\" or \"owner\" says what "
			"to write");
	a->until = hub_now(h) + (int64_t)(seconds * (double)SECOND);
	if (is_there(h->mesh, a))
		return true;
	reply_error(r, "not_found", "there is no %s \"%.*s\"", noted_what_name(a->what),
		a->name.n < 140 ? (int)a->name.n : 140, a->name.p);
	return false;
}

/* --- what changes ------------------------------------------------------------------- */

/* The newest note says just that, and so does its writer: it is asked again. */
static bool is_said(const struct noted *n, const struct annotation *a)
{
	const struct note *last =
		n != NULL && n->notes > 0 ? &n->note[n->notes - 1] : NULL;

	return last != NULL && str_is(a->note, last->text) &&
		str_is(a->operator_name, last->by);
}

static uint32_t count_new(
	struct request *r, const struct noted *n, uint32_t list, bool has)
{
	uint32_t count = 0;

	for (uint32_t i = list + 1; list != JSON_NONE && i < r->j->node[list].next;
		i = r->j->node[i].next)
		count += noted_has_tag(n, json_str(r->j, i)) == has;
	return count;
}

/* Somebody else's is taken over, or given up, only by who says so. */
static bool owner_changes(const struct noted *n, const struct annotation *a, int64_t now)
{
	const char *by = noted_owner(n, now);

	if (a->owner.p == NULL)
		return false;
	if (by == NULL)
		return a->owner.n > 0;
	if (!str_is(a->operator_name, by) && !a->take)
		return false;
	if (!str_is(a->owner, by))
		return true;
	return n->owner_until - now < (a->until - now) / 2;
}

static void out_given(struct buf *b, const char *name, struct str s)
{
	out_key(b, name);
	out_str(b, s);
}

static void journal_note(struct hub *h, struct request *r, const struct annotation *a,
	const struct noted *n)
{
	struct buf *b = hub_data(h, NONE);

	out_given(b, "what", str_of(noted_what_name(a->what)));
	out_given(b, "name", a->name);
	out_given(b, "operator", a->operator_name);
	if (a->note.p != NULL && !is_said(n, a))
		out_given(b, "note", a->note);
	if (a->title.p != NULL)
		out_given(b, "title", a->title);
	if (a->tags != JSON_NONE) {
		out_key(b, "tags");
		out_raw(b, json_raw(r->j, a->tags));
	}
	if (a->untags != JSON_NONE) {
		out_key(b, "untags");
		out_raw(b, json_raw(r->j, a->untags));
	}
	if (owner_changes(n, a, hub_now(h))) {
		out_given(b, "owner", a->owner);
		if (a->owner.n > 0) {
			out_key(b, "until");
			out_time(b, a->until);
		}
	}
	out_close(b, '}');
	hub_emit(h, EV_NOTED, (struct str){ 0 }, buf_view(b));
}

static bool changes(struct hub *h, struct request *r, const struct annotation *a,
	const struct noted *n)
{
	const char *title = n != NULL && n->title != NULL ? n->title : "";

	return (a->note.p != NULL && !is_said(n, a)) ||
		(a->title.p != NULL && !str_is(a->title, title)) ||
		count_new(r, n, a->tags, false) > 0 ||
		count_new(r, n, a->untags, true) > 0 || owner_changes(n, a, hub_now(h));
}

/* --- what stands, for replies --------------------------------------------------------
 */

static void out_tags(struct buf *b, const struct noted *n)
{
	out_key(b, "tags");
	out_open(b, '[');
	for (uint32_t i = 0; n != NULL && i < n->tags; i++)
		out_text(b, n->tag[i]);
	out_close(b, ']');
}

void out_noted(struct buf *b, const struct noted *n)
{
	out_key(b, "title");
	out_text(b, n != NULL ? n->title : NULL);
	out_tags(b, n);
	out_key(b, "notes");
	out_uint(b, n != NULL ? n->notes : 0);
}

void out_noted_owner(struct buf *b, const struct noted *n, int64_t now)
{
	const char *by = noted_owner(n, now);

	out_key(b, "owner");
	out_text(b, by);
	out_key(b, "owner_until");
	out_time(b, by != NULL ? n->owner_until : 0);
}

void out_note_texts(struct buf *b, const struct noted *n)
{
	out_key(b, "texts");
	out_open(b, '[');
	for (uint32_t i = 0; n != NULL && i < n->notes; i++) {
		out_open(b, '{');
		out_key(b, "note");
		out_text(b, n->note[i].text);
		out_key(b, "operator");
		out_text(b, n->note[i].by);
		out_key(b, "time");
		out_time(b, n->note[i].time);
		out_close(b, '}');
	}
	out_close(b, ']');
}

void item_noted(struct buf *b, struct hub *h, size_t rank)
{
	const struct noted *n = &h->mesh->noted[rank];

	out_open(b, '{');
	out_key(b, "what");
	out_text(b, noted_what_name(n->what));
	out_key(b, "name");
	out_text(b, n->name);
	out_noted(b, n);
	out_noted_owner(b, n, hub_now(h));
	out_note_texts(b, n);
	out_key(b, "changed");
	out_digits(b, n->changed);
	out_close(b, '}');
}

void op_annotate(struct hub *h, struct request *r)
{
	struct annotation a = { .tags = JSON_NONE, .untags = JSON_NONE };
	const struct noted *n;

	if (!take_request(h, r, &a))
		return;
	n = mesh_noted(h->mesh, a.what, a.name);
	if (n != NULL &&
		n->tags - count_new(r, n, a.untags, true) +
				count_new(r, n, a.tags, false) >
			TAGS_MOST) {
		reply_error(r, "not_allowed", "%d tags are on it already", TAGS_MOST);
		return;
	}
	if (changes(h, r, &a, n))
		journal_note(h, r, &a, n);
	n = mesh_noted(h->mesh, a.what, a.name);
	reply_ok(r);
	out_key(r->out, "recorded");
	out_digits(r->out, n != NULL ? n->changed : 0);
	out_noted(r->out, n);
	out_noted_owner(r->out, n, hub_now(h));
}
