/* SPDX-License-Identifier: MIT */
/*
 * A file that is shown as a recording: plain, or after a first byte of `z` as zstd. Its
 * lines are in hub order, within the text, none is there twice; what is written of them
 * reads as the same lines; and they fold, twice to the same mesh.
 */
#include "bus/recording.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "mesh/dump.h"
#include "tests/fuzz/fuzz.h"

static char plain[64], packed[64], folder[48];

static void remove_all(void)
{
	unlink(plain);
	unlink(packed);
	rmdir(folder);
}

static void make_names(void)
{
	const char *at = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp";

	snprintf(folder, sizeof(folder), "%s/seam-fuzz-XXXXXX", at);
	if (mkdtemp(folder) == NULL)
		complain("no folder for files");
	snprintf(plain, sizeof(plain), "%s/r.jsonl", folder);
	snprintf(packed, sizeof(packed), "%s/r.jsonl.zst", folder);
	atexit(remove_all);
}

static bool put(const char *path, struct str bytes)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
	bool ok = fd >= 0 && write(fd, bytes.p, bytes.n) == (ssize_t)bytes.n;

	if (fd >= 0)
		close(fd);
	return ok;
}

static void check_lines(const struct recording *r, size_t breaks)
{
	uint64_t last = 0;

	if (r->lines + r->doubled > breaks + 1)
		complain("more lines than there are");
	for (size_t i = 0; i < r->lines; i++) {
		if (r->line[i].at + r->line[i].size > r->size)
			complain("a line beyond the end");
		if (r->line[i].sequence < last)
			complain("not in order");
		if (memchr(recording_text(r, i).p, '\n', r->line[i].size) != NULL)
			complain("a line of two");
		last = r->line[i].sequence;
	}
}

static struct digest fold(const struct recording *r)
{
	struct mesh *m = mesh_new();
	struct json doc = { 0 };
	struct digest d;

	for (size_t i = 0; i < r->lines; i++) {
		struct event event;
		struct err e = { "" };

		if (recording_event(r, i, &doc, &event, &e))
			mesh_apply(m, &event);
		else if (strncmp(e.text, "line ", 5) != 0)
			complain("no line is named");
	}
	d = mesh_digest(m);
	json_fini(&doc);
	mesh_free(m);
	return d;
}

static void check_written(const struct recording *r, const char *path)
{
	struct recording_writer *w;
	struct recording *again;
	struct err e = { "" };

	unlink(path);
	w = recording_create(path, &e);
	if (w == NULL)
		complain(e.text);
	for (size_t i = 0; i < r->lines; i++) {
		if (!recording_write(w, recording_text(r, i), &e))
			complain(e.text);
	}
	if (!recording_finish(w, &e))
		complain(e.text);
	again = recording_open(path, &e);
	if (again == NULL)
		complain(e.text);
	if (again->lines != r->lines)
		complain("other lines than were written");
	for (size_t i = 0; i < r->lines; i++) {
		if (!str_eq(recording_text(r, i), recording_text(again, i)))
			complain("another line than was written");
	}
	recording_close(again);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	bool zst = size > 0 && data[0] == 'z';
	const char *path;
	struct str bytes = { (const char *)data + zst, size - zst };
	struct recording *r;
	struct digest a, b;
	struct err e = { "" };
	size_t breaks = 0;

	if (folder[0] == '\0')
		make_names();
	path = zst ? packed : plain;
	if (!put(path, bytes))
		return 0;
	r = recording_open(path, &e);
	if (r == NULL) {
		if (e.text[0] == '\0')
			complain("refused without saying why");
		return 0;
	}
	for (size_t i = 0; i < r->size; i++)
		breaks += r->text[i] == '\n';
	check_lines(r, breaks);
	a = fold(r);
	b = fold(r);
	if (memcmp(&a, &b, sizeof(a)) != 0)
		complain("folds in two ways");
	if (!recording_has_event(r, path, &e) && e.text[0] == '\0')
		complain("no recording, and not said why");
	check_written(r, zst ? plain : packed);
	recording_close(r);
	return 0;
}
