/* SPDX-License-Identifier: MIT */
/*
 * Stands between libzmq and the kernel's epoll, because peers could end the hub.
 *
 * libzmq (seen in 4.3.4, and still so in 4.3.5) stops polling a connection for input
 * while its queue is full. The kernel reports errors of a descriptor all the same: when
 * such a peer is reset, libzmq marks the connection as broken, and keeps it until its
 * queue is read. If what it holds then has a PING (ZMQ_HEARTBEAT_IVL of the peer), it
 * sets about to answer it on the broken connection, and an assertion ends the program:
 * "!_io_error" in stream_engine_base.cpp.
 *
 * So a connection that is not to be read is not watched for errors either: it is met
 * with them when it is read again, as libzmq expects. libzmq calls epoll_ctl() and
 * epoll_wait() of this file, since a program's own functions stand before those of libc.
 */
#ifndef BUS_POLL_GUARD_H
#define BUS_POLL_GUARD_H

/* Does nothing; who calls it has the guard linked. */
void poll_guard(void);

#endif
