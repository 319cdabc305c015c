/// Counts, cell by cell, what looks like a person in one column. Holds no cell: only counts, first lines and which days
/// of the month occurred in numbers that could be civil registration numbers.
///
/// Cells are UTF-8 without their quotes. What is recognised, and how often something else is taken for it, stands with
/// `NumberTally`, `NameTally` and `ContactTally`.
public struct PersonalScan: Sendable {
    /// How many cells with letters are looked at for names; after that no more.
    public static let nameSample = 2000

    @usableFromInline var numbers = NumberTally()
    @usableFromInline var contacts = ContactTally()
    @usableFromInline var names = NameTally()
    @usableFromInline let shortest: Int
    @usableFromInline let expectsTelephone: Bool
    let heading: Heading

    public init(header: String) {
        heading = Heading(header)
        expectsTelephone = heading.telephone
        // Nothing of fewer than six bytes can be a number, an address or two words; a given name alone can.
        shortest = heading.name == .none ? 6 : 2
    }

    /// Looks at one cell. Most cells cost a few nanoseconds: their digits and `@` are counted eight bytes at a time,
    /// and with fewer than eight digits and no `@` there is nothing more to look for than names, in the first
    /// `nameSample` cells.
    ///
    /// - Parameters:
    ///   - line: The first line that holds this cell.
    ///   - count: How many rows hold this very spelling; 1 unless the caller shows each distinct cell once.
    @inlinable
    public mutating func see(_ cell: UnsafeBufferPointer<UInt8>, line: Int, count: Int = 1) {
        let length = cell.count
        guard length >= shortest else { return }
        let (digits, at) = digitsAndAt(cell)
        if digits == length {
            if length >= 9 ? length <= 12 : expectsTelephone && length == 8 { seeDigits(cell, line, count) }
            return
        }
        if names.looked < PersonalScan.nameSample {
            names.looked &+= 1
            if digits == 0 { seeName(cell, line, count) }
        }
        guard at || digits >= 8 else { return }
        // A date such as 2024-05-31 has eight digits too: a telephone number has a space after two or three of them.
        if !at, digits == 8, length <= 10, cell[2] != 0x20, cell[3] != 0x20 { return }
        seeText(cell, line, count, at: at)
    }

    public mutating func merge(_ other: PersonalScan) {
        numbers.merge(other.numbers)
        contacts.merge(other.contacts)
        names.merge(other.names)
    }

    /// What the column shows of persons, the most telling kind first, or nil; with the first line and how many rows.
    public var verdict: PersonalVerdict? {
        let danish = numbers.danish(headingSaysSo: heading.civilNumber)
        let norwegian = numbers.norwegian(headingSaysSo: heading.civilNumber, headingSaysAccount: heading.account)
        // A number with its zero lost can be read as either country's: the larger count is right.
        if let danish, danish.rows >= norwegian?.rows ?? 0 { return danish.verdict(.danishCivilNumber) }
        if let norwegian { return norwegian.verdict(.norwegianCivilNumber) }
        if contacts.emails.cells > 0 { return contacts.emails.verdict(.email) }
        if let found = contacts.telephone(heading) { return found.verdict(.telephone) }
        return names.verdict(heading.name)?.verdict(.name)
    }

    @usableFromInline @inline(never)
    mutating func seeName(_ cell: UnsafeBufferPointer<UInt8>, _ line: Int, _ count: Int) {
        names.see(cell, line, count)
    }

    /// A cell of digits alone: eight where a telephone is expected, nine to twelve anywhere.
    @usableFromInline @inline(never)
    mutating func seeDigits(_ cell: UnsafeBufferPointer<UInt8>, _ line: Int, _ count: Int) {
        switch cell.count {
        case 9: numbers.seeNine(Digits(cell, cell.indices).withLeadingZero, line, count)
        case 10:
            let digits = Digits(cell, cell.indices)
            numbers.seeTen(digits, line, count)
            numbers.seeShortEleven(digits.withLeadingZero, line, count)
        case 11: numbers.seeEleven(Digits(cell, cell.indices), line, count)
        default: break
        }
        if expectsTelephone || cell.count == 12 {
            contacts.seeDigits(cell, line, count, expected: expectsTelephone)
        }
    }

    /// Any other cell with an `@` or at least eight digits.
    @usableFromInline @inline(never)
    mutating func seeText(_ cell: UnsafeBufferPointer<UInt8>, _ line: Int, _ count: Int, at: Bool) {
        contacts.cells &+= 1
        if at, hasAddress(cell) { contacts.emails.note(line, count) }
        if mayHoldNumber(cell) { seeNumbers(in: cell, line, count) }
    }
}
