/// How long a period is and what it is called.
public enum Grain: String, Sendable, CaseIterable, Hashable {
    case day, month, quarter, tertial, halfYear, year, schoolYear
    /// Several whole calendar years read as one figure, `2014-2016`.
    case window
    /// Several school years read as one figure, `2022/23-2024/25`.
    case schoolWindow

    /// Length in months; 0 for a day, nil for windows, whose length varies.
    public var months: Int? {
        switch self {
        case .day: 0
        case .month: 1
        case .quarter: 3
        case .tertial: 4
        case .halfYear: 6
        case .year, .schoolYear: 12
        case .window, .schoolWindow: nil
        }
    }
}

/// A span of time with the name it goes by: start, length and grain.
///
/// Ordered by start, then by length. School years run from 1 August to 31 July.
public struct Period: Hashable, Sendable, Comparable, CustomStringConvertible {
    public let grain: Grain
    /// Months since January of year 0 (`year * 12 + month - 1`).
    public let startMonth: Int
    /// Length in months; 0 for a day.
    public let months: Int
    /// Day of the month for `Grain.day`, else 0.
    public let day: Int

    private init(grain: Grain, startMonth: Int, months: Int, day: Int = 0) {
        self.grain = grain
        self.startMonth = startMonth
        self.months = months
        self.day = day
    }

    public static func year(_ year: Int) -> Period { Period(grain: .year, startMonth: year * 12, months: 12) }

    public static func month(_ year: Int, _ month: Int) -> Period {
        Period(grain: .month, startMonth: year * 12 + month - 1, months: 1)
    }

    public static func quarter(_ year: Int, _ quarter: Int) -> Period {
        Period(grain: .quarter, startMonth: year * 12 + (quarter - 1) * 3, months: 3)
    }

    public static func tertial(_ year: Int, _ tertial: Int) -> Period {
        Period(grain: .tertial, startMonth: year * 12 + (tertial - 1) * 4, months: 4)
    }

    public static func halfYear(_ year: Int, _ half: Int) -> Period {
        Period(grain: .halfYear, startMonth: year * 12 + (half - 1) * 6, months: 6)
    }

    /// The school year that begins in August of `year`.
    public static func schoolYear(beginning year: Int) -> Period {
        Period(grain: .schoolYear, startMonth: year * 12 + 7, months: 12)
    }

    public static func window(_ first: Int, _ last: Int) -> Period {
        Period(grain: .window, startMonth: first * 12, months: (last - first + 1) * 12)
    }

    /// School years beginning in `first` up to and including the one beginning in `last`.
    public static func schoolWindow(beginning first: Int, _ last: Int) -> Period {
        Period(grain: .schoolWindow, startMonth: first * 12 + 7, months: (last - first + 1) * 12)
    }

    public static func day(_ year: Int, _ month: Int, _ day: Int) -> Period? {
        guard (1...12).contains(month), day >= 1, day <= daysInMonth(year, month) else { return nil }
        return Period(grain: .day, startMonth: year * 12 + month - 1, months: 0, day: day)
    }

    public var startYear: Int { startMonth / 12 }
    /// The month in which it starts, 1 to 12.
    public var monthOfYear: Int { startMonth % 12 + 1 }
    /// First month after the period, on the scale of `startMonth`.
    public var endMonth: Int { startMonth + max(months, grain == .day ? 1 : 0) }
    /// Calendar year of its last month.
    public var endYear: Int { (endMonth - 1) / 12 }

    /// The period's end as a decimal year: 2025 ends at 2026.0, school year 2023/24 at 2024.58.
    public var decimalEnd: Double { Double(endMonth) / 12 }

    /// The year a figure is told by: the calendar year, or the year in which a school year or window ends.
    public var reportingYear: Int { endYear }

    /// Canonical spelling: `2024`, `2024M05`, `2024K1`, `2024T1`, `2024H1`, `2023/24`, `2014-2016`,
    /// `2022/23-2024/25`, `2024-05-17`.
    public var key: String {
        let year = startYear
        switch grain {
        case .day: return "\(year)-\(twoDigits(monthOfYear))-\(twoDigits(day))"
        case .month: return "\(year)M\(twoDigits(monthOfYear))"
        case .quarter: return "\(year)K\((monthOfYear - 1) / 3 + 1)"
        case .tertial: return "\(year)T\((monthOfYear - 1) / 4 + 1)"
        case .halfYear: return "\(year)H\((monthOfYear - 1) / 6 + 1)"
        case .year: return "\(year)"
        case .schoolYear: return "\(year)/\(twoDigits((year + 1) % 100))"
        case .window: return "\(year)-\(endYear)"
        case .schoolWindow:
            let last = year + months / 12 - 1
            return "\(year)/\(twoDigits((year + 1) % 100))-\(last)/\(twoDigits((last + 1) % 100))"
        }
    }

    public var description: String { key }

    /// First position and the one after the last, on a scale of 32 days a month.
    private var bounds: (start: Int, end: Int) {
        let start = startMonth * 32 + max(0, day - 1)
        return (start, grain == .day ? start + 1 : endMonth * 32)
    }

    /// Whether `other` lies wholly within this period.
    public func contains(_ other: Period) -> Bool {
        other.bounds.start >= bounds.start && other.bounds.end <= bounds.end
    }

    public func overlaps(_ other: Period) -> Bool {
        bounds.start < other.bounds.end && other.bounds.start < bounds.end
    }

    /// The period of a coarser grain that holds this one; nil where the grain does not hold it.
    public func rolledUp(to coarser: Grain) -> Period? {
        if coarser == grain { return self }
        let result: Period
        switch coarser {
        case .month: result = .month(startYear, monthOfYear)
        case .quarter: result = .quarter(startYear, (monthOfYear - 1) / 3 + 1)
        case .tertial: result = .tertial(startYear, (monthOfYear - 1) / 4 + 1)
        case .halfYear: result = .halfYear(startYear, (monthOfYear - 1) / 6 + 1)
        case .year: result = .year(startYear)
        case .schoolYear: result = .schoolYear(beginning: monthOfYear >= 8 ? startYear : startYear - 1)
        case .day, .window, .schoolWindow: return nil
        }
        return result.contains(self) ? result : nil
    }

    public static func < (left: Period, right: Period) -> Bool {
        (left.bounds.start, left.bounds.end) < (right.bounds.start, right.bounds.end)
    }
}

func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

func daysInMonth(_ year: Int, _ month: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
}
