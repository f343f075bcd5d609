/* SPDX-License-Identifier: MIT */
#include "bus/http.h"

#include <errno.h>
#include <microhttpd.h>
#include <netdb.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/mem.h"
#include "bus/late.h"

#define QUEUE 64
#define IDLE_SECONDS 3u                 /* without a byte */
#define LIFE (5 * SECOND)               /* of a connection, whatever it does */
#define PATIENCE (5 * SECOND / 2)       /* of one that waits for its answer */
#define REQUEST_ROOM ((size_t)16 << 10) /* line and header, and what goes out of them */

/* One connection, from accept to close. */
struct guest {
	struct http *of;
	int fd;
	int64_t since;                /* clock_mono() */
	struct MHD_Connection *waits; /* for its answer: suspended; NULL */
	int64_t asked;
	struct guest *next;
};

struct http {
	struct MHD_Daemon *daemon;
	http_answer *answer;
	void *user;
	char url[100];
	int fd; /* of its epoll */
	struct guest *guests;
	bool waiting; /* some guest may be */
};

/* What is used of libmicrohttpd, under its own names without `MHD_`. */
static struct {
	__typeof__(&MHD_start_daemon) start_daemon;
	__typeof__(&MHD_stop_daemon) stop_daemon;
	__typeof__(&MHD_run) run;
	__typeof__(&MHD_get_timeout) get_timeout;
	__typeof__(&MHD_get_daemon_info) get_daemon_info;
	__typeof__(&MHD_get_connection_info) get_connection_info;
	__typeof__(&MHD_suspend_connection) suspend_connection;
	__typeof__(&MHD_resume_connection) resume_connection;
	__typeof__(&MHD_create_response_from_buffer) create_response_from_buffer;
	__typeof__(&MHD_add_response_header) add_response_header;
	__typeof__(&MHD_queue_response) queue_response;
	__typeof__(&MHD_destroy_response) destroy_response;
} mhd;

static bool load(struct err *e)
{
	static const char *const files[] = { "libmicrohttpd.so.12", NULL };
	static const struct late_symbol symbols[] = {
		{ "MHD_start_daemon", &mhd.start_daemon },
		{ "MHD_stop_daemon", &mhd.stop_daemon },
		{ "MHD_run", &mhd.run },
		{ "MHD_get_timeout", &mhd.get_timeout },
		{ "MHD_get_daemon_info", &mhd.get_daemon_info },
		{ "MHD_get_connection_info", &mhd.get_connection_info },
		{ "MHD_suspend_connection", &mhd.suspend_connection },
		{ "MHD_resume_connection", &mhd.resume_connection },
		{ "MHD_create_response_from_buffer", &mhd.create_response_from_buffer },
		{ "MHD_add_response_header", &mhd.add_response_header },
		{ "MHD_queue_response", &mhd.queue_response },
		{ "MHD_destroy_response", &mhd.destroy_response },
	};

	return mhd.run != NULL ||
		late_load(files, symbols, sizeof(symbols) / sizeof(*symbols), e);
}

/* --- where ----------------------------------------------------------------- */

static bool is_local(const struct sockaddr *a)
{
	const struct sockaddr_in *v4 = (const struct sockaddr_in *)a;
	const struct sockaddr_in6 *v6 = (const struct sockaddr_in6 *)a;

	if (a->sa_family == AF_INET)
		return ntohl(v4->sin_addr.s_addr) >> 24 == 127;
	return IN6_IS_ADDR_LOOPBACK(&v6->sin6_addr);
}

/* "127.0.0.1:9464", "[::1]:*": no name is looked up, that could take long. */
static struct addrinfo *find_address(const char *address, struct err *e)
{
	struct addrinfo hints = { .ai_flags =
					  AI_NUMERICHOST | AI_NUMERICSERV | AI_PASSIVE,
		.ai_socktype = SOCK_STREAM };
	const char *colon = strrchr(address, ':');
	struct addrinfo *found = NULL;
	char host[80];
	bool brackets;

