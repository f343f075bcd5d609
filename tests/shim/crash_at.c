/* SPDX-License-Identifier: MIT */
/*
 * LD_PRELOAD: kills the process at the n-th call of a function, as kill -9 would, so that
 * "between commit and answer" is really hit. CRASH_AT is FUNCTION:N:MOMENT.
 *
 * FUNCTION is write, pwrite (the journal's), fsync, fdatasync, rename, zmq_send or
 * zmq_msg_send. MOMENT is before, after, half (a write is torn in the middle), or fail:
 * the process lives, and the call fails with EIO, as on a disk that is going bad.
 *
 * A process that was forked takes its parent with it.
 */
#include <dlfcn.h>
#include <errno.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

enum moment { BEFORE, HALF, AFTER, FAIL, MOMENTS };

static char function[16];
static long at;
static enum moment moment = MOMENTS;
static pid_t first;
static atomic_long calls;

__attribute__((constructor)) static void read_environment(void)
{
	static const char *const names[MOMENTS] = { "before", "half", "after", "fail" };
	const char *text = getenv("CRASH_AT");
	char when[8];

	first = getpid();
	if (text == NULL || sscanf(text, "%15[^:]:%ld:%7s", function, &at, when) != 3)
		return;
	for (int i = 0; i < MOMENTS; i++) {
		if (strcmp(when, names[i]) == 0)
			moment = (enum moment)i;
	}
}

/* Counts a call; true when it is the one. */
static bool is_it(const char *name)
{
	return moment != MOMENTS && strcmp(name, function) == 0 &&
		atomic_fetch_add(&calls, 1) + 1 == at;
}

static void die(void)
{
	if (getpid() != first)
		kill(first, SIGKILL);
	kill(getpid(), SIGKILL);
	pause();
}

static void die_if(bool hit, enum moment now)
{
	if (hit && moment == now)
		die();
}

static bool fails(bool hit)
{
	if (hit && moment == FAIL)
		errno = EIO;
	return hit && moment == FAIL;
}

#define REAL(type, name, ...) ((type(*)(__VA_ARGS__))dlsym(RTLD_NEXT, name))

ssize_t write(int fd, const void *bytes, size_t n)
{
	bool hit = is_it("write");
	ssize_t done;

	die_if(hit, BEFORE);
	if (fails(hit))
		return -1;
	done = REAL(ssize_t, "write", int, const void *, size_t)(
		fd, bytes, hit && moment == HALF ? n / 2 : n);
	die_if(hit, HALF);
	die_if(hit, AFTER);
	return done;
}

static ssize_t write_at(
	const char *name, int fd, const void *bytes, size_t n, off_t offset)
{
	bool hit = is_it("pwrite");
	ssize_t done;

	die_if(hit, BEFORE);
	if (fails(hit))
		return -1;
	done = REAL(ssize_t, name, int, const void *, size_t, off_t)(
		fd, bytes, hit && moment == HALF ? n / 2 : n, offset);
	die_if(hit, HALF);
	die_if(hit, AFTER);
	return done;
}

ssize_t pwrite(int fd, const void *bytes, size_t n, off_t offset)
{
	return write_at("pwrite", fd, bytes, n, offset);
}

ssize_t pwrite64(int fd, const void *bytes, size_t n, off_t offset)
{
	return write_at("pwrite64", fd, bytes, n, offset);
}

#define CALL(type, name, declared, types, given)                                         \
	type name declared;                                                              \
	type name declared                                                               \
	{                                                                                \
		bool hit = is_it(#name);                                                 \
		type done;                                                               \
                                                                                         \
		die_if(hit, BEFORE);                                                     \
		if (fails(hit))                                                          \
			return -1;                                                       \
		done = ((type(*) types)dlsym(RTLD_NEXT, #name))given;                    \
		die_if(hit, HALF);                                                       \
		die_if(hit, AFTER);                                                      \
		return done;                                                             \
	}

CALL(int, fsync, (int fd), (int), (fd))
CALL(int, fdatasync, (int fd), (int), (fd))
CALL(int, rename, (const char *from, const char *to), (const char *, const char *),
	(from, to))
CALL(int, zmq_send, (void *socket, const void *bytes, size_t n, int flags),
	(void *, const void *, size_t, int), (socket, bytes, n, flags))
CALL(int, zmq_msg_send, (void *message, void *socket, int flags), (void *, void *, int),
	(message, socket, flags))
