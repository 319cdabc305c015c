import Delimited
import Findings
import Vocabulary

/// One place of a series that is analysed.
struct SeriesPlace {
    /// Nil where the series has steps instead of periods.
    var period: Period?
    /// Decimal year of the period's end, calendar year 2025 being 2025.0; or the step, from 1.
    var time: Double
    /// Nil where the file marks the value as missing.
    var value: Double?
}

/// Figures in order of time.
struct Series {
    var places: [SeriesPlace]
    /// How long the periods are; nil for steps.
    var grain: Grain?
}

/// A series read from two columns of a file, with what is wrong with it.
struct SeriesReading {
    private(set) var series = Series(places: [], grain: nil)
    private(set) var findings: [Finding]
    private let table: DelimitedFile
    private let readsSchoolYears: Bool
    /// Of one file at most so many cells that cannot be read are told.
    private static let mostListed = 20

    /// - Throws: `Refusal` for a column that the file does not have.
    init(_ table: DelimitedFile, value: String, period: String?) throws {
        self.table = table
        let valueColumn = try Self.column(value, of: table)
        let periodColumn = try period.map { try Self.column($0, of: table) }
        let profile = table.profile()
        findings = table.findings + profile.findings.filter { finding in
            // Of other columns nothing is asked, and a cell that is no number is told with its column below.
            finding.code != "mostly-numeric"
                && (finding.code != "ambiguous-separator" || finding.message.contains("'\(table.header[valueColumn])'"))
        }
        readsSchoolYears = periodColumn.map { Self.writesSchoolYears(table, column: $0) } ?? false
        let missing = Set(profile.columns[valueColumn].missing.keys)
        read(valueColumn, periodColumn, missing: missing, Self.numberFormat(table, valueColumn, missing: missing))
    }

    /// The places at which a new level begins, counted from 0.
    /// - Throws: `Refusal` for a period that is none, or that leaves nothing before it or after it.
    func starts(_ rebased: [String]) throws -> [Int] {
        try rebased.map { text in
            let found: Int?
            if series.grain == nil {
                found = Int(text).map { $0 - 1 }
            } else {
                guard let period = Period(text, schoolYears: readsSchoolYears) else { throw Refusal(notAPeriod(text)) }
                found = series.places.firstIndex { ($0.period?.start ?? period.start) >= period.start }
            }
            if let found, found > 0, found < series.places.count { return found }
            let second = series.places.dropFirst().first.map { $0.period?.key ?? "2" }
            let last = series.places.last.map { $0.period?.key ?? "\(series.places.count)" }
            throw Refusal(
                Finding(
                    .error, "rebase-outside", "a new level cannot begin at '\(text)': both sides of it need a row",
                    at: Place(file: table.name),
                    suggestion: second.flatMap { second in last.map { "choose one from \(second) to \($0)" } }
                        ?? "the file has too few rows"))
        }
    }

    private mutating func read(
        _ valueColumn: Int, _ periodColumn: Int?, missing: Set<String>, _ format: NumberFormat
    ) {
        var series = self.series, wrong: [Finding] = [], seen: Set<Period> = []
        let name = table.name, header = table.header, schoolYears = readsSchoolYears
        table.forEachRecord { record in
            let cell = record.text(valueColumn)
            var place = SeriesPlace(period: nil, time: Double(series.places.count + 1), value: nil)
            if let periodColumn {
                let text = record.text(periodColumn)
                if text.isEmpty, cell.isEmpty { return true }
                let at = Place(file: name, line: record.line(of: periodColumn), column: record.column(periodColumn))
                guard let period = Period(text, schoolYears: schoolYears) else {
                    wrong.append(noPeriod(header[periodColumn], at))
                    return true
                }
                if !seen.insert(period).inserted { wrong.append(repeatedPeriod(at)) }
                let grain = series.grain ?? period.grain
                if period.grain != grain { wrong.append(mixedPeriods(period.grain, grain, at)) }
                series.grain = grain
                place.period = period
                place.time = period.decimalYear
            }
            if !missing.contains(cell) {
                place.value = number(record.bytes(valueColumn), format)
                if place.value == nil {
                    let at = Place(file: name, line: record.line(of: valueColumn), column: record.column(valueColumn))
                    wrong.append(noNumber(header[valueColumn], at))
                }
            }
            series.places.append(place)
            return true
        }
        if let first = series.places.first?.period {
            series.places.sort { ($0.period ?? first) < ($1.period ?? first) }
        }
        self.series = series
        findings += wrong.prefix(Self.mostListed)
        if wrong.count > Self.mostListed {
            findings.append(
                Finding(
                    .error, "more-findings", "\(wrong.count - Self.mostListed) more cells cannot be used",
                    at: Place(file: name)))
        }
    }

