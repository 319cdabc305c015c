import Statistics
import Vocabulary

/// One unit's figure of one period as it is set beside others.
struct UnitFigure {
    let point: AssessedPoint
    let value: Double
    /// What the value is multiplied by to stand beside units with another mix: the whole's figure over the unit's
    /// expected one; 1 where mixes do not count.
    let factor: Double
    /// What chance goes by: the denominator, or the persons behind a published figure.
    let size: Double
    let persons: (part: Int, whole: Int)?

    /// A figure as it stands. Nil where there is none, or it has no size.
    init?(_ point: AssessedPoint, _ unit: UnitOfMeasure) {
        self.init(point, unit, factor: 1)
    }

    /// A figure to be set beside units with another mix.
    /// - Parameter overall: the whole's figure of the period.
    /// - Returns: nil where there is none, or it has no size or no expected figure.
    init?(_ point: AssessedPoint, _ unit: UnitOfMeasure, standardizedTo overall: Double?) {
        guard let overall, overall > 0, let expected = point.expected, expected > 0 else { return nil }
        self.init(point, unit, factor: overall / expected)
    }

    private init?(_ point: AssessedPoint, _ unit: UnitOfMeasure, factor: Double) {
        guard let value = point.value, let size = point.size(unit) else { return nil }
        self.point = point
        self.value = value
        self.factor = factor
        self.size = size
        persons = shareOfPersons(point.numerator, point.denominator, point.count, unit)
    }

    var compared: Double { value * factor }
}

extension AssessedPoint {
    /// The denominator of a ratio, or the persons behind a figure published as a share, rate or mean. A sum has none.
    fileprivate func size(_ unit: UnitOfMeasure) -> Double? {
        let size = denominator?.double ?? (numerator == nil && unit.kind != .number ? count.map(Double.init) : nil)
        return size.flatMap { $0 > 0 ? $0 : nil }
    }
}

/// The persons in the numerator and in the denominator of a share of persons: both whole, the denominator the number of
/// persons, and the unit of measure per cent or per thousand. A share of days or hours is none.
func shareOfPersons(
    _ numerator: Exact?, _ denominator: Exact?, _ count: Int?, _ unit: UnitOfMeasure
) -> (part: Int, whole: Int)? {
    guard unit.kind == .percent || unit.kind == .perThousand, let count, let part = numerator?.normalized,
        let whole = denominator?.normalized, part.scale == 0, whole.scale == 0, whole == Exact(count),
        part <= whole, part.units >= 0
    else { return nil }
    return (Int(part.units), count)
}

/// How far chance moves the figures of a group of units.
struct UnitChance: Hashable, Sendable {
    let spread: UnitSpread
    let multiplier: Double
    /// Of a figure of size 1, where the spread is seen from year to year.
    let deviation: Double

    /// Fewer moves from a year to the next than this do not tell how far figures move.
    static let fewestMoves = 20

    /// By persons where every figure is a share of persons; else by the units' own moves, where there are enough.
    init?(_ series: [[UnitFigure]], _ unit: UnitOfMeasure) {
        multiplier = Double(unit.multiplier)
        if series.joined().allSatisfy({ $0.persons != nil }) {
            spread = .persons
            deviation = 0
            return
        }
        guard let deviation = Self.deviation(series) else { return nil }
        spread = .yearToYear
        self.deviation = deviation
    }

    /// What chance does to a figure as it is compared.
    func of(_ figure: UnitFigure) -> ChanceOf {
        guard spread == .persons, let persons = figure.persons else {
            return .error(deviation / figure.size.squareRoot())
        }
        return .persons(part: persons.part, whole: persons.whole, factor: multiplier * figure.factor)
    }

    /// The standard error that chance would give a unit of the figure's size whose true figure were `expected`, as
    /// compared. Nil where that is no share.
    func error(_ figure: UnitFigure, expecting expected: Double) -> Double? {
        error(size: figure.size, factor: figure.factor, expecting: expected)
    }

    /// The same of a size and what its figure is multiplied by to be compared.
    func error(size: Double, factor: Double, expecting expected: Double) -> Double? {
        guard spread == .persons else { return deviation / size.squareRoot() }
        let share = expected / factor / multiplier
        guard share > 0, share < 1 else { return nil }
        return (share * (1 - share) / size).squareRoot() * multiplier * factor
    }

    /// The standard deviation of a figure of size 1, from the units' moves between one year and the next.
    ///
    /// A move of a unit, less the moves of all units in the same years, has the variance σ²(1∕size₁ + 1∕size₂); so σ²
    /// is the mean of the squared moves, each times size₁size₂∕(size₁ + size₂), with one degree of freedom a pair of
    /// years taken for the common move. Real changes of single units are in it too, which makes it rather too large;
    /// what stays different between units from year to year is not, and is left to the overdispersion.
    private static func deviation(_ series: [[UnitFigure]]) -> Double? {
        struct Move {
            var value: Double
            var weight: Double
        }
        var moves: [Period: [Move]] = [:]
        for figures in series {
            for (before, after) in zip(figures, figures.dropFirst()) where after.follows(before) {
                let weight = before.size * after.size / (before.size + after.size)
                moves[after.point.period, default: []].append(
                    Move(value: after.compared - before.compared, weight: weight))
            }
        }
        let years = moves.sorted { $0.key < $1.key }.map(\.value).filter { $0.count >= 2 }
        guard years.reduce(0, { $0 + $1.count }) >= fewestMoves else { return nil }
        let squares = years.flatMap { moves -> [Double] in
            let common = compensatedSum(moves.map { $0.value * $0.weight }) / compensatedSum(moves.map(\.weight))
            return moves.map { ($0.value - common) * ($0.value - common) * $0.weight }
        }
        let freedom = years.reduce(0) { $0 + $1.count - 1 }
        let variance = compensatedSum(squares) / Double(freedom)
        return variance > 0 ? variance.squareRoot() : nil
    }
}

extension UnitFigure {
    /// The year after another, without a break or anything out of the ordinary.
    private func isOrdinary(_ point: AssessedPoint) -> Bool { !point.isProvisional && !point.isExceptional }

    fileprivate func follows(_ before: UnitFigure) -> Bool {
        isOrdinary(point) && isOrdinary(before.point) && !point.followsBreak
            && point.period.grain == before.point.period.grain
            && point.period.startMonth == before.point.period.endMonth
    }
}
