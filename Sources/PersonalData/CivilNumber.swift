/// The digits of one number, four bits each; at most sixteen.
struct Digits {
    private var packed: UInt64 = 0
    private(set) var count = 0

    /// The bytes at `places` must be digits.
    @inline(__always)
    init(_ cell: UnsafeBufferPointer<UInt8>, _ places: Range<Int>) { append(cell, places) }

    @inline(__always)
    mutating func append(_ cell: UnsafeBufferPointer<UInt8>, _ places: Range<Int>) {
        var index = places.lowerBound
        while index < places.upperBound {
            packed = packed &<< 4 | UInt64(cell[index] & 0x0F)
            index &+= 1
        }
        count &+= places.count
    }

    /// With the zero put back that a spreadsheet dropped.
    var withLeadingZero: Digits {
        var digits = self
        digits.count &+= 1
        return digits
    }

    subscript(index: Int) -> Int { Int(packed &>> UInt64(truncatingIfNeeded: 4 &* (count &- 1 &- index)) & 0x0F) }

    /// The two digits from `index` on, as a number.
    func pair(_ index: Int) -> Int { self[index] &* 10 &+ self[index &+ 1] }

    /// The weighted sum, as modulus 11 checks take it; a hexadecimal digit of `weights` for each digit.
    func sum(_ weights: UInt64) -> Int {
        var sum: UInt64 = 0
        var (left, factors) = (packed, weights)
        while factors != 0 {
            sum &+= (left & 0x0F) &* (factors & 0x0F)
            (left, factors) = (left &>> 4, factors &>> 4)
        }
        return Int(sum)
    }
}

/// The rules of the Danish civil registration number (CPR-nummer), ten digits ddmmyy-xxxx.
///
/// Source: CPR-kontoret, "Personnummeret i CPR-systemet" and "Personnumre uden kontrolciffer (modulus 11 kontrol)",
/// cpr.dk.
struct DanishCivilNumber {
    /// The day of the month if the first six digits and the century digit make a real date, else nil. A day raised by
    /// 60 is that of an erstatnings-CPR-nummer, given to people who have no other.
    ///
    /// The seventh digit decides the century: 0–3 is 1900–1999; 4 and 9 are 2000–2036 and 1937–1999; 5–8 are 2000–2057
    /// and 1858–1899. Only the 29th of February depends on it: of the years with two zeros, 2000 has that day and 1900
    /// has not.
    static func day(_ digits: Digits) -> Int? {
        let year = digits.pair(4)
        let raised = digits.pair(0)
        let day = raised > 60 ? raised - 60 : raised
        let leap = year % 4 == 0 && !(year == 0 && digits[6] <= 3)
        return isDay(day, month: digits.pair(2), leap: leap) ? day : nil
    }

    /// Modulus 11: weights 4 3 2 7 6 5 4 3 2 1, a sum that 11 divides. All numbers issued before October 2007 have it;
    /// of those since then a few have not (people born on a 1st of January), so a number without it may be valid.
    static func isChecked(_ digits: Digits) -> Bool {
        digits.sum(0x43_2765_4321) % 11 == 0
    }
}

/// The rules of the Norwegian fødselsnummer and D-number, eleven digits: ddmmyy, three individual digits, two control
/// digits.
///
/// Source: forskrift til folkeregisterloven, and Skatteetaten on fødselsnummer, D-nummer, synthetic test numbers
/// (Tenor) and the control digits from 2032.
struct NorwegianCivilNumber {
    /// Whether the first six digits are a real date: the day may be raised by 40 (D-number), the month by 40 or 80
    /// (synthetic test numbers). With a year of two zeros the individual digits 000–499 mean 1900, else 2000.
    static func hasDate(_ digits: Digits) -> Bool {
        let raisedDay = digits.pair(0)
        let raisedMonth = digits.pair(2)
        let month = raisedMonth > 80 ? raisedMonth - 80 : raisedMonth > 40 ? raisedMonth - 40 : raisedMonth
        let year = digits.pair(4)
        let leap = year % 4 == 0 && !(year == 0 && digits[6] <= 4)
        return isDay(raisedDay > 40 ? raisedDay - 40 : raisedDay, month: month, leap: leap)
    }

    enum Check { case both, relaxed, none }

    /// Both control digits by modulus 11: weights 3 7 6 1 8 9 4 5 2 (1) and 5 4 3 2 7 6 5 4 3 2 (1), sums that 11
    /// divides. From 2032 the first sum may leave 0, 1, 2 or 3 (`relaxed`); the second must hold as before.
    static func check(_ digits: Digits) -> Check {
        guard digits.sum(0x543_2765_4321) % 11 == 0 else { return .none }
        let first = digits.sum(0x376_1894_5210) % 11
        return first == 0 ? .both : first <= 3 ? .relaxed : .none
    }
}

private func isDay(_ day: Int, month: Int, leap: Bool) -> Bool {
    guard (1...12).contains(month), day >= 1 else { return false }
    if day <= 28 { return true }
    switch month {
    case 2: return leap && day == 29
    case 4, 6, 9, 11: return day <= 30
    default: return day <= 31
    }
}
