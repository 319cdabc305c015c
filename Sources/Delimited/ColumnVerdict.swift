/// What a column is, decided from the tally of its cells.
struct ColumnVerdict {
    private(set) var type = ColumnType.text
    private(set) var decimal: UInt8?
    private(set) var group: String?
    private(set) var fractionDigits = 0
    private(set) var ambiguous = false
    private(set) var crossesMissing = false
    private(set) var firstTextLine: Int?

    init(_ tally: ColumnTally) {
        let crosses = tally.crosses.values.reduce(0) { $0 + $1.count }
        let words = tally.texts.count + tally.dates.count + tally.periods.count + tally.booleans.count
        let numbers = tally.values - words - crosses
        crossesMissing = crosses > 0 && numbers > 0 && words == 0
        let values = tally.values - (crossesMissing ? crosses : 0)
        guard values > 0 else { return }
        if tally.dates.count == values {
            type = .date
        } else if tally.periods.count > 0, tally.periods.count + tally.years.count == values {
            type = .period
        } else if tally.booleans.count == values {
            type = .boolean
        } else if numbers < values {
            guard numbers * 2 > values else { return }
            let others = [tally.texts, tally.dates, tally.periods, tally.booleans] + Array(tally.crosses.values)
            firstTextLine = others.compactMap(\.line).min()
        } else if tally.codes.count == 0 {
            decideNumber(tally)
        }
    }

    /// How the numbers among the cells are written, whatever else there is.
    init(numbersOf tally: ColumnTally) {
        decideNumber(tally)
    }

    private mutating func decideNumber(_ tally: ColumnTally) {
        let spaced = [(tally.groupSpace, " "), (tally.groupNoBreak, "\u{A0}"), (tally.groupApostrophe, "'")]
            .filter { $0.0.count > 0 }
        // What a point and a comma must be, by the values that leave no doubt.
        var roles = (
            point: Role(decimal: tally.decimalPoint, group: tally.groupPoint),
            comma: Role(decimal: tally.decimalComma, group: tally.groupComma)
        )
        if roles.point == .decimal, roles.comma == .unknown, tally.ambiguousComma.count > 0 { roles.comma = .group }
        if roles.comma == .decimal, roles.point == .unknown, tally.ambiguousPoint.count > 0 { roles.point = .group }
        if roles.point == .unknown, tally.ambiguousPoint.count > 0, roles.comma == .group || !spaced.isEmpty {
            roles.point = .decimal
        }
        if roles.comma == .unknown, tally.ambiguousComma.count > 0, roles.point == .group || !spaced.isEmpty {
            roles.comma = .decimal
        }
        let grouping = spaced.count + (roles.point == .group ? 1 : 0) + (roles.comma == .group ? 1 : 0)
        let conflict =
            roles.point == .both || roles.comma == .both || (roles.point == .decimal && roles.comma == .decimal)
            || grouping > 1
        guard !conflict else {
            firstTextLine = Self.conflictLine(tally)
            return
        }
        settle(tally, point: roles.point, comma: roles.comma, spaced: spaced.first?.1)
    }

    private mutating func settle(_ tally: ColumnTally, point: Role, comma: Role, spaced: String?) {
        group = point == .group ? "." : comma == .group ? "," : spaced
        let openPoint = point == .unknown && tally.ambiguousPoint.count > 0
        let openComma = comma == .unknown && tally.ambiguousComma.count > 0
        ambiguous = openPoint || openComma
        if point == .decimal || (openPoint && !openComma) { decimal = UInt8(ascii: ".") }
        if comma == .decimal || (openComma && !openPoint) { decimal = UInt8(ascii: ",") }
        fractionDigits = tally.exponentDigits
        if decimal == UInt8(ascii: ".") {
            fractionDigits = max(fractionDigits, tally.pointDigits, tally.ambiguousPoint.count > 0 ? 3 : 0)
        } else if decimal == UInt8(ascii: ",") {
            fractionDigits = max(fractionDigits, tally.commaDigits, tally.ambiguousComma.count > 0 ? 3 : 0)
        } else if ambiguous {
            fractionDigits = 3
        }
        type = decimal != nil || ambiguous || fractionDigits > 0 ? .decimal : .integer
    }

    /// The first line that uses its separators in the rarer of the clashing ways.
    private static func conflictLine(_ tally: ColumnTally) -> Int? {
        let sights = [
            tally.decimalPoint, tally.decimalComma, tally.groupPoint, tally.groupComma, tally.groupSpace,
            tally.groupNoBreak, tally.groupApostrophe,
        ]
        return sights.filter { $0.count > 0 }.min { ($0.count, -($0.line ?? 0)) < ($1.count, -($1.line ?? 0)) }?.line
    }

    private enum Role {
        case unknown, decimal, group, both

        init(decimal: ColumnTally.Sight, group: ColumnTally.Sight) {
            self =
                switch (decimal.count > 0, group.count > 0) {
                case (false, false): .unknown
                case (true, false): .decimal
                case (false, true): .group
                case (true, true): .both
                }
        }
    }
}
