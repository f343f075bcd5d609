/* SPDX-License-Identifier: MIT */
/* What the files of the codec share and nobody else includes. */
#ifndef BUS_CODEC_OWN_H
#define BUS_CODEC_OWN_H

#include "bus/codec.h"

/*
 * Reads out->data, the type being known. `original` is the text that came, before
 * event_one_line(): the artifact's digest is taken over it.
 */
bool codec_read_data(struct event *out, struct str original, struct err *e);

#endif
