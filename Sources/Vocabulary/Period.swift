/// A span of time with the name it goes by: start, length and grain.
///
/// Ordered by start, then by length. School years run from 1 August to 31 July, weeks from Monday to Sunday.
public struct Period: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The years a figure may be from; a number of four digits beyond them is not taken for a year.
    public static let years = 1800..<2200

    public let grain: Grain
    /// Months since January of year 0 (`year * 12 + month - 1`).
    public let startMonth: Int
    /// Length in months; 0 for a day or a week.
    public let months: Int
    /// Day of the month for `Grain.day`, that of its Monday for `Grain.week`, else 0.
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
        CalendarDay(year, month, day).map { Period($0, .day) }
    }

    /// A week of ISO 8601: week 1 holds 4 January, and so may begin in December of the year before. Nil where the
    /// year does not have so many weeks.
    public static func week(_ year: Int, _ week: Int) -> Period? {
        guard (1...(hasLongISOYear(year) ? 53 : 52)).contains(week) else { return nil }
        let inFirst = CalendarDay(known: year, 1, 4)
        return Period(inFirst.advanced(by: 1 - inFirst.weekday + (week - 1) * 7), .week)
    }

    /// A day, or the week that begins on a Monday.
    private init(_ first: CalendarDay, _ grain: Grain) {
        self.init(grain: grain, startMonth: first.year * 12 + first.month - 1, months: 0, day: first.day)
    }

    /// Its first day.
    public var start: CalendarDay { CalendarDay(known: startYear, monthOfYear, max(1, day)) }

    /// Its last day, which belongs to it: 31 July for a school year.
    public var end: CalendarDay {
        switch grain {
        case .day: return start
        case .week: return start.advanced(by: 6)
        default:
            let month = (endMonth - 1) % 12 + 1
            return CalendarDay(known: endYear, month, daysInMonth(endYear, month))
        }
    }

    /// Calendar year of its first month; a week may begin in the year before the one it is numbered in.
    public var startYear: Int { startMonth / 12 }
    /// The month in which it starts, 1 to 12.
    public var monthOfYear: Int { startMonth % 12 + 1 }
    /// First month after the one in which the period ends, on the scale of `startMonth`.
    public var endMonth: Int {
        switch grain {
        case .day: startMonth + 1
        case .week: startMonth + (day + 6 > daysInMonth(startYear, monthOfYear) ? 2 : 1)
        default: startMonth + months
        }
    }
    /// Calendar year of its last month.
    public var endYear: Int { (endMonth - 1) / 12 }

    /// The year and number a week goes by, which are those of its Thursday; nil for other grains.
    public var week: (year: Int, number: Int)? { grain == .week ? start.week : nil }

    /// The end of its last month as a decimal year: 2025 ends at 2026.0, school year 2023/24 at 2024.58.
    public var decimalEnd: Double { Double(endMonth) / 12 }

    /// The year a figure is told by: the calendar year, the year in which a school year or window ends, and for a week
    /// the year it is numbered in.
    public var reportingYear: Int { week?.year ?? endYear }

    /// Canonical spelling, the one the database and downloads hold and `init` reads back: `2024`, `2024M05`, `2024K1`,
    /// `2024T1`, `2024H1`, `2023/24`, `2014-2016`, `2022/23-2024/25`, `2024-05-17`, and for a week `2024U07`. Letters
    /// are those of the Nordic statistics banks: K for kvartal, U for uge and uke.
    public var key: String {
        let year = startYear
        switch grain {
        case .day: return start.description
        case .week:
            let (year, number) = start.week
            return "\(year)U\(twoDigits(number))"
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
        switch grain {
        case .day: return (start, start + 1)
        case .week:
            let spill = day + 6 - daysInMonth(startYear, monthOfYear)
            return (start, spill > 0 ? (startMonth + 1) * 32 + spill : start + 7)
        default: return (start, endMonth * 32)
        }
    }

    /// The period of the same length that begins so many months later; nil for days and weeks, where such a period does
    /// not exist (quarters begin every third month), and beyond the years that periods are read in.
    public func moved(byMonths shift: Int) -> Period? {
        let step: Int
        switch grain {
        case .day, .week: return nil
        case .month, .quarter, .tertial, .halfYear: step = months
        case .year, .schoolYear, .window, .schoolWindow: step = 12
        }
        let moved = Period(grain: grain, startMonth: startMonth + shift, months: months)
        guard shift % step == 0, moved.startMonth >= 0, Self.years.contains(moved.startYear) else { return nil }
        return moved
    }

    /// Whether `other` lies wholly within this period.
    public func contains(_ other: Period) -> Bool {
        other.bounds.start >= bounds.start && other.bounds.end <= bounds.end
    }

    /// Whether the two have a day in common.
    public func overlaps(_ other: Period) -> Bool {
        bounds.start < other.bounds.end && other.bounds.start < bounds.end
    }

    /// The period of a coarser grain that holds this one; nil where the grain does not hold it.
    ///
    /// A week may lie across the border of two months, quarters or years. It belongs to the one of its Thursday, where
    /// most of its days are: the rule by which ISO 8601 numbers it, so its year is the year in its name.
    public func rolledUp(to coarser: Grain) -> Period? {
        if coarser == grain { return self }
        if grain == .week {
            guard coarser != .day else { return nil }
            return Period(start.advanced(by: 3), .day).rolledUp(to: coarser)
        }
        let result: Period
        switch coarser {
        case .week:
            guard grain == .day else { return nil }
            result = Period(start.advanced(by: 1 - start.weekday), .week)
        case .month: result = .month(startYear, monthOfYear)
        case .quarter: result = .quarter(startYear, (monthOfYear - 1) / 3 + 1)
        case .tertial: result = .tertial(startYear, (monthOfYear - 1) / 4 + 1)
        case .halfYear: result = .halfYear(startYear, (monthOfYear - 1) / 6 + 1)
        case .year: result = .year(startYear)
        case .schoolYear: result = .schoolYear(beginning: monthOfYear >= 8 ? startYear : startYear - 1)
        case .day, .window, .schoolWindow: return nil
        }
        // The years that periods are read in: what cannot be read back is not made.
        guard Self.years.contains(result.week?.year ?? result.startYear) else { return nil }
        return result.contains(self) ? result : nil
    }

    public static func < (left: Period, right: Period) -> Bool {
        (left.bounds.start, left.bounds.end) < (right.bounds.start, right.bounds.end)
    }
}
