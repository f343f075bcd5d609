/* SPDX-License-Identifier: MIT */
#include "bus/snapshot.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include <zstd.h>

#include "base/buf.h"
#include "base/clock.h"
#include "base/mem.h"
#include "bus/files.h"
#include "mesh/image.h"

#define HEAD "seam snapshot 1 "
#define HEAD_BYTES 70 /* HEAD, the epoch, a blank, 20 digits, a line end */
#define CHUNK ((size_t)128 << 10)
#define LEVEL (-1) /* nearly as small as 1, in less time */
#define AHEAD 300  /* of each list, what people see first: unpacked at once */

struct snapshots {
	char *path, *half; /* the file, and while it is being written */
	bool looks;        /* at every page of what it loads */
	char epoch[33];
	uint64_t at;    /* of the file in place */
	pid_t child;    /* 0: none */
	bool written;   /* the child has ended well */
	uint64_t going; /* what the child writes */
	int fd;         /* of the file that is given out in parts, -1 */
	uint64_t fd_at;
};

struct snapshots *snapshots_look(const char *journal, const char *epoch)
{
	struct snapshots *s = xcalloc(1, sizeof(*s));
	struct buf name = { 0 };

	buf_fmt(&name, "%s-mesh", journal);
	s->path = buf_steal(&name);
	buf_fmt(&name, "%s-mesh.new", journal);
	s->half = buf_steal(&name);
	snprintf(s->epoch, sizeof(s->epoch), "%s", epoch);
	s->fd = -1;
	s->looks = true;
	return s;
}

struct snapshots *snapshots_new(const char *journal, const char *epoch)
{
	struct snapshots *s = snapshots_look(journal, epoch);

	s->looks = false;
	unlink(s->half);
	return s;
}

void snapshots_free(struct snapshots *s)
{
	if (s == NULL)
		return;
	snapshot_abandon(s);
	if (s->fd >= 0)
		close(s->fd);
	free(s->path);
	free(s->half);
	free(s);
}

uint64_t snapshot_at(const struct snapshots *s)
{
	return s != NULL ? s->at : 0;
}

int64_t snapshot_time(const struct snapshots *s)
{
	struct stat st;

	if (s == NULL || s->at == 0 || stat(s->path, &st) < 0)
		return 0;
	return (int64_t)st.st_mtim.tv_sec * SECOND;
}

bool snapshot_under_way(const struct snapshots *s)
{
	return s->child != 0;
}

/* --- pages ----------------------------------------------------------------- */

static void pack_page(struct buf *to, struct str bytes)
{
	size_t room = ZSTD_compressBound(bytes.n);
	size_t n = ZSTD_compress(buf_room(to, room), room, bytes.p, bytes.n, LEVEL);

	if (!ZSTD_isError(n)) /* else it is none that can be read */
		to->len += n;
}

static bool unpack_page(struct str packed, void *to, size_t size)
{
	return ZSTD_decompress(to, size, packed.p, packed.n) == size;
}

static const struct image_packing page_packing = { 1, pack_page, unpack_page };

/* A page that was whole when the file was read: the memory or we are to blame. */
static void throw_away(void *path)
{
	unlink(path);
	fprintf(stderr, "seam: %s is removed: the next start reads all events instead\n",
		(const char *)path);
}

/* --- out ------------------------------------------------------------------- */

struct packer {
	int fd;
	ZSTD_CStream *z;
	char out[CHUNK];
	int error; /* errno */
};

static bool put(struct packer *p, const char *bytes, size_t n)
{
	if (write_all(p->fd, (struct str){ bytes, n }))
		return true;
	p->error = errno;
	return false;
}

static bool pack(struct packer *p, struct str s, ZSTD_EndDirective how)
{
	ZSTD_inBuffer from = { s.p, s.n, 0 };
	size_t left;

	do {
		ZSTD_outBuffer to = { p->out, sizeof(p->out), 0 };

		left = ZSTD_compressStream2(p->z, &to, &from, how);
		if (ZSTD_isError(left)) {
			p->error = ENOMEM;
			return false;
		}
		if (!put(p, p->out, to.pos))
			return false;
	} while (how == ZSTD_e_end ? left != 0 : from.pos < from.size);
	return true;
}

static bool pack_bytes(void *user, struct str bytes)
{
	return pack(user, bytes, ZSTD_e_continue);
}

