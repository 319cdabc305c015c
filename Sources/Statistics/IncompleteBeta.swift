/// The most steps a continued fraction or a series is given; each needs about the square root of its parameters.
let mostSteps = 200_000

/// The regularised incomplete beta function I_x(first, second), a share from 0 to 1.
///
/// Source: DLMF § 8.17.22 (continued fraction, evaluated by the modified Lentz method, DLMF § 3.10), and § 8.17.4 to
/// swap the tails where that converges faster. Nil unless x is in 0…1 and both parameters are positive and finite.
public func regularizedIncompleteBeta(_ x: Double, first: Double, second: Double) -> Double? {
    guard (0...1).contains(x), first > 0, second > 0, first.isFinite, second.isFinite else { return nil }
    return incompleteBeta(x, complement: 1 - x, first, second)
}

/// As `regularizedIncompleteBeta`, with 1 − x handed in by a caller who knows it more exactly.
func incompleteBeta(_ x: Double, complement: Double, _ first: Double, _ second: Double) -> Double {
    if x <= 0 { return 0 }
    if complement <= 0 { return 1 }
    if x > (first + 1) / (first + second + 2) {
        return 1 - lowerBeta(complement, complement: x, second, first)
    }
    return lowerBeta(x, complement: complement, first, second)
}

/// The power x^first (1−x)^second over first·B, times the continued fraction.
private func lowerBeta(_ x: Double, complement: Double, _ first: Double, _ second: Double) -> Double {
    let logOfX = x > 0.5 ? logarithmOfOnePlus(-complement) : logarithm(x)
    let logOfComplement = complement > 0.5 ? logarithmOfOnePlus(-x) : logarithm(complement)
    let front = exponential(first * logOfX + second * logOfComplement - logBeta(first, second)) / first
    return min(1, front * betaFraction(x, first, second))
}

private func betaFraction(_ x: Double, _ first: Double, _ second: Double) -> Double {
    let sum = first + second
    var fraction = LentzFraction(start: 1)
    for step in 1..<mostSteps {
        let index = Double(step / 2)
        let place = first + Double(step)
        let factor = step % 2 == 0 ? index * (second - index) : -(first + index) * (sum + index)
        if fraction.extend(numerator: factor * x / ((place - 1) * place), denominator: 1) { break }
    }
    return 1 / fraction.value
}

/// The modified Lentz method for a continued fraction, one partial quotient at a time (DLMF § 3.10).
struct LentzFraction {
    private(set) var value: Double
    private var forward: Double
    private var backward = 0.0
    private static let floor = 1e-300

    /// A fraction that begins with the given whole part.
    init(start: Double) {
        value = start == 0 ? Self.floor : start
        forward = value
    }

    /// Adds numerator ∕ (denominator + …); true when the value no longer moves.
    mutating func extend(numerator: Double, denominator: Double) -> Bool {
        backward = denominator + numerator * backward
        if abs(backward) < Self.floor { backward = Self.floor }
        backward = 1 / backward
        forward = denominator + numerator / forward
        if abs(forward) < Self.floor { forward = Self.floor }
        let factor = forward * backward
        value *= factor
        return abs(factor - 1) <= Double.ulpOfOne
    }
}
