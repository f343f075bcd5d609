/* SPDX-License-Identifier: MIT */
#include "bus/contracts_watch.h"

#include <stdlib.h>
#include <sys/stat.h>

#include "base/clock.h"
#include "base/mem.h"
#include "base/text.h"
#include "bus/contracts_dir.h"
#include "bus/files.h"

#define TRIES 3     /* to read a file that changes under our hands */
#define SETTLED 500 /* milliseconds after which a broken file is meant so */
#define NANO ((int64_t)1000000000)

static void drop_contract(struct watched_file *f)
{
	contract_free(f->contract);
	f->contract = NULL;
}

static void file_fini(struct watched_file *f)
{
	drop_contract(f);
	free(f->name);
	free(f->said);
	free(f->id);
}

void watched_fini(struct watched *w)
{
	for (uint32_t i = 0; i < w->n; i++)
		file_fini(&w->file[i]);
	free(w->file);
	table_fini(&w->by_id);
	*w = (struct watched){ 0 };
}

void watched_forget(struct watched *w)
{
	for (uint32_t i = 0; i < w->n; i++)
		w->file[i].read = false;
}

/* --- one file ------------------------------------------------------------------- */

static struct file_stamp stamp_of(const char *path)
{
	struct stat s;

	if (stat(path, &s) < 0)
		return (struct file_stamp){ 0 };
	return (struct file_stamp){
		.written = s.st_mtim.tv_sec * NANO + s.st_mtim.tv_nsec,
		.changed = s.st_ctim.tv_sec * NANO + s.st_ctim.tv_nsec,
		.size = s.st_size,
		.inode = s.st_ino,
	};
}

static bool same_stamp(const struct file_stamp *a, const struct file_stamp *b)
{
	return a->written == b->written && a->changed == b->changed &&
		a->size == b->size && a->inode == b->inode;
}

/* Whoever wrote it has not had the time to write the rest. */
static bool just_written(const struct file_stamp *s)
{
	int64_t age = clock_wall() - s->written / 1000;

	return age >= 0 && age < (int64_t)SETTLED * 1000;
}

/* The contract in the bytes of one moment, or NULL with the reason. */
static struct contract *read_whole(
	const char *path, struct file_stamp *at, struct err *e, bool *torn)
{
	struct contract *c = NULL;
	struct file_stamp after;

	for (int i = 0; i < TRIES; i++) {
		contract_free(c);
		*at = stamp_of(path);
		*e = (struct err){ "" };
		c = contract_file_read(path, e);
		after = stamp_of(path);
		*torn = !same_stamp(at, &after);
		if (!*torn)
			break;
	}
	return c;
}

static void put_path(struct buf *path, const char *dir, const char *name)
{
	buf_reset(path);
	buf_fmt(path, "%s/%s", dir, name);
}

static void read_again(struct watched_file *f, const char *path)
{
	bool torn;

	drop_contract(f);
	free(f->id);
	f->id = NULL;
	f->contract = read_whole(path, &f->stamp, &f->broken, &torn);
	f->fresh = f->read = true;
	/* half a contract is none, so what is one is whole */
	f->unsettled = f->contract == NULL && (torn || just_written(&f->stamp));
	if (f->contract == NULL)
		return;
	f->id = xstrdup(f->contract->id);
	f->digest = f->contract->digest;
}

/* --- the folder ----------------------------------------------------------------- */

static int by_name(const void *a, const void *b)
{
	return strcmp(((const struct watched_file *)a)->name,
		((const struct watched_file *)b)->name);
}

static const struct watched_file *find_file(const struct watched *w, const char *name)
{
	struct watched_file key = { .name = (char *)name };

	if (w->n == 0)
		return NULL;
	return bsearch(&key, w->file, w->n, sizeof(key), by_name);
}

/* Of a name that is no UTF-8 another one is told: such files are few. */
const struct watched_file *watched_named(const struct watched *w, const char *name)
{
	const struct watched_file *found = find_file(w, name);

	for (uint32_t i = 0; i < w->n && found == NULL && w->oddly_named; i++) {
		if (strcmp(w->file[i].said, name) == 0)
			found = &w->file[i];
	}
	return found;
}

static char *utf8_name(const char *name, bool *odd)
{
	struct buf b = { 0 };

	if (utf8_valid(str_of(name)))
		return xstrdup(name);
	*odd = true;
	text_clean(&b, str_of(name));
	return buf_steal(&b);
}