/* Writes the file under its half name and on to the disk; 0 or an errno. */
static int write_half(const struct snapshots *s, const struct mesh *m)
{
	struct packer *p = xcalloc(1, sizeof(*p));
	char head[HEAD_BYTES + 1];
	int error;

	/* new, so that it is nobody else's, and no link to what is */
	unlink(s->half);
	p->fd = open(s->half, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
	if (p->fd < 0) {
		error = errno;
		free(p);
		return error;
	}
	p->z = ZSTD_createCStream();
	ZSTD_CCtx_setParameter(p->z, ZSTD_c_compressionLevel, LEVEL);
	ZSTD_CCtx_setParameter(p->z, ZSTD_c_checksumFlag, 1);
	snprintf(head, sizeof(head), HEAD "%32s %020llu\n", s->epoch,
		(unsigned long long)m->hubsequence);
	if (put(p, head, HEAD_BYTES) &&
		mesh_save_packed(m, &page_packing, pack_bytes, p) &&
		pack(p, (struct str){ 0 }, ZSTD_e_end) && fsync(p->fd) < 0)
		p->error = errno;
	error = p->error;
	ZSTD_freeCStream(p->z);
	close(p->fd);
	free(p);
	return error;
}

static bool put_in_place(struct snapshots *s, uint64_t at, struct err *e)
{
	if (rename(s->half, s->path) < 0)
		return err_set(e, "cannot put the snapshot %s in its place: %s", s->path,
			strerror(errno));
	sync_folder(s->path);
	s->at = at;
	return true;
}

bool snapshot_write(struct snapshots *s, const struct mesh *m, struct err *e)
{
	int error;

	snapshot_abandon(s);
	error = write_half(s, m);
	if (error != 0) {
		unlink(s->half);
		return err_set(
			e, "cannot write the snapshot %s: %s", s->half, strerror(error));
	}
	return put_in_place(s, m->hubsequence, e);
}

/*
 * The copy: a process that has the mesh as it was, and nothing else of the hub.
 * It lets go of the sockets and of the journal's lock, so that they are free as
 * soon as the hub ends, and ends with it.
 */
static void be_the_copy(const struct snapshots *s, const struct mesh *m, pid_t hub)
{
	signal(SIGTERM, SIG_DFL);
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	if (getppid() != hub)
		_exit(1);
	close_range(3, ~0u, 0);
	if (nice(10) < 0)
		errno = 0;
	_exit(write_half(s, m));
}

bool snapshot_begin(struct snapshots *s, const struct mesh *m, struct err *e)
{
	pid_t hub = getpid(), child = fork();

	if (child < 0)
		return err_set(
			e, "cannot start a copy for the snapshot: %s", strerror(errno));
	if (child == 0)
		be_the_copy(s, m, hub);
	s->child = child;
	s->written = false;
	s->going = m->hubsequence;
	return true;
}

static bool has_ended(struct snapshots *s, int *status)
{
	return waitpid(s->child, status, WNOHANG) == s->child;
}

enum snapshot_end snapshot_turn(struct snapshots *s, uint64_t committed, struct err *e)
{
	int status = 0;

	if (s->child == 0)
		return SNAPSHOT_NOT_YET;
	if (!s->written) {
		if (!has_ended(s, &status))
			return SNAPSHOT_NOT_YET;
		if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
			s->child = 0;
			unlink(s->half);
			err_set(e, "cannot write the snapshot %s: %s", s->half,
				WIFEXITED(status) ? strerror(WEXITSTATUS(status))
						  : strsignal(WTERMSIG(status)));
			return SNAPSHOT_FAILED;
		}
		s->written = true;
	}
	if (s->going > committed)
		return SNAPSHOT_NOT_YET;
	s->child = 0;
	return put_in_place(s, s->going, e) ? SNAPSHOT_DONE : SNAPSHOT_FAILED;
}

void snapshot_abandon(struct snapshots *s)
{
	if (s->child == 0)
		return;
	if (!s->written) {
		kill(s->child, SIGKILL);
		while (waitpid(s->child, NULL, 0) < 0 && errno == EINTR)
			;
	}
	s->child = 0;
	unlink(s->half);
}

/* --- in -------------------------------------------------------------------- */

/* A file and nothing else: a pipe under its name would never end. */
static int open_own(const char *path)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW);
	struct stat st;

	if (fd < 0 || (fstat(fd, &st) == 0 && S_ISREG(st.st_mode)))
		return fd;
	close(fd);
	errno = EINVAL;
	return -1;
}

struct unpacker {
	int fd;           /* -1: from memory */
	struct str bytes; /* what is left of that */
	ZSTD_DStream *z;
	ZSTD_inBuffer from;
	char in[CHUNK];
	bool ended, bad;
};

static ssize_t packed_bytes(struct unpacker *u)
{
	size_t n = u->bytes.n < sizeof(u->in) ? u->bytes.n : sizeof(u->in);

	if (u->fd >= 0)
		return read(u->fd, u->in, sizeof(u->in));
	memcpy(u->in, u->bytes.p, n);
	u->bytes = str_skip(u->bytes, n);
	return (ssize_t)n;
}

