/* SPDX-License-Identifier: MIT */
#include "bus/poll_guard.h"

#include <errno.h>
#include <stdint.h>
#include <sys/epoll.h>
#include <sys/syscall.h>
#include <unistd.h>

#define SEEN_BY_OTHERS __attribute__((visibility("default")))

#define ERRORS ((uint32_t)(EPOLLERR | EPOLLHUP))

void poll_guard(void)
{
}

static int control(int epfd, int op, int fd, struct epoll_event *event)
{
	return (int)syscall(SYS_epoll_ctl, epfd, op, fd, event);
}

/* What is not to be watched for anything is taken out; who asks finds it there. */
SEEN_BY_OTHERS int epoll_ctl(int epfd, int op, int fd, struct epoll_event *event)
{
	int rc;

	if (op == EPOLL_CTL_MOD && event->events == 0)
		op = EPOLL_CTL_DEL;
	rc = control(epfd, op, fd, event);
	if (rc < 0 && errno == ENOENT && op == EPOLL_CTL_MOD)
		rc = control(epfd, EPOLL_CTL_ADD, fd, event);
	if (rc < 0 && errno == ENOENT && op == EPOLL_CTL_DEL)
		rc = 0;
	return rc;
}

/*
 * A socket with an error can be read and written, and says there what it is. Told of the
 * error too, libzmq would read twice, and the second time maybe what it has just stopped
 * to read.
 */
SEEN_BY_OTHERS int epoll_wait(int epfd, struct epoll_event *events, int most, int timeout)
{
	int n = (int)syscall(SYS_epoll_pwait, epfd, events, most, timeout, NULL, 0);

	for (int i = 0; i < n; i++) {
		if (events[i].events & (EPOLLIN | EPOLLOUT))
			events[i].events &= ~ERRORS;
	}
	return n;
}
