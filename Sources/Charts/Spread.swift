/// Places things of given lengths along a line so that none overlap, each as near to where it is wanted as can be: the
/// sum of the squared moves is the least.
///
/// Pool adjacent violators (Barlow and others, 1972), on the wanted beginnings less the lengths that stand before them.
///
/// - Parameter wanted: where the middle of each would be; they keep this order.
/// - Returns: the middles, in the order given; nil where the lengths together are longer than `range`.
func spread(_ wanted: [Double], lengths: [Double], within range: ClosedRange<Double>) -> [Double]? {
    let total = lengths.reduce(0, +)
    guard total <= range.upperBound - range.lowerBound + 1e-9 else { return nil }
    let order = wanted.indices.sorted { (wanted[$0], $0) < (wanted[$1], $1) }
    var offsets: [Double] = []
    var pools: [(sum: Double, count: Int)] = []
    var before = 0.0
    for index in order {
        offsets.append(before)
        pools.append((wanted[index] - lengths[index] / 2 - before, 1))
        before += lengths[index]
        while let last = pools.last, let other = pools.dropLast().last,
            other.sum / Double(other.count) > last.sum / Double(last.count)
        {
            pools.removeLast(2)
            pools.append((other.sum + last.sum, other.count + last.count))
        }
    }
    var result = wanted
    var place = 0
    for pool in pools {
        let mean = pool.sum / Double(pool.count)
        let start = max(range.lowerBound, min(mean, range.upperBound - total))
        for _ in 0..<pool.count {
            let index = order[place]
            result[index] = start + offsets[place] + lengths[index] / 2
            place += 1
        }
    }
    return result
}
