import Indicators

/// The needed columns of a dataset in memory, packed: one pass over the table fills them, and every plan reads them.
///
/// Rows lie in runs of 65,536; in each run a column takes as few bytes as its values there need.
final class ScannedRows {
    static let runLength = 1 << 16

    private(set) var count = 0
    /// For each run the columns, then the states of absent values where the run has any.
    private(set) var runs: [[PackedColumn]] = []
    /// The smallest and the largest value of each column.
    private(set) var ranges: [ClosedRange<Int64>?]
    private let columns: Int
    private let stateSlots: Int
    private var filling: [UnsafeMutablePointer<Int64>] = []
    private var filled = 0
    private var hasStates = false
    private var owned: [UnsafeMutableRawPointer] = []

    /// - Parameters:
    ///   - columns: how many columns are kept.
    ///   - stateSlots: how many more say why numbers are not there.
    init(columns: Int, stateSlots: Int) {
        self.columns = columns
        self.stateSlots = stateSlots
        ranges = [ClosedRange<Int64>?](repeating: nil, count: columns)
        filling = (0..<columns + stateSlots).map { _ in .allocate(capacity: Self.runLength) }
    }

    deinit {
        for pointer in owned { pointer.deallocate() }
        for pointer in filling { pointer.deallocate() }
    }

    /// Rows of a run.
    func length(of run: Int) -> Int { min(Self.runLength, count - run * Self.runLength) }

    @inline(__always)
    func put(_ value: Int64, in column: Int) { filling[column][filled] = value }

    /// Why numbers of the row are not there.
    func putStates(_ states: UnsafePointer<Int64>) {
        if !hasStates {
            for slot in 0..<stateSlots { filling[columns + slot].update(repeating: 0, count: Self.runLength) }
            hasStates = true
        }
        for slot in 0..<stateSlots { filling[columns + slot][filled] = states[slot] }
    }

    @inline(__always)
    func endRow() {
        filled += 1
        if filled == Self.runLength { endRun() }
    }

    /// Packs what is left; no row may come after.
    func finish() {
        if filled > 0 { endRun() }
        for pointer in filling { pointer.deallocate() }
        filling = []
    }

    private func endRun() {
        var run: [PackedColumn] = []
        for column in 0..<columns + (hasStates ? stateSlots : 0) {
            let values = UnsafePointer(filling[column])
            let range = Self.range(values, filled)
            if column < columns, let range {
                ranges[column] = ranges[column].map {
                    min($0.lowerBound, range.lowerBound)...max($0.upperBound, range.upperBound)
                } ?? range
            }
            let width = PackedColumn.width(for: range ?? 0...0)
            let packed = UnsafeMutableRawPointer.allocate(byteCount: filled * width, alignment: 8)
            PackedColumn.pack(values, filled, into: packed, width: width)
            owned.append(packed)
            run.append(PackedColumn(base: packed, width: width))
        }
        runs.append(run)
        count += filled
        filled = 0
        hasStates = false
    }

    /// Nil where no value is there.
    private static func range(_ values: UnsafePointer<Int64>, _ count: Int) -> ClosedRange<Int64>? {
        var low = Int64.max, high = Int64.min
        for place in 0..<count {
            let value = values[place]
            // The mark of an absent value is the smallest of all and never the largest.
            if value > high { high = value }
            if value < low, value != RowLayout.absent { low = value }
        }
        return low <= high ? low...high : nil
    }
}
