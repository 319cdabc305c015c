/// Recognises the spellings of periods and days in the bytes of a cell, without making anything of them. What it takes
/// for one, `Vocabulary.Period` reads, in a dataset that writes school years or in one that does not: whoever adds a
/// spelling adds it to both.
///
/// Pieces are numbers, words and signs; spaces may stand between them. A dash counts as a hyphen.
struct PeriodShape {
    /// The longest spelling in bytes: a day with the time to the microsecond, and its zone.
    static let longest = 36

    private struct Number {
        var value = 0
        var digits = 0

        var isYear: Bool { digits == 4 && (1800..<2200).contains(value) }
        var isShort: Bool { digits <= 2 }
    }

    private let bytes: UnsafeBufferPointer<UInt8>
    private var index = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    mutating func read() -> WordShape {
        if let first = number() { return afterNumber(first) }
        guard let name = word() else { return .text }
        let hasPoint = take(".")
        guard let second = number() else { return .text }
        if atEnd { return second.isYear && month(name) != nil ? .period : .text }
        if !hasPoint, !take(","), !take("-") { _ = take("/") }
        guard !hasPoint, let year = number(), atEnd else { return .text }
        return isPart(name, second, of: year) ? .period : .text
    }

    private mutating func afterNumber(_ first: Number) -> WordShape {
        if take("/") { return afterSlash(first) }
        if take("-") {
            guard let second = number() else {
                guard let name = word(), let number = number(), atEnd else { return .text }
                return isPart(name, number, of: first) ? .period : .text
            }
            if take("-") { return day(first, second) }
            return atEnd && isSpan(first, second) ? .period : .text
        }
        let hasPoint = take(".")
        if hasPoint, let second = number() { return take(".") ? day(first, second) : .text }
        guard let name = word() else { return .text }
        let isShortened = take(".")
        guard let last = number(), atEnd else { return .text }
        if !hasPoint, !isShortened, first.isYear { return isPart(name, last, of: first) ? .period : .text }
        if let month = month(name) {
            return first.isShort && last.isYear && isDay(last.value, month, first.value) ? .date : .text
        }
        return name.count > 1 && part(name) != .week && isPart(name, first, of: last) ? .period : .text
    }

    /// `2023/24`, `2022/23-2024/25` and `31/12/2024`.
    private mutating func afterSlash(_ first: Number) -> WordShape {
        guard let second = number() else { return .text }
        if take("/") { return day(first, second) }
        guard isSchoolYear(first, second) else { return .text }
        if atEnd { return .period }
        guard take("-"), let last = number(), take("/"), let end = number(), atEnd else { return .text }
        return isSchoolYear(last, end) && last.value > first.value ? .period : .text
    }

    /// The third number of a day, and the time of day where there is one.
    private mutating func day(_ first: Number, _ month: Number) -> WordShape {
        guard month.isShort, let last = number() else { return .text }
        let isReal =
            first.isYear
            ? last.isShort && isDay(first.value, month.value, last.value)
            : last.isYear && first.isShort && isDay(last.value, month.value, first.value)
        return isReal && (atEnd || isTime()) ? .date : .text
    }

    private mutating func isTime() -> Bool {
        _ = takeLetter("t")
        guard let hour = number(), hour.isShort, hour.value < 24, take(":"), let minute = number(),
            isPair(minute, below: 60)
        else { return false }
        if take(":") {
            guard let second = number(), isPair(second, below: 61) else { return false }
            if take(".") || take(",") {
                guard number() != nil else { return false }
            }
        }
        if takeLetter("z") || atEnd { return atEnd }
        guard take("-") || take("+"), let zone = number() else { return false }
        if atEnd, zone.digits == 4 { return zone.value / 100 < 24 && zone.value % 100 < 60 }
        if atEnd { return isPair(zone, below: 24) }
        guard isPair(zone, below: 24), take(":"), let minutes = number() else { return false }
        return isPair(minutes, below: 60) && atEnd
    }

    private func isPair(_ number: Number, below limit: Int) -> Bool { number.digits == 2 && number.value < limit }

    // MARK: What fits together

    private func isSchoolYear(_ first: Number, _ second: Number) -> Bool {
        guard first.isYear else { return false }
        return second.digits == 2
            ? second.value == (first.value + 1) % 100 : second.digits == 4 && second.value == first.value + 1
    }

    /// `2014-2016`, `2023-24`, `2024-05`.
    private func isSpan(_ first: Number, _ second: Number) -> Bool {
        guard first.isYear else { return false }
        if isSchoolYear(first, second) { return true }
        if second.digits == 2 { return (1...12).contains(second.value) }
        return second.isYear && second.value > first.value && second.value - first.value < 20
    }

    private enum Part { case quarter, month, tertial, half, week }

    private func isPart(_ name: UnsafeBufferPointer<UInt8>, _ number: Number, of year: Number) -> Bool {
        guard year.isYear, number.isShort, number.value >= 1, let part = part(name) else { return false }
        switch part {
        case .quarter: return number.value <= 4
        case .month: return number.value <= 12
        case .tertial: return number.value <= 3
        case .half: return number.value <= 2
        case .week: return number.value <= weeks(in: year.value)
        }
    }

