/// A month of the fixed period the registers cover: January 2018 to October 2026.
struct Month: Comparable, Hashable {
    let year: Int
    let number: Int

    init(year: Int, number: Int) {
        self.year = year
        self.number = number
    }

    private init(ordinal: Int) {
        self.init(year: ordinal / 12, number: ordinal % 12 + 1)
    }

    static let first = Month(year: 2018, number: 1)
    static let last = Month(year: 2026, number: 10)
    static let years = 2018...2026

    static let all: [Month] = years.flatMap { year in
        (1...12).map { Month(year: year, number: $0) }
    }.filter { $0 <= last }

    static func < (left: Month, right: Month) -> Bool {
        left.ordinal < right.ordinal
    }

    var ordinal: Int { year * 12 + number - 1 }
    var next: Month { Month(ordinal: ordinal + 1) }
    var previous: Month { Month(ordinal: ordinal - 1) }

    var length: Int {
        switch number {
        case 2: year % 4 == 0 ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Mondays to Fridays, public holidays included: good enough for an example.
    var weekdays: Int {
        (1...length).count { Day(year: year, month: number, day: $0).weekday <= 5 }
    }
}

struct Day: Comparable {
    let year: Int
    let month: Int
    let day: Int

    static func < (left: Day, right: Day) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }

    /// Days since 1970-01-01 in the civil calendar.
    var serial: Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted / 400
        let ofEra = shifted - era * 400
        let ofYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 719_468
    }

    /// 1 is Monday, 7 is Sunday.
    var weekday: Int { (serial + 3) % 7 + 1 }

    /// As Danish systems write it: `31-12-2024`.
    var text: String { "\(padded(day, to: 2))-\(padded(month, to: 2))-\(year)" }

    static func every(in year: Int) -> [Day] {
        (1...12).flatMap { month in
            (1...Month(year: year, number: month).length).map { Day(year: year, month: month, day: $0) }
        }
    }
}
