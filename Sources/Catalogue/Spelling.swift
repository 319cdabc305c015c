import Vocabulary

/// How a value that is written in another way is written here, as the suggestion of a finding.
enum Spelling {
    /// `0,5`, `80 %` and `12 500` are numbers to people.
    static func number(_ text: String) -> String {
        var rest = text.filter { !$0.isWhitespace }
        if rest.contains(",") { rest = rest.replacing(".", with: "").replacing(",", with: ".") }
        while let last = rest.last, !last.isNumber { rest.removeLast() }
        return Exact(rest) == nil ? "write it with a decimal point: 4.5" : "write \(rest)"
    }

    /// `2.030` is a year with a sign at its thousands, `1.5` no whole number.
    static func integer(_ text: String) -> String {
        let groups = text.split(omittingEmptySubsequences: false) { !$0.isNumber }
        if groups.count > 1, groups.dropFirst().allSatisfy({ $0.count == 3 }), let whole = Int(groups.joined()) {
            return "write \(whole)"
        }
        return Exact(text.replacing(",", with: ".")) == nil ? "write digits alone: 12" : "write it without decimals"
    }

    static func flag(_ text: String) -> String {
        switch text.lowercased() {
        case "yes", "ja", "on", "1", "true", "sand", "sann": "write true"
        case "no", "nej", "nei", "off", "0", "false", "falsk", "usann": "write false"
        default: "write true or false"
        }
    }

    static func date(_ text: String) -> String {
        let digits = Array(text)
        let parts = digits.count == 8 ? [digits[..<4], digits[4..<6], digits[6...]].map { String($0) } : [text]
        let spaced = parts.joined(separator: "-")
        return "write \(CalendarDay(text) ?? CalendarDay(spaced) ?? CalendarDay("2026-11-20")!)"
    }

    /// A number without the decimals that it does not have: `80`, not `80.0`.
    static func plain(_ number: Double) -> String {
        let text = "\(number)"
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
}
