public import Vocabulary

extension Period {
    /// The period as it is called: `2025`, `juni 2026`, `uge 7, 2026`, `2. kvartal 2026`, `skoleåret 2023/24`,
    /// `2014–2016`.
    public func name(_ l: Language) -> String { phrase("period", l) }

    /// The same where there is little room: `2025`, `jun. 26`, `uge 7/26`, `2. kv. 26`, `2023/24`.
    public func shortName(_ l: Language) -> String { phrase("periodShort", l) }

    /// The period with the word that places a figure in it: `i 2025`, `i skoleåret 2023/24`, `den 17. maj 2024`.
    public func inPeriod(_ l: Language) -> String { phrase("periodIn", l) }

    private func phrase(_ family: String, _ language: Language) -> String {
        let phrases = Plain.phrases(language)
        let last = startYear + months / 12 - 1
        let year = week?.year ?? startYear
        let number: Int
        switch grain {
        case .week: number = week?.number ?? 0
        case .quarter: number = (monthOfYear - 1) / 3 + 1
        case .tertial: number = (monthOfYear - 1) / 4 + 1
        case .halfYear: number = (monthOfYear - 1) / 6 + 1
        default: number = day
        }
        let values = [
            "year": String(year), "shortYear": twoDigits(year % 100), "end": String(endYear),
            "number": String(number), "ordinal": phrases.has("ordinal.\(number)") ? phrases("ordinal.\(number)") : "",
            "month": phrases("month.\(monthOfYear)"), "lastMonth": phrases("month.\((endMonth - 1) % 12 + 1)"),
            "shortMonth": phrases("monthShort.\(monthOfYear)"),
            "school": schoolYearText(startYear), "lastSchool": schoolYearText(last),
        ]
        return phrases("\(family).\(grain.rawValue)", values)
    }
}

/// A date as it is said: `20. november 2026`. Text that is not an ISO date is given back as it came.
public func dateText(_ iso: String, _ l: Language) -> String {
    guard let period = Period(String(iso.prefix(10))), period.grain == .day else { return iso }
    return period.name(l)
}

private func schoolYearText(_ year: Int) -> String { "\(year)/\(twoDigits((year + 1) % 100))" }

private func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
