/* SPDX-License-Identifier: MIT */
/*
 * A fuzzer as a program without libFuzzer, included before a fuzz_NAME.c: it takes the
 * files that it is given, once each. With `-more SECONDS INPUT` before them it then
 * changes them at random for so long, the same way each time (FUZZ_SEED=n: another one);
 * what it is trying stands in the file INPUT. Nothing leads it to new code, as libFuzzer
 * is led: it is what there is time for at each change of the source.
 */
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

#define REPLAY_MOST (1u << 20)
#define REPLAY_CHANGED 8192 /* as make fuzz has it: what is long takes long */

int LLVMFuzzerInitialize(int *argc, char ***argv) __attribute__((weak));
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t most);
size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t most, unsigned seed)
	__attribute__((weak));

static struct {
	uint64_t random;
	const uint8_t *other; /* a file of which pieces come */
	size_t others;
} replaying;

/* Below n. */
static size_t replay_draw(size_t n)
{
	replaying.random ^= replaying.random << 13;
	replaying.random ^= replaying.random >> 7;
	replaying.random ^= replaying.random << 17;
	return n > 0 ? (size_t)(replaying.random >> 11) % n : 0;
}

/* Puts n bytes of `from` into data, at `at`, instead of `gone`. */
static size_t replay_put(uint8_t *data, size_t size, size_t most, size_t at, size_t gone,
	const uint8_t *from, size_t n)
{
	static uint8_t piece[256];

	n = n < sizeof(piece) ? n : sizeof(piece);
	gone = gone < size - at ? gone : size - at;
	if (size - gone + n > most)
		return size;
	if (n > 0)
		memcpy(piece, from, n); /* it may be a part of what is moved */
	memmove(data + at + n, data + at + gone, size - at - gone);
	memcpy(data + at, piece, n);
	return size - gone + n;
}

size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t most)
{
	static const uint8_t telling[] = { 0, 1, 4, 9, 10, 13, 27, 31, '"', '\\', '{',
		'}', '[', ',', ':', '/', '0', '9', '-', '.', 'e', 127, 128, 0xc2, 0xe2,
		0xff };
	size_t at = replay_draw(size + 1), span = 1 + replay_draw(replay_draw(40) + 1);

	if (size > 0 && replay_draw(3) == 0) {
		at = replay_draw(size);
		data[at] ^= (uint8_t)(1u << replay_draw(8));
		return size;
	}
	switch (replay_draw(4)) {
	case 0:
		return replay_put(data, size, most, at, span, NULL, 0);
	case 1:
		return replay_put(data, size, most, at, replay_draw(2),
			telling + replay_draw(sizeof(telling)), 1);
	case 2: {
		size_t from = replay_draw(size);

		span = span < size - from ? span : size - from;
		return replay_put(
			data, size, most, at, replay_draw(2) * span, data + from, span);
	}
	default: {
		size_t from = replay_draw(replaying.others);

		span = replay_draw(200);
		span = span < replaying.others - from ? span : replaying.others - from;
		return replay_put(data, size, most, at, replay_draw(2) * span,
			replaying.other + from, span);
	}
	}
}

static size_t replay_read(const char *path, uint8_t *data)
{
	FILE *file = fopen(path, "rb");
	size_t n;

	if (file == NULL) {
		perror(path);
		exit(1);
	}
	n = fread(data, 1, REPLAY_MOST, file);
	fclose(file);
	return n;
}

static void replay_changed(int files, char **path, uint8_t *shown, size_t *length)
{
	static uint8_t other[REPLAY_MOST];
	static uint8_t data[REPLAY_MOST];
	size_t size = replay_read(path[replay_draw((size_t)files)], data);

	size = size < REPLAY_CHANGED ? size : REPLAY_CHANGED;
	replaying.others = replay_read(path[replay_draw((size_t)files)], other);
	replaying.other = other;
	for (size_t some = 0; some < 20; some++) { /* each of them a step further */
		for (size_t n = 1 + replay_draw(4); n > 0; n--)
			size = LLVMFuzzerCustomMutator != NULL && size > 0
				? LLVMFuzzerCustomMutator(data, size, REPLAY_CHANGED,
					  (unsigned)replay_draw(1u << 30))
				: LLVMFuzzerMutate(data, size, REPLAY_CHANGED);
		memcpy(shown, data, size);
		*length = size;
		LLVMFuzzerTestOneInput(data, size);
	}
}

/* What is in memory that is shared with a file is there after any end. */
static void replay_more(double seconds, const char *input, int files, char **path)
{
	int fd = open(input, O_RDWR | O_CREAT | O_TRUNC, 0600);
	const char *seed = getenv("FUZZ_SEED");
	struct timespec from, now;
	size_t *length, rounds = 0;

	if (fd < 0 || ftruncate(fd, REPLAY_CHANGED + 8) < 0 ||
		(length = mmap(NULL, REPLAY_CHANGED + 8, PROT_READ | PROT_WRITE,
			 MAP_SHARED, fd, 0)) == MAP_FAILED) {
		perror(input);
		exit(1);
	}
	close(fd);
	replaying.random =
		UINT64_C(0x9e3779b97f4a7c15) + strtoul(seed ? seed : "0", NULL, 10);
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &from);
	do {
		replay_changed(files, path, (uint8_t *)(length + 1), length);
		rounds += 20;
		clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
	} while ((double)(now.tv_sec - from.tv_sec) +
			(double)(now.tv_nsec - from.tv_nsec) / 1e9 <
		seconds);
	fprintf(stderr, "%zu inputs more\n", rounds);
}

int main(int argc, char **argv)
{
	static uint8_t data[REPLAY_MOST];
	double more = 0;
	const char *input = NULL;
	int failed = 0, first = 1;

	if (argc > 4 && strcmp(argv[1], "-more") == 0) {
		more = strtod(argv[2], NULL);
		input = argv[3];
		first = 4;
	}
	if (LLVMFuzzerInitialize != NULL)
		LLVMFuzzerInitialize(&argc, &argv);
	for (int i = first; i < argc; i++) {
		size_t n = replay_read(argv[i], data);

		fprintf(stderr, "%s\n",
			argv[i]); /* the last one is that which broke it */
		failed |= LLVMFuzzerTestOneInput(data, n);
	}
	if (more > 0) {
		fprintf(stderr, "%s\n", input);
		replay_more(more, input, argc - first, argv + first);
	}
	return failed;
}
