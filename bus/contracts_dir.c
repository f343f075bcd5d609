/* SPDX-License-Identifier: MIT */
#include "bus/contracts_dir.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "base/table.h"
#include "bus/files.h"

#define FILE_BYTES ((size_t)1 << 20)

static int is_json(const struct dirent *d)
{
	size_t n = strlen(d->d_name);

	return n > 5 && d->d_name[0] != '.' && strcmp(d->d_name + n - 5, ".json") == 0;
}

/* Whom to tell what is wrong with a file; nobody but the file itself if `fault` is NULL.
 */
struct telling {
	struct contract_file *file;
	contract_file_fault *fault;
	void *arg;
};

static void tell(void *arg, const char *pointer, const char *why)
{
	struct telling *t = arg;

	if (t->file->err.text[0] == '\0')
		err_set(&t->file->err, "%s%s%s", pointer, pointer[0] != '\0' ? ": " : "",
			why);
	if (t->fault != NULL)
		t->fault(t->arg, t->file->name, pointer, why);
}

static struct contract *read_file(const char *path, struct telling *t)
{
	struct contract *c = NULL;
	struct buf text = { 0 };
	struct err e;

	if (file_read(path, FILE_BYTES, &text, &e))
		c = contract_check(buf_view(&text), tell, t);
	else
		tell(t, "", e.text);
	buf_fini(&text);
	return c;
}

struct contract *contract_file_read(const char *path, struct err *e)
{
	struct contract_file file = { 0 };
	struct contract *c = read_file(path, &(struct telling){ .file = &file });

	*e = file.err;
	return c;
}

void contract_file_twice(const char *id, const char *first, struct err *e)
{
	err_set(e, "/contract: %s stands in %s already", id, first);
}

/* --- the folder ----------------------------------------------------------------- */

static int by_bytes(const struct dirent **a, const struct dirent **b)
{
	return strcmp((*a)->d_name, (*b)->d_name);
}

char **contract_files_names(const char *dir, size_t *n, struct err *e)
{
	struct dirent **entry;
	int count = scandir(dir, &entry, is_json, by_bytes);
	char **name;

	*n = 0;
	if (count < 0) {
		err_set(e, "cannot read the contracts in %s: %s", dir, strerror(errno));
		return NULL;
	}
	*n = (size_t)count;
	name = xcalloc(*n + 1, sizeof(*name));
	for (size_t i = 0; i < *n; i++) {
		name[i] = xstrdup(entry[i]->d_name);
		free(entry[i]);
	}
	free(entry);
	return name;
}

static struct str id_of(const void *owner, uint32_t place)
{
	return str_of(((const struct contract_file *)owner)[place].contract->id);
}

/* Two files of one id: the first by name stands, the other is refused. */
static void refuse_second(
	struct telling *t, struct table *ids, const struct contract_file *files)
{
	uint32_t place = (uint32_t)(t->file - files), first;
	struct contract *c = t->file->contract;
	struct err why;

	if (c == NULL)
		return;
	first = table_find(ids, str_of(c->id));
	if (first == TABLE_NONE) {
		table_add(ids, str_of(c->id), place);
		return;
	}
	contract_file_twice(c->id, files[first].name, &why);
	tell(t, "/contract", why.text + sizeof("/contract: ") - 1);
	contract_free(c);
	t->file->contract = NULL;
}

struct contract_file *contract_files_check(
	const char *dir, size_t *n, contract_file_fault *fault, void *arg, struct err *e)
{
	char **name = contract_files_names(dir, n, e);
	struct contract_file *files;
	struct buf path = { 0 };
	struct table ids;

	if (name == NULL)
		return NULL;
	files = xcalloc(*n + 1, sizeof(*files));
	table_init(&ids, id_of, files);
	for (size_t i = 0; i < *n; i++) {
		struct telling t = { &files[i], fault, arg };

		files[i].name = name[i];
		buf_reset(&path);
		buf_fmt(&path, "%s/%s", dir, name[i]);
		files[i].contract = read_file(path.data, &t);
		refuse_second(&t, &ids, files);
	}
	buf_fini(&path);
	table_fini(&ids);
	free(name);
	return files;
}

struct contract_file *contract_files_read(const char *dir, size_t *n, struct err *e)
{
	return contract_files_check(dir, n, NULL, NULL, e);
}

void contract_files_free(struct contract_file *f, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		free(f[i].name);
		contract_free(f[i].contract);
	}
	free(f);
}