static size_t unpack(void *user, void *to, size_t room)
{
	struct unpacker *u = user;
	ZSTD_outBuffer out = { to, room, 0 };

	while (out.pos == 0 && !u->ended && !u->bad) {
		size_t left;

		if (u->from.pos == u->from.size) {
			ssize_t n = packed_bytes(u);

			if (n <= 0) {
				u->bad = true;
				break;
			}
			u->from = (ZSTD_inBuffer){ u->in, (size_t)n, 0 };
		}
		left = ZSTD_decompressStream(u->z, &out, &u->from);
		u->bad = ZSTD_isError(left);
		u->ended = left == 0;
	}
	return u->bad ? 0 : out.pos;
}

/*
 * A stranger's is looked at as a whole. Of our own a page is unpacked when it is
 * needed: that it is what was written is known from the checksum.
 */
static struct mesh *load_from(
	int fd, struct str bytes, const char *own_path, struct err *e)
{
	struct unpacker *u = xcalloc(1, sizeof(*u));
	struct mesh *m;
	char beyond = 0;

	u->fd = fd;
	u->bytes = bytes;
	u->z = ZSTD_createDStream();
	ZSTD_initDStream(u->z);
	if (own_path != NULL)
		m = mesh_load_own(
			&page_packing, unpack, u, throw_away, xstrdup(own_path), e);
	else
		m = mesh_load_packed(&page_packing, unpack, u, e);
	/* the checksum stands behind the last byte */
	if (m != NULL && (unpack(u, &beyond, 1) != 0 || u->bad)) {
		err_set(e, "the image is damaged");
		mesh_free(m);
		m = NULL;
	}
	ZSTD_freeDStream(u->z);
	free(u);
	return m;
}

static bool read_head(struct snapshots *s, int fd, uint64_t last, struct err *e)
{
	char head[HEAD_BYTES + 1] = "";

	if (read(fd, head, HEAD_BYTES) != HEAD_BYTES ||
		strncmp(head, HEAD, sizeof(HEAD) - 1) != 0)
		return err_set(e, "it is no snapshot");
	if (strncmp(head + sizeof(HEAD) - 1, s->epoch, 32) != 0)
		return err_set(e, "it is of another journal");
	s->at = strtoull(head + sizeof(HEAD) - 1 + 33, NULL, 10);
	if (s->at > last)
		return err_set(e, "the journal ends before it");
	return true;
}

struct mesh *snapshot_load(struct snapshots *s, uint64_t last, struct err *e)
{
	int fd = open_own(s->path);
	struct mesh *m = NULL;

	e->text[0] = '\0';
	if (fd < 0) {
		if (errno != ENOENT)
			err_set(e, "%s: %s", s->path, strerror(errno));
		return NULL;
	}
	if (read_head(s, fd, last, e))
		m = load_from(fd, (struct str){ 0 }, s->looks ? NULL : s->path, e);
	if (m == NULL)
		err_wrap(e, "the snapshot %s is of no use", s->path);
	if (m != NULL && m->hubsequence != s->at) {
		err_set(e, "the snapshot %s is not what it says", s->path);
		mesh_free(m);
		m = NULL;
	}
	if (m == NULL) {
		s->at = 0;
		if (!s->looks)
			unlink(s->path); /* a journal that grows might seem to fit it */
	} else {
		mesh_look_ahead(m, AHEAD);
	}
	close(fd);
	return m;
}

struct mesh *snapshot_unpack(struct str file, uint64_t at)
{
	struct mesh *m;
	struct err e;

	if (file.n < HEAD_BYTES || !str_starts(file, HEAD))
		return NULL;
	m = load_from(-1, str_skip(file, HEAD_BYTES), NULL, &e);
	if (m == NULL || m->hubsequence == at)
		return m;
	mesh_free(m);
	return NULL;
}

/* --- in parts -------------------------------------------------------------- */

/* The file stays open while somebody takes it over: a newer one may take its place. */
static bool open_newest(struct snapshots *s)
{
	if (s->at == 0)
		return false;
	if (s->fd >= 0 && s->fd_at == s->at)
		return true;
	if (s->fd >= 0)
		close(s->fd);
	s->fd = open_own(s->path);
	s->fd_at = s->at;
	return s->fd >= 0;
}

bool snapshot_part(struct snapshots *s, struct snapshot_part *part, char *to, size_t room)
{
	struct stat st;
	ssize_t n;

	if (s == NULL || (part->at == 0 && !open_newest(s)) || s->fd < 0 ||
		(part->at != 0 && part->at != s->fd_at) || fstat(s->fd, &st) < 0)
		return false;
	part->at = s->fd_at;
	part->size = (uint64_t)st.st_size;
	n = part->offset < part->size ? pread(s->fd, to, room, (off_t)part->offset) : 0;
	part->n = n > 0 ? (size_t)n : 0;
	return n >= 0;
}
