import Delimited
import Findings

/// One input of libFuzzer: a file for the reader, or (first byte 2) a column for `PersonalScan`, or (first byte 3) a
/// file for the reader and its slow twin.
///
/// A file is read in a window of the size it has in use; in one so small that records, characters and line breaks fall
/// across its edges all the time, which must read the same; and with the longest record allowed as small as that.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let input = Array(UnsafeBufferPointer(start: start, count: count))
    if input.first == 2 {
        stop(PersonalScanInvariants.faults(in: input))
        return 0
    }
    if input.first == 3 {
        for sizes in [WindowSizes.usual, .small] {
            WindowSizes.current = sizes
            stop(TwinInvariants.faults(in: input))
        }
        return 0
    }
    let usual = read(input, .usual)
    let small = read(input, .small)
    if usual != small { stop(["a small window reads something else"] + differences(usual, small)) }
    _ = read(input, .smallWithShortRecords)
    return 0
}

private func read(_ input: [UInt8], _ sizes: WindowSizes) -> WholeReading {
    WindowSizes.current = sizes
    var check = ReaderInvariants(input: input)
    let whole = check.read()
    stop(check.faults)
    return whole
}

private func stop(_ faults: [String]) {
    if !faults.isEmpty { fatalError(faults.prefix(5).joined(separator: "\n")) }
}

private func differences(_ one: WholeReading, _ other: WholeReading) -> [String] {
    [
        "records: \(one.records.count), \(other.records.count), the first unlike: "
            + "\(zip(one.records, other.records).first { $0 != $1 }.map { "\($0.0) \($0.1)" } ?? "none")",
        "findings: \(one.findings)\n\(other.findings)", "dialect: \(one.dialect)\n\(other.dialect)",
    ]
}

extension WholeReading: Equatable {
    static func == (one: WholeReading, other: WholeReading) -> Bool {
        one.header == other.header && one.headerLine == other.headerLine && one.dialect == other.dialect
            && one.comparable == other.comparable && one.records == other.records
    }

    /// The findings, but for damage in UTF-16 below a declared last row: what lies there is told only as far as the
    /// window reached.
    private var comparable: [Finding] {
        let isWide = dialect.encoding == .utf16LittleEndian || dialect.encoding == .utf16BigEndian
        return isWide && dialect.footerRows > 0 ? findings.filter { $0.code != "damaged-text" } : findings
    }
}