	if (colon == NULL || colon - address >= (long)sizeof(host) || colon == address) {
		err_set(e, "--metrics is HOST:PORT, as 127.0.0.1:9464");
		return NULL;
	}
	brackets = address[0] == '[' && colon[-1] == ']' && colon - address > 2;
	snprintf(host, sizeof(host), "%.*s", (int)(colon - address) - 2 * (int)brackets,
		address + (int)brackets);
	if (strcmp(host, "localhost") == 0)
		strcpy(host, "127.0.0.1");
	if (getaddrinfo(host, strcmp(colon, ":*") == 0 ? "0" : colon + 1, &hints,
		    &found) != 0) {
		err_set(e, "--metrics %s: it is a number and a port, as 127.0.0.1:9464",
			address);
		return NULL;
	}
	return found;
}

static void say_where(struct http *w, int fd)
{
	struct sockaddr_storage a;
	socklen_t n = sizeof(a);
	char host[80] = "", port[16] = "";

	if (getsockname(fd, (struct sockaddr *)&a, &n) == 0)
		getnameinfo((struct sockaddr *)&a, n, host, sizeof(host), port,
			sizeof(port), NI_NUMERICHOST | NI_NUMERICSERV);
	snprintf(w->url, sizeof(w->url),
		strchr(host, ':') != NULL ? "http://[%s]:%s" : "http://%s:%s", host,
		port);
}

/* A socket that listens; -1 with the reason. */
static int listen_at(const char *address, bool open, struct err *e)
{
	struct addrinfo *a = find_address(address, e);
	int fd, one = 1;

	if (a == NULL)
		return -1;
	if (!open && !is_local(a->ai_addr)) {
		err_set(e,
			"--metrics at %s would be open to the network: bind 127.0.0.1, or "
			"say --insecure",
			address);
		freeaddrinfo(a);
		return -1;
	}
	fd = socket(a->ai_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
	if (fd >= 0) {
		setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &one, sizeof(one));
		if (bind(fd, a->ai_addr, a->ai_addrlen) < 0 || listen(fd, QUEUE) < 0) {
			int error = errno;

			close(fd);
			errno = error;
			fd = -1;
		}
	}
	if (fd < 0)
		err_set(e, "cannot bind --metrics at %s: %s", address, strerror(errno));
	freeaddrinfo(a);
	return fd;
}

/* --- guests ---------------------------------------------------------------- */

static void guest_comes(struct http *w, struct MHD_Connection *c, void **own)
{
	struct guest *g = xcalloc(1, sizeof(*g));

	g->of = w;
	g->fd = mhd.get_connection_info(c, MHD_CONNECTION_INFO_CONNECTION_FD)->connect_fd;
	g->since = clock_mono();
	g->next = w->guests;
	w->guests = g;
	*own = g;
}

static void guest_goes(struct http *w, struct guest *g)
{
	struct guest **at = &w->guests;

	while (*at != g)
		at = &(*at)->next;
	*at = g->next;
	free(g);
}

static void notify(void *user, struct MHD_Connection *c, void **own,
	enum MHD_ConnectionNotificationCode what)
{
	if (what == MHD_CONNECTION_NOTIFY_STARTED)
		guest_comes(user, c, own);
	else if (*own != NULL)
		guest_goes(user, *own);
}

static struct guest *guest_of(struct MHD_Connection *c)
{
	return mhd.get_connection_info(c, MHD_CONNECTION_INFO_SOCKET_CONTEXT)
		->socket_context;
}

/* --- answers --------------------------------------------------------------- */

static enum MHD_Result send_reply(struct MHD_Connection *c, struct http_reply *r)
{
	struct MHD_Response *m;
	size_t n = r->body.len;
	enum MHD_Result done;

	buf_str(&r->body, "");
	m = mhd.create_response_from_buffer(
		n, buf_steal(&r->body), MHD_RESPMEM_MUST_FREE);
	mhd.add_response_header(m, "Content-Type",
		r->type != NULL ? r->type : "text/plain; charset=utf-8");
	mhd.add_response_header(m, "Cache-Control", "no-store");
	/* one answer each: who holds the line holds it from others */
	mhd.add_response_header(m, "Connection", "close");
	if (r->status == MHD_HTTP_METHOD_NOT_ALLOWED)
		mhd.add_response_header(m, "Allow", "GET, HEAD");
	done = mhd.queue_response(c, (unsigned)r->status, m);
	mhd.destroy_response(m);
	return done;
}

