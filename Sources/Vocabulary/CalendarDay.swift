/// A day of the Gregorian calendar, as dates in files and on pages mean it: no time of day, no time zone.
public struct CalendarDay: Hashable, Sendable, Comparable, CustomStringConvertible {
    public let year: Int
    /// 1 to 12.
    public let month: Int
    /// Day of the month, from 1.
    public let day: Int

    /// Nil where the calendar has no such day; years count from 1.
    public init?(_ year: Int, _ month: Int, _ day: Int) {
        guard year >= 1, (1...12).contains(month), day >= 1, day <= daysInMonth(year, month) else { return nil }
        self.init(known: year, month, day)
    }

    /// Reads a date in any spelling of `Period`, a time of day passed over; nil for anything that is no single day.
    public init?(_ text: String) {
        guard let period = Period(text), period.grain == .day else { return nil }
        self = period.start
    }

    /// A day that is known to be there.
    init(known year: Int, _ month: Int, _ day: Int) {
        self.year = year
        self.month = month
        self.day = day
    }

    /// Days since 31 December of the year before year 1, leap years counted back by the same rule: 1 January of
    /// year 1, a Monday, is 1.
    public var number: Int {
        let before = year - 1
        let daysBefore = before * 365 + before / 4 - before / 100 + before / 400
        return (1..<month).reduce(daysBefore + day) { $0 + daysInMonth(year, $1) }
    }

    /// Monday 1 to Sunday 7, as ISO 8601 counts them.
    public var weekday: Int { (number - 1) % 7 + 1 }

    /// The week that holds the day, by ISO 8601: weeks begin on Monday, and belong to the year of their Thursday.
    public var week: (year: Int, number: Int) {
        let thursday = advanced(by: 4 - weekday)
        let dayOfYear = thursday.number - CalendarDay(known: thursday.year, 1, 1).number
        return (thursday.year, dayOfYear / 7 + 1)
    }

    /// The day so many days later, or earlier where `days` is negative.
    public func advanced(by days: Int) -> CalendarDay {
        var year = year
        var month = month
        var day = day + days
        while day > daysInMonth(year, month) {
            day -= daysInMonth(year, month)
            (year, month) = month == 12 ? (year + 1, 1) : (year, month + 1)
        }
        while day < 1 {
            (year, month) = month == 1 ? (year - 1, 12) : (year, month - 1)
            day += daysInMonth(year, month)
        }
        return CalendarDay(known: year, month, day)
    }

    /// The date as ISO 8601 writes it: `2024-05-17`.
    public var description: String {
        let digits = String(year)
        let padded = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        return "\(padded)-\(twoDigits(month))-\(twoDigits(day))"
    }

    public static func < (left: CalendarDay, right: CalendarDay) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }
}

/// Whether ISO 8601 gives the year 53 weeks: it begins or ends on a Thursday.
func hasLongISOYear(_ year: Int) -> Bool {
    CalendarDay(known: year, 1, 1).weekday == 4 || CalendarDay(known: year, 12, 31).weekday == 4
}

func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

func daysInMonth(_ year: Int, _ month: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
}
