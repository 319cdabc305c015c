/// An exact decimal: `units` × 10^-`scale`. Sums of table columns are kept so, in 128 bits, so that neither the order
/// of rows nor another engine can change a byte of a result. Division happens once, at the end.
public struct Exact: Hashable, Sendable, Comparable, CustomStringConvertible {
    public var units: Int128
    /// Number of decimals, 0 to 18.
    public var scale: Int

    public init(units: Int128, scale: Int) {
        self.units = units
        self.scale = scale
    }

    public init(_ whole: Int) { self.init(units: Int128(whole), scale: 0) }

    public static let zero = Exact(units: 0, scale: 0)

    /// The same number with `scale` decimals; `scale` must not be smaller than it is now.
    public func scaled(to scale: Int) -> Exact {
        precondition(scale >= self.scale, "an exact number is never rounded on the way")
        return Exact(units: units * powerOfTen(scale - self.scale), scale: scale)
    }

    public static func + (left: Exact, right: Exact) -> Exact {
        let scale = max(left.scale, right.scale)
        return Exact(units: left.scaled(to: scale).units + right.scaled(to: scale).units, scale: scale)
    }

    public static func - (left: Exact, right: Exact) -> Exact {
        left + Exact(units: -right.units, scale: right.scale)
    }

    public static func < (left: Exact, right: Exact) -> Bool { (left - right).units < 0 }
    public static func == (left: Exact, right: Exact) -> Bool { (left - right).units == 0 }

    public func hash(into hasher: inout Hasher) {
        let short = normalized
        hasher.combine(short.units)
        hasher.combine(short.scale)
    }

    /// Without trailing zeros after the point.
    public var normalized: Exact {
        var result = self
        while result.scale > 0, result.units % 10 == 0 {
            result.units /= 10
            result.scale -= 1
        }
        return result
    }

    /// The nearest binary number.
    public var double: Double {
        let short = normalized
        // Both exact in binary: one division, rounded once. Else the digits are read, which rounds once too.
        if short.units.magnitude < 1 << 53, short.scale <= 22 {
            return Double(Int64(truncatingIfNeeded: short.units)) / exactPowersOfTen[short.scale]
        }
        return Double(short.description) ?? .nan
    }

    /// `multiplier × self ÷ divisor`, rounded once; nil where the divisor is zero.
    public func ratio(to divisor: Exact, times multiplier: Int = 1) -> Double? {
        guard divisor.units != 0 else { return nil }
        let top = normalized, bottom = divisor.normalized
        let scale = max(top.scale, bottom.scale)
        return Double(top.scaled(to: scale).units * Int128(multiplier)) / Double(bottom.scaled(to: scale).units)
    }

    /// Plain decimal with a point: `12.50` for 1250 at scale 2.
    public var description: String {
        let digits = String(units.magnitude)
        guard scale > 0 else { return units < 0 ? "-" + digits : digits }
        let padded = String(repeating: "0", count: max(0, scale + 1 - digits.count)) + digits
        return (units < 0 ? "-" : "") + padded.dropLast(scale) + "." + padded.suffix(scale)
    }

    /// Reads `12`, `-0.5` or `12.50`; nil for anything else.
    public init?(_ text: String) {
        var digits = Substring(text)
        let negative = digits.first == "-"
        if negative { digits = digits.dropFirst() }
        let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
            let whole = UInt64(parts[0])
        else { return nil }
        let fraction = parts.count == 2 ? parts[1] : ""
        guard fraction.count <= 18, let tail = fraction.isEmpty ? 0 : UInt64(fraction) else { return nil }
        let units = Int128(whole) * powerOfTen(fraction.count) + Int128(tail)
        self.init(units: negative ? -units : units, scale: fraction.count)
    }
}

/// 10 to the power of 0…22, which binary numbers hold exactly.
private let exactPowersOfTen = (0...22).map { Double(powerOfTen($0)) }

/// 10 to the power of 0…36.
public func powerOfTen(_ exponent: Int) -> Int128 {
    var result: Int128 = 1
    for _ in 0..<exponent { result *= 10 }
    return result
}
