/// The values of one column for a run of rows, packed in 1, 2, 4 or 8 bytes each. The smallest value of the width stands
/// for a value that is not there. The bytes belong to whoever made it.
public struct PackedColumn {
    let base: UnsafeRawPointer
    let width: Int

    /// - Parameters:
    ///   - base: `width` bytes for each row, aligned to them.
    ///   - width: 1, 2, 4 or 8.
    public init(base: UnsafeRawPointer, width: Int) {
        precondition([1, 2, 4, 8].contains(width), "a width no integer has")
        self.base = base
        self.width = width
    }

    /// The narrowest width that holds a range beside the value that stands for none.
    public static func width(for range: ClosedRange<Int64>) -> Int {
        func fits<T: FixedWidthInteger>(_ type: T.Type) -> Bool {
            range.lowerBound > Int64(T.min) && range.upperBound <= Int64(T.max)
        }
        return fits(Int8.self) ? 1 : fits(Int16.self) ? 2 : fits(Int32.self) ? 4 : 8
    }

    /// Packs `count` values, `RowLayout.absent` among them, into `target`.
    public static func pack(
        _ values: UnsafePointer<Int64>, _ count: Int, into target: UnsafeMutableRawPointer, width: Int
    ) {
        func pack<T: FixedWidthInteger & BitwiseCopyable>(_ type: T.Type) {
            let packed = target.bindMemory(to: T.self, capacity: count)
            for place in 0..<count {
                packed[place] = values[place] == RowLayout.absent ? T.min : T(truncatingIfNeeded: values[place])
            }
        }
        switch width {
        case 1: pack(Int8.self)
        case 2: pack(Int16.self)
        case 4: pack(Int32.self)
        default: pack(Int64.self)
        }
    }

    /// The value of one row; `RowLayout.absent` where it is not there.
    @inline(__always)
    public subscript(row: Int) -> Int64 {
        func value<T: FixedWidthInteger>(_ type: T.Type) -> Int64 {
            let found = base.assumingMemoryBound(to: T.self)[row]
            return found == T.min ? RowLayout.absent : Int64(truncatingIfNeeded: found)
        }
        switch width {
        case 1: return value(Int8.self)
        case 2: return value(Int16.self)
        case 4: return value(Int32.self)
        default: return value(Int64.self)
        }
    }
}

/// Which rows of a run a formula is asked for: `count` rows in a row from `first` on, or those listed in `chosen`.
public struct RowBlock {
    /// Most rows that are asked for at once.
    public static let most = 2048

    public var columns: [PackedColumn]
    public var first: Int
    public var count: Int
    /// Places in the run, `count` of them; nil for all from `first` on.
    public var chosen: UnsafePointer<Int32>?

    public init(columns: [PackedColumn], first: Int, count: Int, chosen: UnsafePointer<Int32>? = nil) {
        precondition(count <= Self.most, "more rows than a block holds")
        self.columns = columns
        self.first = first
        self.count = count
        self.chosen = chosen
    }

    /// Loads a column's values, absent ones as the smallest of `Word`.
    @inline(__always)
    func load<Word: FixedWidthInteger>(_ slot: Int, into words: UnsafeMutablePointer<Word>) {
        let column = columns[slot]
        switch column.width {
        case 1: fill(column.base.assumingMemoryBound(to: Int8.self), words)
        case 2: fill(column.base.assumingMemoryBound(to: Int16.self), words)
        case 4: fill(column.base.assumingMemoryBound(to: Int32.self), words)
        default: fill(column.base.assumingMemoryBound(to: Int64.self), words)
        }
    }

    @inline(__always)
    private func fill<Stored: FixedWidthInteger, Word: FixedWidthInteger>(
        _ stored: UnsafePointer<Stored>, _ words: UnsafeMutablePointer<Word>
    ) {
        if let chosen {
            for place in 0..<count {
                let value = stored[Int(chosen[place])]
                words[place] = value == Stored.min ? Word.min : Word(truncatingIfNeeded: value)
            }
        } else {
            let from = stored + first
            for place in 0..<count {
                words[place] = from[place] == Stored.min ? Word.min : Word(truncatingIfNeeded: from[place])
            }
        }
    }
}