    private func part(_ name: UnsafeBufferPointer<UInt8>) -> Part? {
        if name.count == 1 {
            switch name[0] | 0x20 {
            case UInt8(ascii: "k"), UInt8(ascii: "q"): return .quarter
            case UInt8(ascii: "m"): return .month
            case UInt8(ascii: "t"): return .tertial
            case UInt8(ascii: "h"): return .half
            case UInt8(ascii: "u"), UInt8(ascii: "w"): return .week
            default: return nil
            }
        }
        return Self.partNames.first { spells(name, $0.name) }?.part
    }

    /// The month, 1 to 12, that a word names.
    private func month(_ name: UnsafeBufferPointer<UInt8>) -> Int? {
        Self.monthNames.first { spells(name, $0.name) }?.month
    }

    private static let partNames: [(name: StaticString, part: Part)] = [
        ("kv", .quarter), ("kvartal", .quarter), ("quarter", .quarter), ("tertial", .tertial), ("halvår", .half),
        ("halva\u{30A}r", .half), ("halvaar", .half), ("uge", .week), ("uke", .week), ("week", .week),
    ]

    private static let monthNames: [(name: StaticString, month: Int)] = [
        ("jan", 1), ("januar", 1), ("january", 1), ("feb", 2), ("februar", 2), ("february", 2), ("mar", 3),
        ("marts", 3),
        ("mars", 3), ("march", 3), ("apr", 4), ("april", 4), ("maj", 5), ("mai", 5), ("may", 5), ("jun", 6),
        ("juni", 6),
        ("june", 6), ("jul", 7), ("juli", 7), ("july", 7), ("aug", 8), ("august", 8), ("sep", 9), ("sept", 9),
        ("september", 9), ("okt", 10), ("oct", 10), ("oktober", 10), ("october", 10), ("nov", 11), ("november", 11),
        ("dec", 12), ("des", 12), ("december", 12), ("desember", 12),
    ]

    // MARK: Pieces

    private var atEnd: Bool { index == bytes.count }

    private mutating func number() -> Number? {
        passSpaces()
        var number = Number()
        while index < bytes.count, isDigit(bytes[index]) {
            number.value = min(number.value * 10 + Int(bytes[index] &- 0x30), 1_000_000)
            number.digits += 1
            index += 1
        }
        return number.digits > 0 ? number : nil
    }

    /// A run of letters. Bytes beyond ASCII count as such, but for those of a dash or a space that does not break.
    private mutating func word() -> UnsafeBufferPointer<UInt8>? {
        passSpaces()
        let start = index
        while index < bytes.count, isLetter(bytes[index]), spaceLength == 0, !isDash { index += 1 }
        return index > start ? UnsafeBufferPointer(rebasing: bytes[start..<index]) : nil
    }

    private mutating func take(_ sign: Unicode.Scalar) -> Bool {
        passSpaces()
        if sign == "-", isDash {
            index += 3
            return true
        }
        guard index < bytes.count, bytes[index] == UInt8(ascii: sign) else { return false }
        index += 1
        return true
    }

    /// Takes one letter that is a word of its own.
    private mutating func takeLetter(_ letter: Unicode.Scalar) -> Bool {
        passSpaces()
        guard index < bytes.count, isLetter(bytes[index]), bytes[index] | 0x20 == UInt8(ascii: letter),
            index + 1 == bytes.count || !isLetter(bytes[index + 1])
        else { return false }
        index += 1
        return true
    }

    @inline(__always)
    private mutating func passSpaces() {
        // Most pieces follow each other without a space.
        guard index < bytes.count, !(0x21...0x7F).contains(bytes[index]) else { return }
        while index < bytes.count, spaceLength > 0 { index += spaceLength }
    }

    /// Bytes of the space here: plain, tab, or one that does not break.
    private var spaceLength: Int {
        switch bytes[index] {
        case 0x09...0x0D, 0x20: 1
        case 0xC2 where index + 1 < bytes.count && bytes[index + 1] == 0xA0: 2
        case 0xE2 where index + 2 < bytes.count && bytes[index + 1] == 0x80 && bytes[index + 2] == 0xAF: 3
        default: 0
        }
    }

    private var isDash: Bool {
        index + 2 < bytes.count && bytes[index] == 0xE2 && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x93
    }
}

/// Whether a word is `name`, capital letters or small. The bit that parts them is the same in the second byte of å.
private func spells(_ word: UnsafeBufferPointer<UInt8>, _ name: StaticString) -> Bool {
    name.utf8CodeUnitCount == word.count
        && (0..<word.count).allSatisfy { word[$0] == name.utf8Start[$0] || word[$0] | 0x20 == name.utf8Start[$0] }
}

private func isDay(_ year: Int, _ month: Int, _ day: Int) -> Bool {
    guard (1...12).contains(month), day >= 1 else { return false }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let length = month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
    return day <= length
}

/// 53 where the year ends on a Thursday, or the one before it on a Wednesday (ISO 8601), else 52.
private func weeks(in year: Int) -> Int {
    func lastWeekday(_ year: Int) -> Int { (year + year / 4 - year / 100 + year / 400) % 7 }
    return lastWeekday(year) == 4 || lastWeekday(year - 1) == 3 ? 53 : 52
}
