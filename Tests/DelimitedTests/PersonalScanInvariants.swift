    import PersonalData

    /// What must hold of every column that is looked through for persons, whatever its bytes.
    ///
    /// An input is a byte 2, then lines: the first is the heading, the others are cells, which need not be UTF-8.
    enum PersonalScanInvariants {
        static func faults(in input: [UInt8]) -> [String] {
            let lines = input.dropFirst().split(separator: 0x0A, maxSplits: 1_000, omittingEmptySubsequences: false)
            let header = String(decoding: lines.first ?? [], as: UTF8.self)
            let cells = lines.dropFirst().map { Array($0) }
            let whole = scan(cells[...], from: 0, header)
            var merged = scan(cells.prefix(cells.count / 2), from: 0, header)
            merged.merge(scan(cells.dropFirst(cells.count / 2), from: cells.count / 2, header))
            var faults: [String] = []
            if merged.verdict != whole.verdict {
                faults.append("two halves of a column show other persons than the whole")
            }
            if let verdict = whole.verdict {
                let shown = 2..<cells.count + 2
                if verdict.rows < 1 || verdict.rows > shown.count { faults.append("persons in \(verdict.rows) rows") }
                if !shown.contains(verdict.firstLine) { faults.append("a first line that was not shown") }
            }
            return faults
        }

        /// Each cell lies in memory of its own, so that the address sanitizer sees a byte read beyond it.
        private static func scan(_ cells: ArraySlice<[UInt8]>, from first: Int, _ header: String) -> PersonalScan {
            var scan = PersonalScan(header: header)
            for (index, cell) in cells.enumerated() {
                let memory = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: cell.count)
                _ = memory.initialize(from: cell)
                scan.see(UnsafeBufferPointer(memory), line: first + index + 2)
                memory.deallocate()
            }
            return scan
        }
    }
