/* SPDX-License-Identifier: MIT */
#include "mesh/notes.h"

#include <stdlib.h>

#include "base/mem.h"
#include "base/text.h"
#include "mesh/own.h"

static const char *const whats[NOTED_WHATS] = {
	[NOTED_HANDOFF] = "handoff",
	[NOTED_GROUP] = "group",
	[NOTED_INCIDENT] = "incident",
	[NOTED_EDGE] = "edge",
	[NOTED_AGENT] = "agent",
	[NOTED_CONTRACT] = "contract",
};

const char *noted_what_name(enum noted_what w)
{
	return whats[w];
}

enum noted_what noted_what_named(struct str name)
{
	enum noted_what w = (enum noted_what)0;

	while (w < NOTED_WHATS && !str_is(name, whats[w]))
		w++;
	return w;
}

/* --- finding ----------------------------------------------------------------- */

static struct str noted_key(const void *owner, uint32_t place)
{
	return str_of(((const struct mesh *)owner)->noted[place].key);
}

static void write_key(struct buf *b, enum noted_what what, struct str name)
{
	buf_str(b, whats[what]);
	buf_char(b, ' ');
	buf_slice(b, name);
}

/* Names and tags stand in texts that end with their first NUL. */
static bool is_text(struct str s, size_t most)
{
	return s.n > 0 && s.n <= most && memchr(s.p, '\0', s.n) == NULL;
}

static uint32_t find(const struct mesh *m, enum noted_what what, struct str name)
{
	struct buf key = { 0 };
	uint32_t i;

	if (m->noteds == 0 || what == NOTED_WHATS)
		return TABLE_NONE;
	write_key(&key, what, name);
	i = table_find(&m->own.noteds, buf_view(&key));
	buf_fini(&key);
	return i;
}

const struct noted *mesh_noted(
	const struct mesh *m, enum noted_what what, struct str name)
{
	uint32_t i = find(m, what, name);

	return i != TABLE_NONE ? &m->noted[i] : NULL;
}

/* One of the same id may have been aged out before this one came. */
const struct noted *mesh_noted_handoff(const struct mesh *m, const struct handoff *h)
{
	const struct noted *n =
		m->noteds > 0 ? mesh_noted(m, NOTED_HANDOFF, str_of(h->id)) : NULL;

	return n != NULL && n->changed > handoff_born(h) ? n : NULL;
}

const struct noted *mesh_noted_incident(const struct mesh *m, const struct incident *i)
{
	return m->noteds > 0 ? mesh_noted(m, NOTED_INCIDENT, str_of(i->id)) : NULL;
}

bool noted_has_tag(const struct noted *n, struct str tag)
{
	for (uint32_t i = 0; n != NULL && i < n->tags; i++) {
		if (str_is(tag, n->tag[i]))
			return true;
	}
	return false;
}

/* --- changing ------------------------------------------------------------------ */

static void note_fini(struct note *n)
{
	free(n->text);
	free(n->by);
}

void noted_fini(struct noted *n)
{
	for (uint32_t i = 0; i < n->notes; i++)
		note_fini(&n->note[i]);
	for (uint32_t i = 0; i < n->tags; i++)
		free(n->tag[i]);
	free(n->note);
	free(n->tag);
	free(n->key);
	free(n->title);
	free(n->owner);
}

void notes_fini(struct mesh *m)
{
	for (uint32_t i = 0; i < m->noteds; i++)
		noted_fini(&m->noted[i]);
	free(m->noted);
	if (m->own.noteds.key_of != NULL)
		table_fini(&m->own.noteds);
}

static void say_text(struct buf *b, const char *text)
{
	if (text != NULL)
		buf_json(b, str_of(text));
	buf_char(b, '\n');
}

/* The same notes, the same digest: their texts are not gone through for each dump. */
static void settle(struct noted *n)
{
	struct buf b = { 0 };

	say_text(&b, n->key);
	say_text(&b, n->title);
	say_text(&b, n->owner);
	buf_fmt(&b, "%lld %lld %llu\n", (long long)n->owner_since,
		(long long)n->owner_until, (unsigned long long)n->changed);
	for (uint32_t i = 0; i < n->tags; i++)
		say_text(&b, n->tag[i]);
	for (uint32_t i = 0; i < n->notes; i++) {
		buf_fmt(&b, "%llu %lld ", (unsigned long long)n->note[i].at,
			(long long)n->note[i].time);
		say_text(&b, n->note[i].by);
		say_text(&b, n->note[i].text);
	}
	n->digest = digest_of(buf_view(&b));
	buf_fini(&b);
}

void noted_put(struct mesh *m, const struct noted *like)
{
	uint32_t i = m->noteds;
	struct noted *n;

	if (m->own.noteds.key_of == NULL)
		table_init(&m->own.noteds, noted_key, m);
	xgrow(&m->noted, &m->own.cap_noted, i + 1, sizeof(*m->noted));
	m->noteds++;
	n = &m->noted[i];
	*n = *like;
	n->name = strchr(n->key, ' ') + 1;
	m->notes += n->notes;
	table_add(&m->own.noteds, str_of(n->key), i);
	settle(n);
}

