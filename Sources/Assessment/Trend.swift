import Statistics
import Vocabulary

/// What is computed from the points of a window: only for five points or more.
struct Trend {
    /// The Theil–Sen slope per year.
    let slope: Double
    /// The probability of so clear a movement by chance (Mann–Kendall).
    let p: Double
    let line: LeastSquares
    let window: TrendWindow

    init?(_ points: [JudgedPoint]) {
        guard points.count >= fewestForTrend, let first = points.first, let last = points.last else { return nil }
        let times = points.map(\.time)
        let values = points.map(\.figure.value)
        guard let slope = theilSen(x: times, y: values)?.slope, let test = mannKendall(values),
            let line = leastSquares(x: times, y: values)
        else { return nil }
        self.slope = slope
        p = test.pValue
        self.line = line
        window = TrendWindow(first: first.period, last: last.period, points: points.count)
    }

    /// The line carried on to the end of `year`, with a year-by-year path from the year after `start`. Nil where that year has
    /// passed.
    func projection(to year: Int, after start: Period) -> Projection? {
        guard Double(year) > timeOf(start), let narrow = interval(at: year, level: 0.8),
            let wide = interval(at: year, level: 0.95)
        else { return nil }
        let next = Int(timeOf(start).rounded(.down)) + 1
        let path: [ProjectedYear] = (min(next, year)...year).compactMap { passing in
            interval(at: passing, level: 0.8).map {
                ProjectedYear(
                    year: passing, value: line.prediction(at: Double(passing)), low80: $0.low, high80: $0.high)
            }
        }
        return Projection(
            year: year, value: line.prediction(at: Double(year)), low80: narrow.low, high80: narrow.high,
            low95: wide.low, high95: wide.high, path: path)
    }

    /// The chance that a new figure in the target year meets the target: the tail of the least-squares prediction.
    func chance(of target: Target, _ direction: Direction) -> Chance? {
        let time = Double(target.year)
        guard time > timeOf(window.last) else { return nil }
        func below(_ value: Double) -> Double {
            line.probabilityBelow(value, at: time) ?? (line.prediction(at: time) < value ? 1 : 0)
        }
        let probability: Double
        if let upper = target.upper {
            probability = below(upper) - below(target.value)
        } else if line.residualStandardDeviation == 0 {
            probability = target.isMet(by: line.prediction(at: time), direction) ? 1 : 0
        } else {
            probability = direction == .down ? below(target.value) : 1 - below(target.value)
        }
        return Chance(probability: probability)
    }

    private func interval(at year: Int, level: Double) -> Interval? {
        line.predictionInterval(at: Double(year), level: level)
    }
}

extension Chance {
    /// ≥90 % very likely, 66–90 likely, 33–66 uncertain, 10–33 less likely, <10 unlikely.
    init(probability: Double) {
        self =
            switch probability {
            case 0.9...: .veryLikely
            case 0.66...: .likely
            case 0.33...: .uncertain
            case 0.1...: .lessLikely
            default: .unlikely
            }
    }
}
