/// The value below which the given share of the values lies, interpolated between neighbours.
///
/// Source: Hyndman and Fan (1996), "Sample quantiles in statistical packages", definition 7, the default of R and
/// numpy. Nil for no values, a value that is not a number, or a share outside 0…1.
public func quantile(_ values: [Double], _ share: Double) -> Double? {
    guard !values.isEmpty, (0...1).contains(share), !values.contains(where: \.isNaN) else { return nil }
    return quantile(sorted: values.sorted(), share)
}

/// The middle value, or the mean of the two middle values. Nil for no values or a value that is not a number.
public func median(_ values: [Double]) -> Double? {
    guard !values.isEmpty, !values.contains(where: \.isNaN) else { return nil }
    return median(sorted: values.sorted())
}

/// As `median`, for at least one value, in order.
func median(sorted values: [Double]) -> Double {
    let middle = values.count / 2
    return values.count % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2
}

private func quantile(sorted values: [Double], _ share: Double) -> Double {
    let place = share * Double(values.count - 1)
    let below = Int(place)
    let above = min(below + 1, values.count - 1)
    return values[below] + (place - Double(below)) * (values[above] - values[below])
}
