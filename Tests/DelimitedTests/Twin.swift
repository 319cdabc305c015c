import Delimited

/// A slow reader of delimited text, one byte at a time, written to be obviously right: the oracle of the real one.
struct Twin {
    struct Field: Equatable {
        var bytes: [UInt8] = []
        var column = 1
    }

    struct Row: Equatable {
        var line: Int
        var fields: [Field] = []
        var blank = true
    }

    let delimiter: UInt8
    let quote: UInt8?
    let escape: EscapeStyle
    var skipsSpaces = false

    private var input: [UInt8] = []
    private var at = 0
    private var line = 1
    private var column = 1

    init(delimiter: UInt8, quote: UInt8?, escape: EscapeStyle) {
        self.delimiter = delimiter
        self.quote = quote
        self.escape = escape
    }

    /// All records, blank lines included.
    mutating func rows(of bytes: [UInt8]) -> [Row] {
        input = bytes
        (at, line, column) = (0, 1, 1)
        var rows: [Row] = []
        while at < input.count { rows.append(row()) }
        return rows
    }

    private mutating func row() -> Row {
        var row = Row(line: line)
        while true {
            let (field, quoted) = field()
            row.fields.append(field)
            if quoted || row.fields.count > 1 || field.bytes.contains(where: { $0 != 0x20 && $0 != 0x09 }) {
                row.blank = false
            }
            guard at < input.count else { return row }
            if input[at] == delimiter {
                step()
                while skipsSpaces, at < input.count, input[at] == 0x20 { step() }
            } else {
                stepLineBreak()
                return row
            }
        }
    }

    private mutating func field() -> (Field, quoted: Bool) {
        var field = Field(column: column)
        if let opening = openingQuote() {
            let start = (at, line, column)
            while at <= opening { step() }
            if quoted(&field) { return (field, true) }
            (at, line, column) = start
            field.bytes = []
        }
        plain(&field)
        return (field, false)
    }

    private func openingQuote() -> Int? {
        guard let quote else { return nil }
        var look = at
        while delimiter != 0x20, look < input.count, input[look] == 0x20 { look += 1 }
        return look < input.count && input[look] == quote ? look : nil
    }

    private mutating func plain(_ field: inout Field) {
        while at < input.count, !ends(at) {
            field.bytes.append(input[at])
            step()
        }
    }

    /// Reads what is in quotes. False where the opening quote turns out to be a letter like others.
    private mutating func quoted(_ field: inout Field) -> Bool {
        let first = at
        var pair: (at: Int, line: Int, column: Int, bytes: [UInt8])?
        while at < input.count {
            let byte = input[at]
            let next = at + 1 < input.count ? input[at + 1] : nil
            if byte == quote, escape != .none, next == quote {
                field.bytes.append(byte)
                step()
                step()
                pair = (at, line, column, field.bytes)
            } else if byte == quote, !closes(at), at > first, ends(at - 1) {
                // Another quoted field opens here: the one before ended with the delimiter or line break between them.
                var stop = at - 1
                if stop > first, input[stop] == 0x0A, input[stop - 1] == 0x0D { stop -= 1 }
                guard let pair, pair.at == stop, !ends(stop - 3) else { return false }
                (at, line, column, field.bytes) = pair
                return true
            } else if byte == quote, !closes(at), closesLater(at) {
                field.bytes.append(byte)
                step()
            } else if byte == quote {
                step()
                afterQuote(&field)
                return true
            } else if byte == 0x5C, escape == .backslash, let next, next == quote || next == 0x5C {
                field.bytes.append(next)
                step()
                step()
            } else if byte == 0x0A || byte == 0x0D {
                let start = at
                stepLineBreak()
                field.bytes += input[start..<at]
            } else {
                field.bytes.append(byte)
                step()
            }
        }
        return true
    }

    private func closes(_ index: Int) -> Bool {
        var look = index + 1
        while delimiter != 0x20, look < input.count, input[look] == 0x20 { look += 1 }
        return look == input.count || ends(look)
    }

    /// Whether a closing quote follows before the line ends or another quoted field begins.
    private func closesLater(_ index: Int) -> Bool {
        var look = index + 1
        while look < input.count, input[look] != 0x0A, input[look] != 0x0D {
            let pair = look + 1 < input.count ? (input[look], input[look + 1]) : (input[look], nil)
            if pair.0 == delimiter, pair.1 == quote { return false }
            if pair.0 == quote, pair.1 == quote, escape != .none {
                look += 2
            } else if pair.0 == 0x5C, escape == .backslash, pair.1 == quote || pair.1 == 0x5C {
                look += 2
            } else if pair.0 == quote, closes(look) {
                return true
            } else {
                look += 1
            }
        }
        return false
    }

    /// Spaces alone after a closing quote do not count; other text is part of the field as it stands.
    private mutating func afterQuote(_ field: inout Field) {
        while delimiter != 0x20, at < input.count, input[at] == 0x20 { step() }
        if at < input.count, !ends(at) {
            var back = at
            while delimiter != 0x20, input[back - 1] == 0x20 { back -= 1 }
            field.bytes += input[back..<at]
            plain(&field)
        }
    }

    private func ends(_ index: Int) -> Bool {
        input[index] == delimiter || input[index] == 0x0A || input[index] == 0x0D
    }

    private mutating func step() {
        at += 1
        if at >= input.count || input[at] & 0xC0 != 0x80 { column += 1 }
    }

    private mutating func stepLineBreak() {
        at += input[at] == 0x0D && at + 1 < input.count && input[at + 1] == 0x0A ? 2 : 1
        line += 1
        column = 1
    }
}

/// A generator of repeatable random numbers (splitmix64).
struct Dice: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
