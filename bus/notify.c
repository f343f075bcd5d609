/* SPDX-License-Identifier: MIT */
#include "bus/notify.h"

#include <errno.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/clock.h"
#include "base/mem.h"
#include "base/text.h"

#define PATIENCE (30 * SECOND) /* that is asked for, again and again */
#define ALIVE_PARTS 3          /* of the watchdog's time: one may be late */

struct notify {
	int fd; /* -1: nobody wants to know */
	struct sockaddr_un to;
	socklen_t to_size;
	int64_t watchdog, alive_at, patience_at, status_at; /* clock_mono() */
	char status[300];
};

/* "/run/systemd/notify", or "@..." for an abstract name. */
static bool set_address(struct notify *n, const char *path)
{
	size_t len = strlen(path);

	if ((path[0] != '/' && path[0] != '@') || len < 2 ||
		len >= sizeof(n->to.sun_path))
		return false;
	n->to.sun_family = AF_UNIX;
	memcpy(n->to.sun_path, path, len);
	if (path[0] == '@')
		n->to.sun_path[0] = '\0';
	n->to_size = (socklen_t)(offsetof(struct sockaddr_un, sun_path) + len +
		(path[0] == '/'));
	return true;
}

static int64_t read_watchdog(void)
{
	const char *usec = getenv("WATCHDOG_USEC"), *pid = getenv("WATCHDOG_PID");

	if (usec == NULL || (pid != NULL && strtol(pid, NULL, 10) != (long)getpid()))
		return 0;
	return strtoll(usec, NULL, 10);
}

struct notify *notify_new(void)
{
	struct notify *n = xcalloc(1, sizeof(*n));
	const char *path = getenv("NOTIFY_SOCKET");

	n->fd = -1;
	if (path != NULL && set_address(n, path))
		n->fd = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
	n->watchdog = n->fd >= 0 ? read_watchdog() : 0;
	if (n->watchdog < 0)
		n->watchdog = 0;
	unsetenv("NOTIFY_SOCKET");
	unsetenv("WATCHDOG_USEC");
	unsetenv("WATCHDOG_PID");
	return n;
}

void notify_free(struct notify *n)
{
	if (n == NULL)
		return;
	if (n->fd >= 0)
		close(n->fd);
	free(n);
}

static void tell(struct notify *n, int flags, const char *text)
{
	if (n->fd < 0)
		return;
	while (sendto(n->fd, text, strlen(text), flags | MSG_NOSIGNAL,
		       (struct sockaddr *)&n->to, n->to_size) < 0 &&
		errno == EINTR)
		;
}

void notify_ready(struct notify *n)
{
	n->alive_at = 0;
	tell(n, 0, "READY=1");
}

void notify_stopping(struct notify *n)
{
	tell(n, MSG_DONTWAIT, "STOPPING=1");
}

void notify_reloading(struct notify *n)
{
	char text[80];

	snprintf(text, sizeof(text), "RELOADING=1\nMONOTONIC_USEC=%lld",
		(long long)clock_mono());
	tell(n, MSG_DONTWAIT, text);
}

void notify_status(struct notify *n, const char *fmt, ...)
{
	char text[256], line[sizeof(n->status)];
	struct buf clean = { 0 };
	int64_t now = clock_mono();
	va_list ap;

	if (n->fd < 0 || now < n->status_at)
		return;
	va_start(ap, fmt);
	vsnprintf(text, sizeof(text), fmt, ap);
	va_end(ap);
	text_clean(&clean, str_of(text));
	snprintf(line, sizeof(line), "STATUS=%s", clean.data != NULL ? clean.data : "");
	buf_fini(&clean);
	if (strcmp(line, n->status) == 0)
		return;
	strcpy(n->status, line);
	n->status_at = now + SECOND;
	tell(n, MSG_DONTWAIT, line);
}

void notify_patience(struct notify *n)
{
	int64_t now = clock_mono();
	char text[80];

	if (n->fd < 0 || now < n->patience_at)
		return;
	n->patience_at = now + SECOND;
	snprintf(text, sizeof(text), "EXTEND_TIMEOUT_USEC=%lld", (long long)PATIENCE);
	tell(n, MSG_DONTWAIT, text);
}

void notify_alive(struct notify *n)
{
	int64_t now = clock_mono();

	if (n->watchdog == 0 || now < n->alive_at)
		return;
	n->alive_at = now + n->watchdog / ALIVE_PARTS;
	tell(n, MSG_DONTWAIT, "WATCHDOG=1");
}

int64_t notify_watchdog(const struct notify *n)
{
	return n->watchdog;
}

long notify_due(const struct notify *n)
{
	int64_t left = n->alive_at - clock_mono();

	if (n->watchdog == 0)
		return -1;
	return left > 0 ? (long)(left / 1000) + 1 : 0;
}
