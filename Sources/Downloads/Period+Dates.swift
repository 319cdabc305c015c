import Vocabulary

extension Period {
    /// The first day, as an ISO date.
    var firstDay: String { isoDate(startMonth, day: grain == .day ? day : 1) }

    /// The last day, as an ISO date: 31 July for a school year.
    var lastDay: String {
        if grain == .day { return firstDay }
        let lastMonth = endMonth - 1
        let days = [31, 30, 29, 28].first { Period.day(lastMonth / 12, lastMonth % 12 + 1, $0) != nil }
        return isoDate(lastMonth, day: days ?? 28)
    }
}

/// A date in a month counted from January of year 0: `2024-07-31`.
private func isoDate(_ month: Int, day: Int) -> String {
    func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(month / 12, 4))-\(padded(month % 12 + 1, 2))-\(padded(day, 2))"
}
