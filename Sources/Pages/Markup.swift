/// Text with the characters that mean something in markup replaced and control characters left out.
func escaped(_ text: String) -> String {
    var result = "", rest = text[...]
    // Most texts hold none of them and are handed on as they are.
    while let place = rest.utf8.firstIndex(where: isMarkup) {
        result += rest[..<place]
        switch rest.utf8[place] {
        case UInt8(ascii: "&"): result += "&amp;"
        case UInt8(ascii: "<"): result += "&lt;"
        case UInt8(ascii: ">"): result += "&gt;"
        case UInt8(ascii: "\""): result += "&quot;"
        case UInt8(ascii: "'"): result += "&#39;"
        default: break
        }
        rest = rest[rest.utf8.index(after: place)...]
    }
    if result.isEmpty, rest.startIndex == text.startIndex { return text }
    result += rest
    return result
}

/// A byte that markup is made of, or a control character but tab and line feed.
private func isMarkup(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"), 0x7F: true
    case UInt8(ascii: "\t"), UInt8(ascii: "\n"): false
    default: byte < 0x20
    }
}

func paragraph(_ text: String, class name: String = "") -> String {
    text.isEmpty ? "" : "<p\(name.isEmpty ? "" : " class=\"\(name)\"")>\(escaped(text))</p>\n"
}

func link(_ text: String, to address: String, attributes: String = "") -> String {
    var out = "<a href=\""
    out += escaped(address)
    out += attributes.isEmpty ? "\">" : "\" " + attributes + ">"
    out += escaped(text)
    out += "</a>"
    return out
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
        // Most of a large page is cells: they are put together from whole pieces.
        for row in rows {
            out += row.isTotal ? "<tr class=\"total\">" : "<tr>"
            var isFirst = true
            for cell in row.cells {
                if isFirst {
                    out += row.depth > 0 ? "<th scope=\"row\" class=\"deep\">" : "<th scope=\"row\">"
                } else {
                    out += cell.isReason ? "<td class=\"num reason\">" : cell.isNumber ? "<td class=\"num\">" : "<td>"
                }
                out += cell.html
                out += isFirst ? "</th>" : "</td>"
                isFirst = false
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
