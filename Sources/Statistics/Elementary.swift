#if canImport(Glibc)
import Glibc
#endif

// The only file of this room that touches the C library: everything else is arithmetic.

/// The natural logarithm; −∞ at 0, NaN below 0.
func logarithm(_ value: Double) -> Double { log(value) }

/// ln(1 + value), accurate for small values.
func logarithmOfOnePlus(_ value: Double) -> Double { log1p(value) }

/// e raised to the value.
func exponential(_ value: Double) -> Double { exp(value) }

/// Base raised to the exponent; NaN for a negative base with a fractional exponent.
func power(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }

/// The error function, erf.
func errorFunction(_ value: Double) -> Double { erf(value) }

/// The complementary error function, erfc, accurate far out in the upper tail.
func complementaryErrorFunction(_ value: Double) -> Double { erfc(value) }
