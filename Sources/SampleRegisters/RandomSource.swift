/// A small seeded generator (SplitMix64). Each register draws from its own named stream, so that a change
/// in one register leaves the bytes of the others alone.
struct RandomSource {
    private var state: UInt64

    init(stream name: String) {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
        state = hash ^ 2_030_265
    }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }

    /// A whole number from 0 up to, and not including, `limit`.
    mutating func below(_ limit: Int) -> Int {
        limit <= 1 ? 0 : Int(next() % UInt64(limit))
    }

    mutating func within(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + below(range.upperBound - range.lowerBound + 1)
    }

    mutating func chance(millionths: Int) -> Bool {
        below(1_000_000) < millionths
    }

    /// Roughly normal around zero with the given standard deviation: twelve even draws added up.
    mutating func noise(deviation: Int) -> Int {
        guard deviation > 0 else { return 0 }
        var sum = 0
        for _ in 0..<12 { sum += below(1_000_001) - 500_000 }
        return rounded(sum * deviation, over: 1_000_000)
    }

    mutating func successes(of trials: Int, millionths: Int) -> Int {
        var count = 0
        for _ in 0..<max(0, trials) where chance(millionths: millionths) { count += 1 }
        return count
    }

    /// An index drawn in proportion to the weights.
    mutating func index(weights: [Int]) -> Int {
        var left = below(weights.reduce(0, +))
        for (index, weight) in weights.enumerated() {
            if left < weight { return index }
            left -= weight
        }
        return weights.count - 1
    }

    mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
        var result = elements
        for index in stride(from: result.count - 1, to: 0, by: -1) {
            result.swapAt(index, below(index + 1))
        }
        return result
    }
}

/// Yes/no answers that keep to a share: what was given too much or too little is carried to the next one.
struct Quota {
    private var carried = 0

    mutating func take(millionths: Int, weight: Int = 1, from random: inout RandomSource) -> Bool {
        let whole = weight * 1_000_000
        carried += weight * millionths
        let given = carried >= random.below(whole)
        if given { carried -= whole }
        return given
    }
}

/// Spreads a small expected number over many cells, so that the total keeps to the sum of what was expected.
struct Spread {
    private var position: Int

    init(from random: inout RandomSource) {
        position = random.below(1_000_000)
    }

    mutating func take(millionths: Int) -> Int {
        let before = position / 1_000_000
        position += millionths
        return position / 1_000_000 - before
    }
}
