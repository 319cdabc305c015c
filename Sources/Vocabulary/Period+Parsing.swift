extension Period {
    /// Reads a period as exports spell it, or nil where it is none, or a day, month or week that the calendar lacks.
    ///
    /// - Years `2024`; school years `2023/24`, `2023/2024`; windows `2014-2016`, `2014 to 2016`, `2022/23-2024/25`.
    /// - Parts of a year: `2024K1`, `2024Q1`, `2024M05`, `2024T1`, `2024H1`, `2024U07` and `2024W07` (ISO 8601's week),
    ///   each also as `K1 2024` and `2024-K1`; `1. kvartal 2024`, `1. tertial 2024`, `1. halvår 2024`, `uge 7 2024`,
    ///   `uke 7, 2024`, `week 7, 2024`; months `maj 2024`, `mai 2024`, `May 2024`, `2024-05`.
    /// - Days `2024-05-17`, `17-05-2024`, `17.05.2024`, `17/05/2024` (the day first, as Nordic sources have it),
    ///   `17. maj 2024`; with a time of day, `2024-05-17 08:30`, `2024-05-17T08:30:00Z`, the day as it is written.
    ///
    /// `A-B` with B = A + 1 is a school year only where `schoolYears` says that the dataset writes them so; without it
    /// `2023-2024` is a window of two years, and `2004-05`, which may be a school year or a month, is not read.
    public init?(_ text: String, schoolYears: Bool = false) {
        guard let period = Self.read(SpellingToken.tokens(of: text)[...], schoolYears: schoolYears) else { return nil }
        self = period
    }

    private static func read(_ parts: ArraySlice<SpellingToken>, schoolYears: Bool) -> Period? {
        let form = parts.map(\.kind).joined()
        switch form {
        case "n": return parts[0].year.map { .year($0) }
        case "n/n": return schoolYear(parts[0], parts[2])
        case "n-n": return span(parts[0], parts[2], schoolYears: schoolYears)
        case "n/n-n/n":
            guard let first = schoolYear(parts[0], parts[2]), let last = schoolYear(parts[4], parts[6]),
                last.startYear > first.startYear
            else { return nil }
            return .schoolWindow(beginning: first.startYear, last.startYear)
        case "n-wn": return part(of: parts[0], parts[2], parts[3])
        case "wnn": return part(of: parts[2], parts[0], parts[1])
        case "wn,n", "wn-n", "wn/n": return part(of: parts[3], parts[0], parts[1])
        case "wn", "w.n":
            guard let year = parts[parts.count - 1].year, let month = parts[0].month else { return nil }
            return .month(year, month)
        case "nwn" where parts[1].text == "to" || parts[1].text == "til":
            return parts[2].year == nil ? nil : span(parts[0], parts[2], schoolYears: false)
        case "nwn" where parts[0].year != nil: return part(of: parts[0], parts[1], parts[2])
        case "nwn", "n.wn", "nw.n", "n.w.n":
            return counted(parts[0], parts.first { $0.kind == "w" }!, of: parts[parts.count - 1])
        default: return date(parts, form)
        }
    }

    /// `K` and `1` of `2024`.
    private static func part(of year: SpellingToken, _ word: SpellingToken, _ number: SpellingToken) -> Period? {
        guard let year = year.year, let number = number.short, let grain = word.partOfYear else { return nil }
        switch grain {
        case .week: return .week(year, number)
        case .month where (1...12).contains(number): return .month(year, number)
        case .quarter where (1...4).contains(number): return .quarter(year, number)
        case .tertial where (1...3).contains(number): return .tertial(year, number)
        case .halfYear where (1...2).contains(number): return .halfYear(year, number)
        default: return nil
        }
    }

    /// `1. kvartal 2024` and `17. maj 2024`. Weeks are not counted so: a first week is not week 1.
    private static func counted(_ number: SpellingToken, _ word: SpellingToken, of year: SpellingToken) -> Period? {
        if let month = word.month {
            return year.year.flatMap { year in number.short.flatMap { .day(year, month, $0) } }
        }
        guard word.text.count > 1, word.partOfYear != .week else { return nil }
        return part(of: year, word, number)
    }

    private static func schoolYear(_ first: SpellingToken, _ second: SpellingToken) -> Period? {
        guard let year = first.year else { return nil }
        switch second.text.count {
        case 2: return second.number == (year + 1) % 100 ? .schoolYear(beginning: year) : nil
        case 4: return second.number == year + 1 ? .schoolYear(beginning: year) : nil
        default: return nil
        }
    }

    /// `2014-2016`, `2023-24` and `2024-05`.
    private static func span(_ first: SpellingToken, _ second: SpellingToken, schoolYears: Bool) -> Period? {
        guard let year = first.year else { return nil }
        let school = schoolYear(first, second)
        if schoolYears, let school { return school }
        if let month = second.short {
            let isMonth = second.text.count == 2 && (1...12).contains(month) && school == nil && !schoolYears
            return isMonth ? .month(year, month) : nil
        }
        guard let last = second.year, last > year, last - year < 20 else { return nil }
        return .window(year, last)
    }

    /// A day, with or without the time of day.
    private static func date(_ parts: ArraySlice<SpellingToken>, _ form: String) -> Period? {
        guard ["n-n-n", "n.n.n", "n/n/n"].contains(where: form.hasPrefix), let month = parts[2].short,
            parts.count == 5 || TimeOfDaySpelling(parts.dropFirst(5)).isOne
        else { return nil }
        if let year = parts[0].year, let day = parts[4].short { return .day(year, month, day) }
        if let year = parts[4].year, let day = parts[0].short { return .day(year, month, day) }
        return nil
    }
}
