/* SPDX-License-Identifier: MIT */
/*
 * How many random rounds a test makes: under the sanitizers, where each takes four times
 * as long, a fifth. They are there for what is wrong with memory; the plain build for
 * what is wrong with the rest.
 */
#ifndef TESTS_ROUNDS_H
#define TESTS_ROUNDS_H

#ifdef __SANITIZE_ADDRESS__
#define ROUNDS(n) ((n) / 5)
#else
#define ROUNDS(n) (n)
#endif

#endif
