/// The pieces after a date, taken one by one as a time of day: `08:30`, `08:30:15`, `08:30:15.250`, after a `T` or not,
/// with `Z` or a distance from it, `+01:00`, `+0100`, `+01`, or not.
struct TimeOfDaySpelling {
    private var rest: ArraySlice<SpellingToken>

    init(_ pieces: ArraySlice<SpellingToken>) { rest = pieces }

    var isOne: Bool {
        var pieces = self
        return pieces.takeClock() && (pieces.rest.isEmpty || pieces.takeZone()) && pieces.rest.isEmpty
    }

    private mutating func takeClock() -> Bool {
        _ = take("t")
        guard takeNumber(below: 24, digits: 1...2), take(":"), takeNumber(below: 60) else { return false }
        guard take(":") else { return true }
        guard takeNumber(below: 61) else { return false }
        return take(".") || take(",") ? takeNumber(below: .max, digits: 1...18) : true
    }

    private mutating func takeZone() -> Bool {
        if take("z") { return true }
        guard take("-") || take("+"), let zone = rest.first else { return false }
        if zone.text.count == 4 {
            rest = rest.dropFirst()
            return zone.number.map { $0 / 100 < 24 && $0 % 100 < 60 } ?? false
        }
        guard takeNumber(below: 24) else { return false }
        return take(":") ? takeNumber(below: 60) : true
    }

    private mutating func take(_ text: String) -> Bool {
        guard rest.first?.text == text else { return false }
        rest = rest.dropFirst()
        return true
    }

    private mutating func takeNumber(below limit: Int, digits: ClosedRange<Int> = 2...2) -> Bool {
        guard let token = rest.first, let number = token.number, digits.contains(token.text.count), number < limit
        else {
            return false
        }
        rest = rest.dropFirst()
        return true
    }
}