    private static func column(_ name: String, of table: DelimitedFile) throws -> Int {
        if let index = table.header.firstIndex(of: name) { return index }
        throw Refusal(
            Finding(
                .error, "unknown-column", "the file has no column '\(name)'",
                at: Place(file: table.name, line: table.headerLine),
                suggestion: didYouMean(name, among: table.header)
                    ?? "columns: \(table.header.map { "'\($0)'" }.joined(separator: ", "))"))
    }

    /// Whether `2023-24` is a school year here: some cells are periods only so, and read so all are.
    private static func writesSchoolYears(_ table: DelimitedFile, column: Int) -> Bool {
        var needed = false, possible = true
        table.forEachRecord { record in
            let text = record.text(column)
            if text.isEmpty || Period(text) != nil { return true }
            needed = true
            possible = Period(text, schoolYears: true) != nil
            return possible
        }
        return needed && possible
    }

    private static func numberFormat(_ table: DelimitedFile, _ column: Int, missing: Set<String>) -> NumberFormat {
        var evidence = NumberEvidence()
        table.forEachRecord { record in
            if !missing.contains(record.text(column)) { evidence.see(record.bytes(column), line: record.line) }
            return true
        }
        let verdict = evidence.verdict
        return NumberFormat(decimal: verdict.decimal ?? UInt8(ascii: "."), group: verdict.group)
    }
}

private func noPeriod(_ column: String, _ place: Place) -> Finding {
    Finding(
        .error, "not-a-period", "the cell in column '\(column)' is no period", at: place,
        suggestion: "write 2024, 2024M05, 2024K1, 2023/24 or 2014-2016")
}

private func repeatedPeriod(_ place: Place) -> Finding {
    Finding(
        .error, "repeated-period", "the file has this period before: a series has one figure a period", at: place,
        suggestion: "keep the rows of one unit and one group in a file of their own")
}

private func mixedPeriods(_ grain: Grain, _ first: Grain, _ place: Place) -> Finding {
    Finding(
        .error, "mixed-periods", "a \(grain.rawValue) in a series of another length (\(first.rawValue))", at: place,
        suggestion: "keep periods of one length in the file")
}

private func noNumber(_ column: String, _ place: Place) -> Finding {
    Finding(
        .error, "not-a-number", "the cell in column '\(column)' is no number", at: place,
        suggestion: "correct it, or write .. where there is no figure")
}

/// A cell as the number nearest to it; nil where it is none or does not fit in 64 bits.
private func number(_ cell: UnsafeBufferPointer<UInt8>, _ format: NumberFormat) -> Double? {
    guard case .value(let units, let digits) = readNumber(cell, format) else { return nil }
    return Double("\(units)e-\(digits)")
}

extension Period {
    /// Where the period ends on the axis of years, calendar year 2025 being 2025.0; days and weeks to the day.
    var decimalYear: Double {
        let last = end
        guard grain == .day || grain == .week, let first = CalendarDay(last.year, 1, 1),
            let next = CalendarDay(last.year + 1, 1, 1)
        else { return decimalEnd - 1 }
        return Double(last.year - 1) + Double(last.number - first.number + 1) / Double(next.number - first.number)
    }
}
