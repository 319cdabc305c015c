/// What Stirling's leading terms leave out of ln Γ, for arguments of 10 and above.
///
/// Source: the asymptotic series, NIST Digital Library of Mathematical Functions (DLMF) § 5.11.1. Its first omitted
/// term is below 1e-16 from 10 upwards.
func stirlingCorrection(_ argument: Double) -> Double {
    let coefficients = [
        1.0 / 12, -1.0 / 360, 1.0 / 1260, -1.0 / 1680, 1.0 / 1188, -691.0 / 360_360, 1.0 / 156,
    ]
    let inverseSquare = 1 / (argument * argument)
    var sum = 0.0
    for coefficient in coefficients.reversed() { sum = sum * inverseSquare + coefficient }
    return sum / argument
}

/// Half the logarithm of 2π.
private let halfLogarithmOfTwoPi = 0.5 * logarithm(2 * Double.pi)

/// ln Γ(argument) for positive arguments; NaN otherwise.
///
/// Source: DLMF § 5.11.1 (Stirling) above 10, and the recurrence of § 5.5.1 to get there. Written here, and not taken
/// from the C library, because that one writes a global sign variable.
func logGamma(_ argument: Double) -> Double {
    guard argument > 0 else { return .nan }
    var shifted = argument
    var product = 1.0
    while shifted < 10 {
        product *= shifted
        shifted += 1
    }
    let stirling =
        (shifted - 0.5) * logarithm(shifted) - shifted + halfLogarithmOfTwoPi + stirlingCorrection(shifted)
    return stirling - logarithm(product)
}

/// ln B(first, second) for positive arguments.
///
/// Where an argument is large the leading terms of Stirling's formula are cancelled on paper first (DLMF § 5.12.1 with
/// § 5.11.1), so that the difference of two large logarithms does not cost the digits.
func logBeta(_ first: Double, _ second: Double) -> Double {
    let small = min(first, second)
    let large = max(first, second)
    let sum = small + large
    guard large >= 10 else { return logGamma(small) + logGamma(large) - logGamma(sum) }
    let tail = stirlingCorrection(large) - stirlingCorrection(sum)
    let logOfLargeShare = logarithmOfOnePlus(-small / sum)
    if small < 10 {
        return logGamma(small) + tail + small - small * logarithm(sum) + (large - 0.5) * logOfLargeShare
    }
    return halfLogarithmOfTwoPi - 0.5 * logarithm(sum) + stirlingCorrection(small) + tail
        + (small - 0.5) * logarithm(small / sum) + (large - 0.5) * logOfLargeShare
}