static enum MHD_Result serve(void *user, struct MHD_Connection *c, const char *path,
	const char *method, const char *version, const char *upload, size_t *upload_size,
	void **own)
{
	struct http *w = user;
	struct guest *g = guest_of(c);
	struct http_reply r = { 0 };

	(void)version;
	(void)upload;
	(void)upload_size;
	(void)own;
	if (g->asked == 0)
		g->asked = clock_mono();
	if (strcmp(method, "GET") != 0 && strcmp(method, "HEAD") != 0) {
		r.status = MHD_HTTP_METHOD_NOT_ALLOWED;
		buf_str(&r.body, "GET and HEAD, nothing else\n");
	} else {
		w->answer(w->user, path, clock_mono() - g->asked >= PATIENCE, &r);
	}
	if (r.status != 0)
		return send_reply(c, &r);
	buf_fini(&r.body);
	g->waits = c;
	w->waiting = true;
	mhd.suspend_connection(c);
	return MHD_YES;
}

/* --- in the hub's loop ----------------------------------------------------- */

struct http *http_open(
	const char *address, bool open, http_answer *answer, void *user, struct err *e)
{
	struct http *w;
	int fd;

	if (!load(e))
		return NULL;
	fd = listen_at(address, open, e);
	if (fd < 0)
		return NULL;
	w = xcalloc(1, sizeof(*w));
	w->answer = answer;
	w->user = user;
	say_where(w, fd);
	w->daemon = mhd.start_daemon(MHD_USE_EPOLL | MHD_ALLOW_SUSPEND_RESUME, 0, NULL,
		NULL, serve, w, MHD_OPTION_LISTEN_SOCKET, fd, MHD_OPTION_CONNECTION_LIMIT,
		(unsigned)HTTP_CONNECTIONS, MHD_OPTION_CONNECTION_TIMEOUT, IDLE_SECONDS,
		MHD_OPTION_CONNECTION_MEMORY_LIMIT, REQUEST_ROOM,
		MHD_OPTION_NOTIFY_CONNECTION, notify, w, MHD_OPTION_END);
	if (w->daemon == NULL) {
		close(fd);
		free(w);
		err_set(e, "cannot serve --metrics at %s", address);
		return NULL;
	}
	w->fd = mhd.get_daemon_info(w->daemon, MHD_DAEMON_INFO_EPOLL_FD)->epoll_fd;
	return w;
}

const char *http_url(const struct http *w)
{
	return w != NULL ? w->url : NULL;
}

int http_descriptor(const struct http *w)
{
	return w != NULL ? w->fd : -1;
}

long http_patience(const struct http *w)
{
	MHD_UNSIGNED_LONG_LONG ms;

	if (w == NULL || mhd.get_timeout(w->daemon, &ms) != MHD_YES)
		return -1;
	return ms < 1000 ? (long)ms : 1000;
}

void http_wake(struct http *w)
{
	if (w == NULL || !w->waiting)
		return;
	w->waiting = false;
	for (struct guest *g = w->guests; g != NULL; g = g->next) {
		if (g->waits == NULL)
			continue;
		mhd.resume_connection(g->waits);
		g->waits = NULL;
	}
}

/* Who trickles a byte now and then is not idle: each has its time, and no more. */
static void show_out(struct http *w)
{
	int64_t now = clock_mono();
	bool late = false;

	for (struct guest *g = w->guests; g != NULL; g = g->next) {
		late |= g->waits != NULL && now - g->asked >= PATIENCE;
		if (now - g->since >= LIFE)
			shutdown(g->fd, SHUT_RDWR);
	}
	if (late)
		http_wake(w);
}

void http_turn(struct http *w)
{
	if (w == NULL)
		return;
	show_out(w);
	mhd.run(w->daemon);
}

void http_close(struct http *w)
{
	if (w == NULL)
		return;
	http_wake(w);
	mhd.run(w->daemon);
	http_wake(w);
	mhd.stop_daemon(w->daemon);
	free(w);
}
