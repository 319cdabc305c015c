/// The sum of values, carried in two parts so that small terms are not lost beside large ones.
///
/// Source: Neumaier (1974), "Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen", method IV; as
/// exact as adding in about twice the precision and rounding once.
public func compensatedSum(_ values: some Sequence<Double>) -> Double {
    var sum = 0.0
    var lost = 0.0
    for value in values {
        let next = sum + value
        lost += abs(sum) >= abs(value) ? (sum - next) + value : (value - next) + sum
        sum = next
    }
    return lost.isFinite ? sum + lost : sum
}

/// The arithmetic mean. Nil for no values.
public func mean(_ values: [Double]) -> Double? {
    guard !values.isEmpty else { return nil }
    return compensatedSum(values) / Double(values.count)
}

/// The sample standard deviation, with n − 1 below, in the unit of the values. Nil for fewer than two values.
///
/// Two passes, the second corrected for the rounding of the mean: Chan, Golub and LeVeque (1983), "Algorithms for
/// computing the sample variance", formula 1.7.
public func standardDeviation(_ values: [Double]) -> Double? {
    guard values.count >= 2, let mean = mean(values) else { return nil }
    let deviations = values.map { $0 - mean }
    let leftOver = compensatedSum(deviations)
    let squares = compensatedSum(deviations.map { $0 * $0 })
    let corrected = squares - leftOver * leftOver / Double(values.count)
    return max(0, corrected / Double(values.count - 1)).squareRoot()
}

/// How far each value resembles the one `lag` places before it, from −1 to 1. Nil unless there are more values than the
/// lag, the lag is positive, and the values vary.
///
/// Source: NIST/SEMATECH e-Handbook of Statistical Methods § 1.3.5.12.
public func autocorrelation(_ values: [Double], lag: Int = 1) -> Double? {
    guard lag > 0, values.count > lag, let mean = mean(values) else { return nil }
    let deviations = values.map { $0 - mean }
    let squares = compensatedSum(deviations.map { $0 * $0 })
    guard squares > 0 else { return nil }
    return compensatedSum(zip(deviations, deviations.dropFirst(lag)).map { $0 * $1 }) / squares
}
