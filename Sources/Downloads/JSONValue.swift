/// A JSON value whose members keep the order they are written in, so that the same figures give the same bytes.
enum JSONValue: Sendable {
    case text(String)
    /// A number as it is to stand.
    case number(String)
    case flag(Bool)
    case null
    case list([JSONValue])
    case object([(String, JSONValue)])

    init(_ cell: Cell) {
        self =
            switch cell {
            case .text(let text): .text(text)
            case .number(let number): .number(number)
            case .flag(let flag): .flag(flag)
            case .nothing: .null
            }
    }

    /// Appends the value on one line, without spaces.
    func write(to bytes: inout [UInt8]) {
        switch self {
        case .text(let text): Self.write(text, to: &bytes)
        case .number(let number): bytes += number.utf8
        case .flag(let flag): bytes += (flag ? "true" : "false").utf8
        case .null: bytes += "null".utf8
        case .list(let values):
            bytes.append(UInt8(ascii: "["))
            for (place, value) in values.enumerated() {
                if place > 0 { bytes.append(UInt8(ascii: ",")) }
                value.write(to: &bytes)
            }
            bytes.append(UInt8(ascii: "]"))
        case .object(let members):
            bytes.append(UInt8(ascii: "{"))
            for (place, member) in members.enumerated() {
                if place > 0 { bytes.append(UInt8(ascii: ",")) }
                Self.write(member.0, to: &bytes)
                bytes.append(UInt8(ascii: ":"))
                member.1.write(to: &bytes)
            }
            bytes.append(UInt8(ascii: "}"))
        }
    }

    /// A file: the members of an object one a line, the rest of each on its line.
    static func file(_ members: [(String, JSONValue)]) -> [UInt8] {
        var bytes = Array("{\n".utf8)
        for (place, member) in members.enumerated() {
            write(member.0, to: &bytes)
            bytes.append(UInt8(ascii: ":"))
            member.1.write(to: &bytes)
            bytes += (place == members.count - 1 ? "\n" : ",\n").utf8
        }
        return bytes + Array("}\n".utf8)
    }

    private static func write(_ text: String, to bytes: inout [UInt8]) {
        let digits = Array("0123456789abcdef".utf8)
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
            case 0x0A: bytes += "\\n".utf8
            case 0x0D: bytes += "\\r".utf8
            case 0x09: bytes += "\\t".utf8
            case 0..<0x20: bytes += Array("\\u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
