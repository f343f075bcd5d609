/* SPDX-License-Identifier: MIT */
#include "bus/contracts_dir.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "base/mem.h"
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

static void read_one(const char *dir, struct telling *t)
{
	struct buf path = { 0 }, text = { 0 };
	struct err e;

	buf_fmt(&path, "%s/%s", dir, t->file->name);
	if (file_read(path.data, FILE_BYTES, &text, &e))
		t->file->contract = contract_check(buf_view(&text), tell, t);
	else
		tell(t, "", e.text);
	buf_fini(&path);
	buf_fini(&text);
}

/* Two files of one id: the first by name stands, the other is refused. */
static void refuse_second(struct telling *t, const struct contract_file *files, size_t i)
{
	struct contract *c = files[i].contract;
	char why[200];

	if (c == NULL)
		return;
	for (size_t k = 0; k < i; k++) {
		if (files[k].contract == NULL ||
			strcmp(files[k].contract->id, c->id) != 0)
			continue;
		snprintf(why, sizeof(why), "%s stands in %s already", c->id,
			files[k].name);
		tell(t, "/contract", why);
		contract_free(c);
		t->file->contract = NULL;
		return;
	}
}

struct contract_file *contract_files_check(
	const char *dir, size_t *n, contract_file_fault *fault, void *arg, struct err *e)
{
	struct dirent **entry;
	int count = scandir(dir, &entry, is_json, alphasort);
	struct contract_file *files;

	*n = 0;
	if (count < 0) {
		err_set(e, "cannot read the contracts in %s: %s", dir, strerror(errno));
		return NULL;
	}
	files = xcalloc((size_t)count + 1, sizeof(*files));
	for (int i = 0; i < count; i++) {
		struct telling t = { &files[i], fault, arg };

		files[i].name = xstrdup(entry[i]->d_name);
		read_one(dir, &t);
		refuse_second(&t, files, (size_t)i);
		free(entry[i]);
	}
	free(entry);
	*n = (size_t)count;
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

static uint64_t mix(uint64_t a, uint64_t b)
{
	return (a ^ b) * UINT64_C(0x9e3779b97f4a7c15) + (a >> 29);
}

int64_t contract_files_stamp(const char *dir)
{
	struct dirent **entry;
	int count = scandir(dir, &entry, is_json, alphasort);
	uint64_t stamp = 1;

	if (count < 0)
		return 0;
	for (int i = 0; i < count; i++) {
		struct buf path = { 0 };
		struct stat s;

		buf_fmt(&path, "%s/%s", dir, entry[i]->d_name);
		if (stat(path.data, &s) == 0) {
			stamp = mix(stamp, (uint64_t)s.st_mtim.tv_sec);
			stamp = mix(stamp, (uint64_t)s.st_mtim.tv_nsec);
			stamp = mix(stamp, (uint64_t)s.st_size);
			stamp = mix(stamp, (uint64_t)s.st_ino);
		}
		buf_fini(&path);
		free(entry[i]);
	}
	free(entry);
	return (int64_t)(stamp | 1);
}
