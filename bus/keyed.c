/* SPDX-License-Identifier: MIT */
#include "bus/keyed.h"

#include <string.h>
#include <zmq.h>

#define MECHANISM_MISMATCH ZMQ_PROTOCOL_ERROR_ZMTP_MECHANISM_MISMATCH

void keyed_socket(void *socket, const struct keyfile *k)
{
	if (!keyed(k))
		return;
	zmq_setsockopt(socket, ZMQ_CURVE_SERVERKEY, k->server_key, KEY_TEXT);
	zmq_setsockopt(socket, ZMQ_CURVE_PUBLICKEY, k->public_key, KEY_TEXT);
	zmq_setsockopt(socket, ZMQ_CURVE_SECRETKEY, k->secret_key, KEY_TEXT);
}

const char *keyed_refusal(uint16_t event, uint32_t value, const struct keyfile *k)
{
	if (event == ZMQ_EVENT_HANDSHAKE_FAILED_AUTH)
		return "the hub refuses this key: unknown, revoked or run out (there: seam "
		       "keys list)";
	if (event == ZMQ_EVENT_HANDSHAKE_FAILED_PROTOCOL && value == MECHANISM_MISMATCH)
		return keyed(k)
			? "the hub asks for no keys: leave --key and $SEAM_KEY out"
			: "the hub asks for a key: --key FILE (seam keys add, on the "
			  "hub's machine, makes one)";
	/* who has no key is told so only if libzmq is quick enough to read it */
	if (event == ZMQ_EVENT_HANDSHAKE_FAILED_NO_DETAIL && !keyed(k))
		return "it ends the handshake: a hub that asks for a key (--key FILE), or no "
		       "hub at all";
	if (event == ZMQ_EVENT_HANDSHAKE_FAILED_NO_DETAIL)
		return "it ends the handshake: its key is not the server-key of this key "
		       "file (it has a new one, or is another hub), or it asks for no "
		       "keys: then leave --key and $SEAM_KEY out";
	return NULL;
}

void *keyed_watch(void *context, void *socket, const char *address)
{
	void *monitor = zmq_socket(context, ZMQ_PAIR);

	zmq_socket_monitor(socket, address, KEYED_EVENTS);
	zmq_connect(monitor, address);
	return monitor;
}

void keyed_unwatch(void *socket, void *monitor)
{
	zmq_socket_monitor(socket, NULL, 0);
	zmq_close(monitor);
}

const char *keyed_look(void *monitor, const struct keyfile *k, bool was_in)
{
	const char *refused = NULL;
	unsigned char frame[16];
	char endpoint[256];

	while (zmq_recv(monitor, frame, sizeof(frame), ZMQ_DONTWAIT) >= 6) {
		uint16_t event;
		uint32_t value;

		memcpy(&event, frame, sizeof(event));
		memcpy(&value, frame + sizeof(event), sizeof(value));
		zmq_recv(monitor, endpoint, sizeof(endpoint), 0);
		if (refused == NULL &&
			!(was_in && event == ZMQ_EVENT_HANDSHAKE_FAILED_NO_DETAIL))
			refused = keyed_refusal(event, value, k);
	}
	return refused;
}
