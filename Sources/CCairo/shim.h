#ifndef SAMMEN_CCAIRO_SHIM_H
#define SAMMEN_CCAIRO_SHIM_H

#include <cairo/cairo.h>
#include <cairo/cairo-pdf.h>
#include <cairo/cairo-svg.h>
#include <png.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

/* Bytes that grow as they are written. */
struct sammen_bytes {
    unsigned char *data;
    size_t length;
    size_t capacity;
};

static inline int sammen_bytes_append(struct sammen_bytes *bytes, const unsigned char *data, size_t length) {
    if (bytes->length + length > bytes->capacity) {
        size_t capacity = bytes->capacity ? bytes->capacity : 16384;
        while (capacity < bytes->length + length) capacity *= 2;
        unsigned char *grown = (unsigned char *)realloc(bytes->data, capacity);
        if (!grown) return 0;
        bytes->data = grown;
        bytes->capacity = capacity;
    }
    memcpy(bytes->data + bytes->length, data, length);
    bytes->length += length;
    return 1;
}

static inline void sammen_png_write(png_structp png, png_bytep data, png_size_t length) {
    if (!sammen_bytes_append((struct sammen_bytes *)png_get_io_ptr(png), data, length)) png_error(png, "memory");
}

static inline void sammen_png_flush(png_structp png) { (void)png; }

/* Encodes rows of one byte a pixel, each a number in a palette of `colours` (red, green, blue), without filters and
   with stretches of one colour as all that is sought: fast, and smaller than zlib's level 1 for drawings. libpng reports
   errors by longjmp, which Swift cannot cross, so the whole call is here. Returns 0 where it failed; the caller
   frees `out->data`. */
static inline int sammen_png_encode(
    const unsigned char *pixels, int width, int height, const unsigned char *palette, int colours,
    int pixels_per_metre, const char *title, struct sammen_bytes *out
) {
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
    if (!png) return 0;
    png_infop info = png_create_info_struct(png);
    if (!info || setjmp(png_jmpbuf(png))) {
        png_destroy_write_struct(&png, &info);
        return 0;
    }
    png_set_write_fn(png, out, sammen_png_write, sammen_png_flush);
    png_set_IHDR(
        png, info, (png_uint_32)width, (png_uint_32)height, 8, PNG_COLOR_TYPE_PALETTE, PNG_INTERLACE_NONE,
        PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_set_PLTE(png, info, (png_const_colorp)palette, colours);
    png_set_compression_level(png, 1);
    png_set_compression_strategy(png, Z_RLE);
    png_set_filter(png, PNG_FILTER_TYPE_BASE, PNG_FILTER_NONE);
    png_set_pHYs(png, info, (png_uint_32)pixels_per_metre, (png_uint_32)pixels_per_metre, PNG_RESOLUTION_METER);
    if (title && title[0]) {
        png_text text;
        memset(&text, 0, sizeof text);
        text.compression = PNG_ITXT_COMPRESSION_NONE;
        text.key = (png_charp) "Title";
        text.text = (png_charp)title;
        text.itxt_length = strlen(title);
        png_set_text(png, info, &text, 1);
    }
    png_write_info(png, info);
    for (int row = 0; row < height; row++) png_write_row(png, (png_const_bytep)(pixels + (size_t)row * (size_t)width));
    png_write_end(png, NULL);
    png_destroy_write_struct(&png, &info);
    return 1;
}

#endif
