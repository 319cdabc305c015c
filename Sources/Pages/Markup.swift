/// Text with the characters that mean something in markup replaced and control characters left out.
func escaped(_ text: String) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    for letter in text.unicodeScalars {
        switch letter {
        case "&": result += "&amp;"
        case "<": result += "&lt;"
        case ">": result += "&gt;"
        case "\"": result += "&quot;"
        case "'": result += "&#39;"
        case "\t", "\n": result.unicodeScalars.append(letter)
        case "\u{0}"..."\u{1F}", "\u{7F}": break
        default: result.unicodeScalars.append(letter)
        }
    }
    return result
}

func paragraph(_ text: String, class name: String = "") -> String {
    text.isEmpty ? "" : "<p\(name.isEmpty ? "" : " class=\"\(name)\"")>\(escaped(text))</p>\n"
}

func link(_ text: String, to address: String, attributes: String = "") -> String {
    "<a href=\"\(escaped(address))\"\(attributes.isEmpty ? "" : " " + attributes)>\(escaped(text))</a>"
}

/// An address that a project wrote, if it is of a kind a page may link to.
func allowedAddress(_ address: String) -> String? {
    let lowered = address.lowercased()
    let isAllowed = ["https://", "http://", "mailto:", "tel:"].contains { lowered.hasPrefix($0) }
    return isAllowed && !address.unicodeScalars.contains { $0.value <= 32 } ? address : nil
}

/// A cell of a table.
struct TableCell {
    var html: String
    var isNumber: Bool
    /// There is no figure here but a reason.
    var isReason = false

    static func text(_ text: String) -> TableCell { TableCell(html: escaped(text), isNumber: false) }
    static func number(_ text: String) -> TableCell { TableCell(html: escaped(text), isNumber: true) }
    static func reason(_ text: String) -> TableCell { TableCell(html: escaped(text), isNumber: true, isReason: true) }
    static func markup(_ html: String) -> TableCell { TableCell(html: html, isNumber: false) }
}

/// A plain table: the first cell of a row names it.
struct TableModel {
    struct Column {
        var title: String
        var isNumber = false
        /// The title as markup, where it is more than words.
        var markup: String?
    }

    struct Row {
        var cells: [TableCell]
        /// How deep it stands in the organisation.
        var depth = 0
        /// The whole, that stays on top when the parts are sorted.
        var isTotal = false
    }

    var caption: String
    var columns: [Column]
    var rows: [Row]
    /// What a reader who sorts hears, with `{column}`; empty where sorting would make a ranking of nothing.
    var sortLabel = ""

    /// The table in a region that scrolls by itself on small screens and can be reached by keyboard.
    var html: String {
        var out = "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"\(escaped(caption))\">\n"
        let sort = sortLabel.isEmpty ? "" : " data-sort=\"\(escaped(sortLabel))\""
        out += "<table class=\"figures\"\(sort)><caption><span>\(escaped(caption))</span></caption>\n<thead><tr>"
        for column in columns {
            out += "<th scope=\"col\"\(column.isNumber ? " class=\"num\"" : "")>"
            out += (column.markup ?? escaped(column.title)) + "</th>"
        }
        out += "</tr></thead>\n<tbody>\n"
        for row in rows {
            out += row.isTotal ? "<tr class=\"total\">" : "<tr>"
            for (place, cell) in row.cells.enumerated() {
                if place == 0 {
                    out += "<th scope=\"row\"\(row.depth > 0 ? " class=\"deep\"" : "")>\(cell.html)</th>"
                } else {
                    let name = cell.isReason ? "num reason" : cell.isNumber ? "num" : ""
                    out += "<td\(name.isEmpty ? "" : " class=\"\(name)\"")>\(cell.html)</td>"
                }
            }
            out += "</tr>\n"
        }
        return out + "</tbody></table>\n</div>\n"
    }

    /// Without the columns in which no row says anything; the first always stays.
    var withoutEmptyColumns: TableModel {
        let kept = columns.indices.filter { index in
            index == 0 || rows.contains { $0.cells.indices.contains(index) && !$0.cells[index].html.isEmpty }
        }
        var copy = self
        copy.columns = kept.map { columns[$0] }
        copy.rows = rows.map { row in
            var row = row
            row.cells = kept.map { row.cells[$0] }
            return row
        }
        return copy
    }
}