static uint32_t stalest(const struct mesh *m)
{
	uint32_t found = 0;

	for (uint32_t i = 1; i < m->noteds; i++) {
		if (m->noted[i].changed < m->noted[found].changed)
			found = i;
	}
	return found;
}

static uint32_t get(struct mesh *m, enum noted_what what, struct str name)
{
	uint32_t i = find(m, what, name);
	struct buf key = { 0 };
	struct noted new = { .what = what };

	if (i != TABLE_NONE)
		return i;
	write_key(&key, what, name);
	new.key = buf_steal(&key);
	if (m->noteds < NOTED_MOST) {
		noted_put(m, &new);
		return m->noteds - 1;
	}
	i = stalest(m);
	table_remove(&m->own.noteds, str_of(m->noted[i].key), i);
	m->notes -= m->noted[i].notes;
	noted_fini(&m->noted[i]);
	new.name = strchr(new.key, ' ') + 1;
	m->noted[i] = new;
	table_add(&m->own.noteds, str_of(new.key), i);
	return i;
}

static void drop_oldest(struct mesh *m, struct noted *n)
{
	note_fini(&n->note[0]);
	n->notes--;
	m->notes--;
	memmove(&n->note[0], &n->note[1], n->notes * sizeof(*n->note));
}

static void make_room(struct mesh *m)
{
	uint32_t found = NONE;

	for (uint32_t i = 0; i < m->noteds; i++) {
		if (m->noted[i].notes > 0 &&
			(found == NONE ||
				m->noted[i].note[0].at < m->noted[found].note[0].at))
			found = i;
	}
	drop_oldest(m, &m->noted[found]);
	settle(&m->noted[found]);
}

static void add_note(struct mesh *m, struct noted *n, const struct event *e)
{
	struct str text = text_head(e->note, NOTE_BYTES);

	if (n->notes == NOTES_OF_THING)
		drop_oldest(m, n);
	while (m->notes >= NOTES_MOST)
		make_room(m);
	n->note = xrealloc(n->note, (n->notes + 1) * sizeof(*n->note));
	n->note[n->notes++] = (struct note){ .text = text_whole(text),
		.by = text_kept(e->operator_name),
		.time = e->recorded,
		.at = e->hubsequence };
	m->notes++;
}

static void remove_tag(struct noted *n, struct str tag)
{
	uint32_t i = 0;

	while (i < n->tags && !str_is(tag, n->tag[i]))
		i++;
	if (i == n->tags)
		return;
	free(n->tag[i]);
	n->tags--;
	memmove(&n->tag[i], &n->tag[i + 1], (n->tags - i) * sizeof(*n->tag));
	n->tag[n->tags] = NULL;
}

static void add_tag(struct noted *n, struct str tag)
{
	if (!is_text(tag, TAG_BYTES) || n->tags == TAGS_MOST || noted_has_tag(n, tag))
		return;
	n->tag = xrealloc(n->tag, (n->tags + 2) * sizeof(*n->tag));
	n->tag[n->tags++] = text_whole(tag);
	n->tag[n->tags] = NULL;
}

static void each_tag(struct noted *n, const struct event *e, const char *member,
	void (*use)(struct noted *, struct str))
{
	uint32_t list = json_member(e->doc, e->data, member);

	if (!json_is(e->doc, list, JSON_ARRAY))
		return;
	for (uint32_t i = list + 1; i < e->doc->node[list].next;
		i = e->doc->node[i].next) {
		if (json_is(e->doc, i, JSON_STRING))
			use(n, json_str(e->doc, i));
	}
}

static bool said(const struct event *e, const char *member, struct str *out)
{
	uint32_t i = json_member(e->doc, e->data, member);

	if (!json_is(e->doc, i, JSON_STRING))
		return false;
	*out = json_str(e->doc, i);
	return true;
}

static void take_owner(struct noted *n, const struct event *e, struct str owner)
{
	const char *was = noted_owner(n, e->recorded);

	if (owner.n == 0) {
		n->owner_since = n->owner_until = 0;
	} else {
		if (was == NULL || !str_is(owner, was))
			n->owner_since = e->recorded;
		n->owner_until = e->until;
	}
	text_replace(&n->owner, owner.n > 0 ? owner : (struct str){ 0 });
}

static void fold_noted(struct mesh *m, const struct event *e, uint32_t unused)
{
	enum noted_what what = noted_what_named(e->what);
	struct str text;
	struct noted *n;
	uint32_t i;

	(void)unused;
	if (what == NOTED_WHATS || !is_text(e->name, NOTED_NAME_BYTES))
		return;
	i = get(m, what, e->name);
	n = &m->noted[i];
	n->changed = e->hubsequence;
	if (e->note.n > 0)
		add_note(m, n, e);
	if (said(e, "title", &text))
		text_replace(&n->title, text.n > 0 ? text : (struct str){ 0 });
	each_tag(n, e, "untags", remove_tag);
	each_tag(n, e, "tags", add_tag);
	if (said(e, "owner", &text))
		take_owner(n, e, text);
	settle(n);
}

fold_function *const note_folds[EVENT_TYPES] = {
	[EV_NOTED] = fold_noted,
};
