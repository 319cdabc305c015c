#ifndef SAMMEN_CCAIRO_SHIM_H
#define SAMMEN_CCAIRO_SHIM_H

#include <cairo/cairo.h>
#include <cairo/cairo-pdf.h>
#include <cairo/cairo-svg.h>
#include <png.h>

#endif