static struct str id_of(const void *owner, uint32_t place)
{
	return str_of(((const struct watched *)owner)->file[place].id);
}

const struct watched_file *watched_holds(const struct watched *w, const char *id)
{
	uint32_t place =
		w->by_id.key_of != NULL ? table_find(&w->by_id, str_of(id)) : TABLE_NONE;

	return place != TABLE_NONE ? &w->file[place] : NULL;
}

/* Two files of one id: the first by name stands, the other is refused. */
static void settle(struct watched *w)
{
	table_fini(&w->by_id);
	table_init(&w->by_id, id_of, w);
	w->unsettled = w->bad = false;
	for (uint32_t i = 0; i < w->n; i++) {
		struct watched_file *f = &w->file[i];
		const struct watched_file *first =
			f->id != NULL ? watched_holds(w, f->id) : NULL;

		f->err = f->broken;
		if (first != NULL)
			contract_file_twice(f->id, first->said, &f->err);
		else if (f->id != NULL)
			table_add(&w->by_id, str_of(f->id), i);
		w->unsettled |= f->unsettled;
		w->bad |= f->id == NULL;
	}
}

/* Takes over what is known of the file, if it was there. */
static struct watched_file take_known(struct watched *w, char *name)
{
	const struct watched_file *known = find_file(w, name);
	struct watched_file f = { .name = name };
	struct watched_file *was;

	if (known == NULL)
		return f;
	was = &w->file[known - w->file];
	f = *was;
	f.name = name;
	f.said = NULL;
	was->contract = NULL;
	was->id = NULL;
	return f;
}

/* The files of the folder now, with what is known of those that were there. */
static struct watched_file *list_files(
	struct watched *w, char **name, size_t n, bool *changed)
{
	struct watched_file *list = xcalloc(n + 1, sizeof(*list));
	bool odd = false;

	*changed = n != w->n;
	for (size_t i = 0; i < n; i++) {
		*changed |= find_file(w, name[i]) == NULL;
		list[i] = take_known(w, name[i]);
		list[i].said = utf8_name(name[i], &odd);
	}
	w->oddly_named = odd;
	return list;
}

static bool is_known(const struct watched_file *f, const char *path)
{
	struct file_stamp now = stamp_of(path);

	return !f->unsettled && f->read && same_stamp(&now, &f->stamp);
}

/* Begins where the last look stopped, so that none waits for ever behind others. */
static bool read_files(struct watched *w, const char *dir, int64_t patience)
{
	int64_t began = clock_mono();
	struct buf path = { 0 };
	uint32_t first = w->n > 0 ? w->from % w->n : 0;
	bool changed = false;

	w->unread = false;
	for (uint32_t k = 0; k < w->n; k++) {
		struct watched_file *f = &w->file[(first + k) % w->n];

		put_path(&path, dir, f->name);
		if (is_known(f, path.data))
			continue;
		if (changed && clock_mono() - began > patience) {
			w->from = (first + k) % w->n;
			w->unread = true;
			break;
		}
		read_again(f, path.data);
		changed = true;
	}
	buf_fini(&path);
	return changed;
}

bool watched_look(struct watched *w, const char *dir, int64_t patience, struct err *e)
{
	struct watched_file *list;
	size_t n;
	char **name = contract_files_names(dir, &n, e);
	bool other;

	if (name == NULL)
		return false;
	list = list_files(w, name, n, &other);
	free(name);
	for (uint32_t i = 0; i < w->n; i++)
		file_fini(&w->file[i]);
	free(w->file);
	w->file = list;
	w->n = (uint32_t)n;
	w->changed = read_files(w, dir, patience) || other;
	if (w->changed)
		settle(w);
	return true;
}

const struct contract *watched_contract(
	struct watched *w, const char *dir, const struct watched_file *file)
{
	struct watched_file *f = &w->file[file - w->file];
	struct buf path = { 0 };
	struct err e;

	if (f->contract == NULL) {
		put_path(&path, dir, f->name);
		f->contract = contract_file_read(path.data, &e);
		buf_fini(&path);
	}
	if (f->contract != NULL && strcmp(f->contract->id, f->id) == 0)
		return f->contract;
	f->read = false;
	return NULL;
}

void watched_noted(struct watched *w)
{
	for (uint32_t i = 0; i < w->n; i++) {
		drop_contract(&w->file[i]);
		w->file[i].fresh = false;
	}
}
