/// Where an increasing function crosses zero: Newton's method, kept inside a bracket that is halved when Newton strays.
///
/// The bracket is found by doubling steps from the start. The answer is exact to a few units in the last place of
/// max(1, |root|), as far as the function itself is.
func rootOfIncreasing(
    start: Double, _ function: (Double) -> (value: Double, slope: Double)
) -> Double {
    var lower = start
    var upper = start
    var step = 1.0
    let below = function(start).value < 0
    for _ in 0..<1_100 {
        let edge = below ? start + step : start - step
        let crossed = below ? function(edge).value >= 0 : function(edge).value < 0
        if below { upper = edge } else { lower = edge }
        if crossed { break }
        if below { lower = edge } else { upper = edge }
        step *= 2
    }
    var candidate = lower + (upper - lower) / 2
    for _ in 0..<200 {
        let (value, slope) = function(candidate)
        if value == 0 { return candidate }
        if value < 0 { lower = candidate } else { upper = candidate }
        var next = candidate - value / slope
        if !(next > lower && next < upper) { next = lower + (upper - lower) / 2 }
        let moved = abs(next - candidate)
        candidate = next
        if moved <= 2 * Double.ulpOfOne * max(1, abs(candidate)) { break }
    }
    return candidate
}
