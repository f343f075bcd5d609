/* SPDX-License-Identifier: MIT */
#include "app/marks.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/paths.h"
#include "base/buf.h"
#include "base/clock.h"
#include "base/mem.h"
#include "base/text.h"
#include "bus/files.h"

#define LONGEST ((size_t)1 << 18) /* of the file */

size_t marks_at(const struct marks *m, int64_t time)
{
	size_t i = 0;

	while (i < m->n && m->time[i] < time)
		i++;
	return i;
}

bool marks_has(const struct marks *m, int64_t time)
{
	size_t i = marks_at(m, time);

	return i < m->n && m->time[i] == time;
}

/* What of it is one line of text. */
static char *note_of(struct str text)
{
	size_t n = 0;

	while (n < text.n && n < MARK_NOTE) {
		uint32_t c;
		size_t one = utf8_decode(text.p + n, text.n - n, &c);

		if (one == 0 || n + one > MARK_NOTE ||
			text_has_controls((struct str){ text.p + n, one }))
			break;
		n += one;
	}
	return n > 0 ? xmemdup(text.p, n) : xstrdup("");
}

bool marks_set(struct marks *m, int64_t time, struct str note)
{
	size_t i = marks_at(m, time);

	if (marks_has(m, time)) {
		free(m->note[i]);
		m->note[i] = note_of(note);
		return true;
	}
	if (m->n == MARKS_MOST)
		return false;
	xgrow(&m->time, &m->cap, m->n + 1, sizeof(*m->time));
	xgrow(&m->note, &m->cap_note, m->n + 1, sizeof(*m->note));
	memmove(m->time + i + 1, m->time + i, (m->n - i) * sizeof(*m->time));
	memmove(m->note + i + 1, m->note + i, (m->n - i) * sizeof(*m->note));
	m->time[i] = time;
	m->note[i] = note_of(note);
	m->n++;
	return true;
}

void marks_forget(struct marks *m, int64_t time)
{
	size_t i = marks_at(m, time);

	if (!marks_has(m, time))
		return;
	free(m->note[i]);
	m->n--;
	memmove(m->time + i, m->time + i + 1, (m->n - i) * sizeof(*m->time));
	memmove(m->note + i, m->note + i + 1, (m->n - i) * sizeof(*m->note));
}

/* --- the file --------------------------------------------------------------- */

static void read_line(struct marks *m, struct str line)
{
	const char *blank = line.n > 0 ? memchr(line.p, ' ', line.n) : NULL;
	size_t n = blank != NULL ? (size_t)(blank - line.p) : line.n;
	int64_t time;

	if (time_parse((struct str){ line.p, n }, &time))
		marks_set(m, time, str_skip(line, n + (blank != NULL)));
}

/* No device and no pipe: nobody waits for them here. */
static void read_file(struct marks *m)
{
	int fd = open(m->path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	struct buf text = { 0 };
	struct str rest;
	struct stat st;
	ssize_t n = 1;

	if (fd >= 0 && (fstat(fd, &st) != 0 || !S_ISREG(st.st_mode)))
		n = 0;
	while (fd >= 0 && n > 0 && text.len < LONGEST) {
		n = read(fd, buf_room(&text, 4096), 4096);
		text.len += n > 0 ? (size_t)n : 0;
	}
	if (fd >= 0)
		close(fd);
	rest = buf_view(&text);
	while (rest.n > 0) {
		const char *end = memchr(rest.p, '\n', rest.n);
		size_t len = end != NULL ? (size_t)(end - rest.p) : rest.n;

		read_line(m, (struct str){ rest.p, len });
		rest = str_skip(rest, len + (end != NULL));
	}
	buf_fini(&text);
}

void marks_open(struct marks *m, const char *recording)
{
	struct buf path = { 0 };

	*m = (struct marks){ 0 };
	if (strncmp(recording, "/proc/", 6) == 0 || strncmp(recording, "/dev/", 5) == 0)
		return;
	buf_fmt(&path, "%s.marks", recording);
	m->path = buf_steal(&path);
	read_file(m);
}

void marks_fini(struct marks *m)
{
	for (size_t i = 0; i < m->n; i++)
		free(m->note[i]);
	free(m->note);
	free(m->time);
	free(m->path);
	*m = (struct marks){ 0 };
}

static bool write_new(const char *path, struct str text)
{
	int fd;
	bool ok;

	unlink(path); /* of one that ended here before */
	fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
	ok = fd >= 0 && write_all(fd, text) && fsync(fd) == 0;
	if (fd >= 0)
		close(fd);
	return ok;
}

bool marks_save(const struct marks *m, struct err *e)
{
	struct buf text = { 0 }, fresh = { 0 };
	char time[TIME_TEXT];
	bool ok;

	if (m->path == NULL)
		return err_set(e, "this is no file");
	for (size_t i = 0; i < m->n; i++) {
		time_format(m->time[i], time);
		buf_fmt(&text, "%s%s%s\n", time, m->note[i][0] != '\0' ? " " : "",
			m->note[i]);
	}
	buf_fmt(&fresh, "%s.new", m->path);
	ok = write_new(fresh.data, buf_view(&text)) && rename(fresh.data, m->path) == 0;
	if (!ok) {
		err_set(e, "%s", strerror(errno));
		unlink(fresh.data);
	}
	buf_fini(&text);
	buf_fini(&fresh);
	return ok;
}
