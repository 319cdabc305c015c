#ifndef SAMMEN_CBYTES_H
#define SAMMEN_CBYTES_H

/* Sixty-four bytes at a time, where Swift has no name for the machine's instruction. Each function reads exactly 64
   bytes from p and returns one bit a byte, the lowest for the first. */

#include <stdint.h>
#include <string.h>

#if defined(__SSE2__)
#include <emmintrin.h>

static inline uint64_t sammen_bits(__m128i a, __m128i b, __m128i c, __m128i d) {
    return (uint64_t)(uint32_t)_mm_movemask_epi8(a) | (uint64_t)(uint32_t)_mm_movemask_epi8(b) << 16 |
           (uint64_t)(uint32_t)_mm_movemask_epi8(c) << 32 | (uint64_t)(uint32_t)_mm_movemask_epi8(d) << 48;
}

static inline __m128i sammen_any(const uint8_t *p, __m128i x, __m128i y, __m128i z) {
    __m128i v = _mm_loadu_si128((const __m128i *)p);
    return _mm_or_si128(_mm_cmpeq_epi8(v, x), _mm_or_si128(_mm_cmpeq_epi8(v, y), _mm_cmpeq_epi8(v, z)));
}

/* Bytes equal to x, y or z. */
static inline uint64_t sammen_find3(const uint8_t *p, uint8_t x, uint8_t y, uint8_t z) {
    __m128i a = _mm_set1_epi8((char)x), b = _mm_set1_epi8((char)y), c = _mm_set1_epi8((char)z);
    return sammen_bits(sammen_any(p, a, b, c), sammen_any(p + 16, a, b, c), sammen_any(p + 32, a, b, c),
                       sammen_any(p + 48, a, b, c));
}

/* Bytes of 0x80 and above. */
static inline uint64_t sammen_high(const uint8_t *p) {
    return sammen_bits(_mm_loadu_si128((const __m128i *)p), _mm_loadu_si128((const __m128i *)(p + 16)),
                       _mm_loadu_si128((const __m128i *)(p + 32)), _mm_loadu_si128((const __m128i *)(p + 48)));
}

#else

/* Eight bytes a step: the high bit of each byte of `word` becomes one of eight bits. */
static inline uint64_t sammen_gather(uint64_t word) {
    return ((word & 0x8080808080808080u) >> 7) * 0x0102040810204080u >> 56;
}

static inline uint64_t sammen_zero(uint64_t word) {
    uint64_t low = (word & 0x7f7f7f7f7f7f7f7fu) + 0x7f7f7f7f7f7f7f7fu;
    return ~(low | word | 0x7f7f7f7f7f7f7f7fu);
}

static inline uint64_t sammen_find3(const uint8_t *p, uint8_t x, uint8_t y, uint8_t z) {
    const uint64_t ones = 0x0101010101010101u;
    uint64_t bits = 0;
    for (int step = 0; step < 8; step++) {
        uint64_t word;
        memcpy(&word, p + 8 * step, 8);
        uint64_t hits = sammen_zero(word ^ ones * x) | sammen_zero(word ^ ones * y) | sammen_zero(word ^ ones * z);
        bits |= sammen_gather(hits) << (8 * step);
    }
    return bits;
}

static inline uint64_t sammen_high(const uint8_t *p) {
    uint64_t bits = 0;
    for (int step = 0; step < 8; step++) {
        uint64_t word;
        memcpy(&word, p + 8 * step, 8);
        bits |= sammen_gather(word) << (8 * step);
    }
    return bits;
}

#endif
#endif
