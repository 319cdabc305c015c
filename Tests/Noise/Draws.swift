import Foundation

extension FixedNoise {
    /// A number from 0 to below 1, all of 53 binary digits.
    public mutating func uniform() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// A number with mean 0 and standard deviation 1 (Box and Muller 1958).
    public mutating func normal() -> Double {
        let distance = (-2 * log(1 - uniform())).squareRoot()
        return distance * cos(2 * Double.pi * uniform())
    }
}

/// Counts drawn by chance, each with its own probability.
public struct Draws: Sendable {
    /// The probability of each count or a smaller one; the first is that of `fewest`.
    private let cumulative: [Double]
    private let fewest: Int

    /// How many of `trials` have what each has with this probability.
    public static func binomial(_ trials: Int, _ probability: Double) -> Draws {
        let odds = probability / (1 - probability)
        let most = min(trials, Int(Double(trials + 1) * probability))
        return Draws(0...trials, mostLikely: most) { Double(trials - $0 + 1) / Double($0) * odds }
    }

    /// Events with this mean, and a variance so many times the mean (more than 1): the negative binomial distribution.
    public static func events(mean: Double, dispersion: Double) -> Draws {
        let size = mean / (dispersion - 1), share = 1 - 1 / dispersion
        let deviation = (mean * dispersion).squareRoot()
        let most = max(0, Int((size - 1) * share / (1 - share)))
        return Draws(0...Int(mean + 12 * deviation + 20), mostLikely: most) {
            (Double($0) + size - 1) / Double($0) * share
        }
    }

    /// From the ratios of neighbours: `ratio(k)` is the probability of k divided by that of k − 1.
    private init(_ counts: ClosedRange<Int>, mostLikely: Int, ratio: (Int) -> Double) {
        var below: [Double] = [], above: [Double] = [1]
        for count in stride(from: mostLikely, to: counts.lowerBound, by: -1) {
            let weight = (below.last ?? 1) / ratio(count)
            guard weight > 1e-16 else { break }
            below.append(weight)
        }
        for count in (mostLikely + 1)..<max(mostLikely + 1, counts.upperBound + 1) {
            let weight = above[above.count - 1] * ratio(count)
            guard weight > 1e-16 else { break }
            above.append(weight)
        }
        let weights = below.reversed() + above
        let whole = weights.reduce(0, +)
        var sum = 0.0
        cumulative = weights.map {
            sum += $0; return sum / whole
        }
        fewest = mostLikely - below.count
    }

    /// One count.
    public func draw(_ noise: inout FixedNoise) -> Int {
        let place = noise.uniform()
        var low = 0, high = cumulative.count - 1
        while low < high {
            let middle = (low + high) / 2
            if cumulative[middle] > place { high = middle } else { low = middle + 1 }
        }
        return fewest + low
    }
}
