/// The two regularised incomplete gamma functions, P (lower) and Q (upper), which add to 1.
struct GammaShares {
    let lower: Double
    let upper: Double
}

/// The regularised lower incomplete gamma function P(shape, x), a share from 0 to 1.
///
/// Source: DLMF § 8.7.1 (series) below shape + 1 and § 8.9.2 (continued fraction) above. Nil unless the shape is
/// positive and finite and x is not negative.
public func regularizedLowerGamma(shape: Double, _ x: Double) -> Double? {
    guard shape > 0, shape.isFinite, x >= 0 else { return nil }
    return incompleteGamma(shape: shape, x).lower
}

/// The regularised upper incomplete gamma function Q(shape, x) = 1 − P(shape, x), accurate where Q is small.
public func regularizedUpperGamma(shape: Double, _ x: Double) -> Double? {
    guard shape > 0, shape.isFinite, x >= 0 else { return nil }
    return incompleteGamma(shape: shape, x).upper
}

func incompleteGamma(shape: Double, _ x: Double) -> GammaShares {
    if x == 0 { return GammaShares(lower: 0, upper: 1) }
    if x == .infinity { return GammaShares(lower: 1, upper: 0) }
    let front = gammaFront(shape: shape, x)
    if x < shape + 1 {
        let lower = min(1, front * gammaSeries(shape: shape, x))
        return GammaShares(lower: lower, upper: 1 - lower)
    }
    let upper = min(1, front * gammaFraction(shape: shape, x))
    return GammaShares(lower: 1 - upper, upper: upper)
}

/// x^shape e^−x ∕ Γ(shape), with Stirling's leading terms cancelled on paper where the shape is large.
func gammaFront(shape: Double, _ x: Double) -> Double {
    guard shape >= 10 else { return exponential(shape * logarithm(x) - x - logGamma(shape)) }
    let excess = (x - shape) / shape
    let logOfRatio = abs(excess) < 0.5 ? logarithmOfOnePlus(excess) : logarithm(x / shape)
    let exponent = shape * (logOfRatio - excess) - stirlingCorrection(shape)
    return (shape / (2 * Double.pi)).squareRoot() * exponential(exponent)
}

private func gammaSeries(shape: Double, _ x: Double) -> Double {
    var term = 1 / shape
    var sum = term
    for step in 1...mostSteps {
        term *= x / (shape + Double(step))
        sum += term
        if term <= sum * 1e-17 { break }
    }
    return sum
}

private func gammaFraction(shape: Double, _ x: Double) -> Double {
    var fraction = LentzFraction(start: x + 1 - shape)
    for step in 1...mostSteps {
        let index = Double(step)
        let denominator = x + 2 * index + 1 - shape
        if fraction.extend(numerator: -index * (index - shape), denominator: denominator) { break }
    }
    return 1 / fraction.value
}
