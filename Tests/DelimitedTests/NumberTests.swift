import Delimited
import Testing

@Suite("Numbers in a given format")
struct NumberTests {
    static let danish = NumberFormat(decimal: UInt8(ascii: ","), group: .point)
    static let norwegian = NumberFormat(decimal: UInt8(ascii: ","), group: .noBreakSpace)
    static let plain = NumberFormat(decimal: UInt8(ascii: ","))
    static let english = NumberFormat(decimal: UInt8(ascii: "."), group: .comma)

    private func read(_ text: String, _ format: NumberFormat) -> NumberReading {
        Array(text.utf8).withUnsafeBufferPointer { readNumber($0, format) }
    }

    @Test(
        "values",
        arguments: [
            ("12,50", plain, 1250, 2), ("0", plain, 0, 0), ("-0,0", plain, 0, 1), ("007", plain, 7, 0),
            ("+5", plain, 5, 0), ("-5,25", plain, -525, 2), ("\u{2212}5", plain, -5, 0), (",5", plain, 5, 1),
            (" 12 ", plain, 12, 0), ("\u{A0}12\u{A0}", plain, 12, 0), ("\t12", plain, 12, 0),
            ("1.234", danish, 1234, 0), ("1.234.567,8", danish, 12_345_678, 1), ("1234,5", danish, 12345, 1),
            ("1\u{A0}234,5", norwegian, 12345, 1), ("1\u{202F}234", norwegian, 1234, 0),
            ("1,234.50", english, 123_450, 2), ("1.5e3", english, 1500, 0), ("1.5E-3", english, 15, 4),
            ("2e0", english, 2, 0), ("1,5e+1", plain, 15, 0), ("0e999", english, 0, 0),
            ("1 234", NumberFormat(decimal: UInt8(ascii: ","), group: .space), 1234, 0),
            ("1'234.5", NumberFormat(decimal: UInt8(ascii: "."), group: .apostrophe), 12345, 1),
            ("1’234", NumberFormat(decimal: UInt8(ascii: "."), group: .apostrophe), 1234, 0),
            ("9223372036854775807", plain, Int64.max, 0), ("-9223372036854775807", plain, -Int64.max, 0),
        ] as [(String, NumberFormat, Int64, Int)])
    func values(text: String, format: NumberFormat, units: Int64, fraction: Int) {
        #expect(read(text, format) == .value(units: units, fractionDigits: fraction))
    }

    @Test(
        "not numbers",
        arguments: [
            ("", plain), (" ", plain), ("-", plain), (",", plain), ("5,", plain), ("1.5", plain), ("1,2,3", plain),
            ("12%", plain), ("abc", plain), ("1e", plain), ("1e+", plain), ("e5", plain), ("--5", plain),
            ("1.23", danish), ("1.2345", danish), ("1234.567", danish), (".123", danish), ("1..234", danish),
            ("1.234.", danish), ("1.234e2", danish), ("1 234", norwegian), ("1,234", NumberFormat(decimal: 0x2E)),
            ("5-", plain), ("1 2", plain), ("٣", plain), ("1\0", plain), ("NaN", plain), ("0x10", plain),
        ] as [(String, NumberFormat)])
    func notNumbers(text: String, format: NumberFormat) {
        #expect(read(text, format) == .notANumber)
    }

    @Test(
        "too large to hold exactly",
        arguments: ["9223372036854775808", "1e19", "99999999999999999999", "1,5e30", "1e-19", "1e99999999999999999999"])
    func tooLarge(text: String) {
        #expect(read(text, Self.plain) == .tooLarge)
    }

    @Test("an empty buffer without memory")
    func noMemory() {
        #expect(readNumber(UnsafeBufferPointer(start: nil, count: 0), Self.plain) == .notANumber)
    }

    @Test("written numbers read back")
    func roundTrip() {
        var dice = Dice(41)
        for _ in 0..<2_000 {
            let units = Int64.random(in: -1_000_000_000_000...1_000_000_000_000, using: &dice)
            let digits = Int.random(in: 0...4, using: &dice)
            let text = Self.write(units, digits)
            #expect(read(text, Self.danish) == .value(units: units, fractionDigits: digits), "\(text)")
        }
    }

    private static func write(_ units: Int64, _ digits: Int) -> String {
        var figures = Array(String(units.magnitude))
        while figures.count <= digits { figures.insert("0", at: 0) }
        let whole = figures.dropLast(digits), part = figures.suffix(digits)
        var text = ""
        for (index, figure) in whole.enumerated() {
            if index > 0, (whole.count - index) % 3 == 0 { text += "." }
            text.append(figure)
        }
        return (units < 0 ? "-" : "") + text + (digits > 0 ? "," + String(part) : "")
    }
}
