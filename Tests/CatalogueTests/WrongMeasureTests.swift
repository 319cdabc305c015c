import Findings
import Testing

/// Keys and numbers of each measure that do not go together.
@Suite struct WrongMeasures {
    static let keys: [WrongDefinition] = [
        .change("a value in a share", "by: [koen]", "value: ⟦antal⟧", "unused-formula", "measure 'share' has no 'value'", "remove it"),
        .measure("a sum with a denominator", "measure: sum\nnumerator: antal\ndenominator: ⟦q1⟧", "unused-formula", "measure 'sum' has no 'denominator'", "remove it"),
        .measure("a count with a value", "measure: count\nvalue: ⟦antal⟧", "unused-formula", "measure 'count' has no 'value'", "remove it"),
        .measure("a mean with everything", "measure: mean\nvalue: q1\nnumerator: ⟦antal⟧", "unused-formula", "measure 'mean' has no 'numerator'", "remove it"),
        .measure("a median with a weight", "measure: median\nvalue: q1\nweight: ⟦vaegt⟧", "unused-formula", "measure 'median' has no 'weight'", "remove it"),
        .measure("a published figure with a numerator", "measure: given\nvalue: q1\nnumerator: ⟦q2⟧", "unused-formula", "measure 'given' has no 'numerator'", "use 'value'"),
        .measure("a share per", "measure: share\nnumerator: q1\ndenominator: antal\nper: ⟦1000⟧", "unused-formula", "measure 'share' has no 'per'", "remove it"),
        .measure("a rate per nothing", "measure: rate\nnumerator: q1\ndenominator: antal\nper: ⟦0⟧", "out-of-bounds", "'per' must lie between", "1"),
        .measure("a quantile of 1.5", "measure: quantile\nvalue: q1\nquantile: ⟦1.5⟧", "out-of-bounds", "between 0 and 1", "0.9"),
        .measure("a quantile in percent", "measure: quantile\nvalue: q1\nquantile: ⟦90⟧", "out-of-bounds", "between 0 and 1", "0.9"),
        .measure("a median of a text", "measure: median\nvalue: ⟦svar⟧", "type-mismatch", "'value' must be a number", "svar"),
        .measure("promoters below detractors", "measure: netScore\nvalue: q1\npromoters: ⟦5⟧", "bounds-reversed", "'promoters' 5 is not above 'detractors' 6", "the lowest of the high"),
        .measure("detractors above promoters", "measure: netScore\nvalue: q1\ndetractors: ⟦9⟧", "bounds-reversed", "'promoters' 9 is not above 'detractors' 9", "the lowest of the high"),
        .measure("a top box from a word", "measure: topBox\nvalue: q1\nfrom: ⟦høj⟧", "wrong-type", "'from' must be a number", "4.5"),
        .measure("an index of no items", "measure: index\nitems: ⟦[]⟧\nscale: [1, 5]", "out-of-bounds", "1 to 20 items", "items"),
        .measure("an index of a text", "measure: index\nitems: [q1, ⟦svar⟧]\nscale: [1, 5]", "type-mismatch", "must be a number", "'numbers'"),
        .measure("an index of a column that is none", "measure: index\nitems: [q1, ⟦q3⟧]\nscale: [1, 5]", "unknown-column", "'q3'", "did you mean"),
        .measure("a reversed item that is none", "measure: index\nitems: [q1, q2]\nscale: [1, 5]\nreversed: [q1, ⟦q3⟧]", "unknown-item", "'q3', which is no item", "did you mean"),
        .measure("a reversed item that stands alone", "measure: index\nitems: [q1, q2]\nscale: [1, 5]\nreversed: ⟦vaegt⟧", "unknown-item", "'vaegt', which is no item", "items: q1, q2"),
        .measure("a scale the wrong way", "measure: index\nitems: [q1]\nscale: ⟦[5, 1]⟧", "bounds-reversed", "'scale'", "[1, 5]"),
        .measure("a scale of one end", "measure: index\nitems: [q1]\nscale: ⟦[5]⟧", "bounds-reversed", "'scale'", "[1, 5]"),
        .measure("a scale of words", "measure: index\nitems: [q1]\nscale: [⟦lav⟧, 5]", "wrong-type", "must be a number", "4.5"),
        .measure("a new scale the wrong way", "measure: index\nitems: [q1]\nscale: [1, 5]\nto: ⟦[100, 0]⟧", "bounds-reversed", "'to'", "[0, 100]"),
        .measure("answered in percent", "measure: index\nitems: [q1]\nscale: [1, 5]\nanswered: ⟦50⟧", "out-of-bounds", "'answered'", "0.5"),
        .measure("a weight that is a text", "measure: index\nitems: [q1]\nscale: [1, 5]\nweight: ⟦koen⟧", "type-mismatch", "'weight' must be a number", "koen"),
        .add("a floor above the ceiling", "floor: ⟦60⟧\nceiling: 50", "bounds-reversed", "'floor' 60 is not below 'ceiling' 50", "the least"),
        .add("a floor above the usual ceiling", "floor: ⟦100⟧", "bounds-reversed", "'floor' 100 is not below 'ceiling' 100", "the least"),
        .measure("a published figure over time", "measure: given\nvalue: q1\noverTime: ⟦mean⟧", "given-rolled-up", "never rolled up", "publish the year"),
        .measure("a published figure by type", "measure: given\nvalue: q1\nby: [⟦unit.type⟧]", "given-rolled-up", "never rolled up", "'share'"),
        .measure("a median over time", "measure: median\nvalue: q1\noverTime: ⟦mean⟧", "unused-key", "a median of a year", "remove it"),
    ]

    static let shares: [WrongDefinition] = [
        .measure("a share averaged", "measure: mean\nvalue: ⟦andel⟧", "share-averaged", "'Andel pct.' looks like a share", "'weight:'", severity: .warning),
        .measure("a share averaged over rows", "measure: mean\nnumerator: ⟦andel⟧\ndenominator: 1", "share-averaged", "'Andel pct.' looks like a share", "number", severity: .warning),
        .measure("shares added up", "measure: sum\nnumerator: ⟦andel⟧", "share-averaged", "a sum of shares", "'given'", severity: .warning),
        .measure("the middle share", "measure: derived\nof: { a: andel, b: ensomhed }\nformula: ⟦(a + b) / 2⟧", "share-averaged", "a mean of shares", "together", severity: .warning),
    ]

    static let references: [WrongDefinition] = [
        .change("a dataset that is none", "svar\nmeasure", "⟦svra⟧\nmeasure", "unknown-dataset", "no dataset 'svra'", "did you mean 'svar'?"),
        .change("a dataset far from all", "svar\nmeasure", "⟦lønninger⟧\nmeasure", "unknown-dataset", "no dataset 'lønninger'", "datasets: folketal, svar"),
        .change("an empty dataset", "dataset: svar", "dataset:⟦⟧", "missing-key", "'dataset' is empty", "write"),
        .change("a category that is none", "[koen]", "[svar, ⟦kon⟧]", "unknown-column", "no category 'kon'", "did you mean 'koen'?"),
        .change("a category that is a number", "[koen]", "[⟦antal⟧]", "unknown-column", "no category 'antal'", "categories: koen, svar"),
        .change("an attribute of units that is none", "[koen]", "[⟦unit.typ⟧]", "unknown-column", "'unit.typ'", "did you mean 'unit.type'?"),
        .change("a category twice", "[koen]", "[koen, ⟦koen⟧]", "duplicate-key", "'koen' is given twice", "keep one"),
        .add("a mix of what is none", "expected: { by: ⟦kon⟧ }", "unknown-column", "no category 'kon'", "did you mean 'koen'?"),
        .measure("a mix of a median", "measure: median\nvalue: q1\nexpected: ⟦{ by: koen }⟧", "no-expected-value", "measure 'median' has no expected value", "numerator and a denominator"),
        .add("peers alike in nothing", "peers: { count: 5, on: [antal, ⟦antl⟧] }", "unknown-column", "'antl' is neither a number column", "did you mean 'antal'?"),
        .add("peers alike in a category", "peers: { count: 5, on: [⟦koen⟧] }", "unknown-column", "'koen' is neither a number column", "number columns: "),
        .add("no peers", "peers: { count: ⟦0⟧, on: [antal] }", "out-of-bounds", "'count' must lie between 1 and 50", "1"),
        .change("no such other dataset", "denominator: antal", "denominator: { dataset: ⟦folketl⟧, value: borgere }", "unknown-dataset", "'folketl'", "did you mean 'folketal'?"),
        .change("a column of the other dataset", "denominator: antal", "denominator: { dataset: folketal, value: ⟦antal⟧ }", "unknown-column", "no column 'antal' in dataset 'folketal'", "columns: alder, borgere"),
        .change("a filter of the other dataset", "denominator: antal", "denominator: { dataset: folketal, value: borgere, filter: ⟦borgere⟧ }", "type-mismatch", "'filter' must be true or false", "borgere > 0"),
        .change("0 of the other dataset", "denominator: antal", "denominator: { dataset: folketal, value: ⟦0⟧ }", "division-by-zero", "always 0", "counted out of"),
        .change("a breakdown the other has not", "denominator: antal\npersons: denominator\nby: [koen]", "denominator: { dataset: folketal, value: borgere }\npersons: denominator\nby: [⟦koen⟧]", "ambiguous-join", "dataset 'folketal' does not have", "a category of both"),
    ]

    static let persons: [WrongDefinition] = [
        .whole("nothing about persons", WrongDefinition.indicator.replacing("persons: denominator\n", with: "").replacing("title", with: "⟦title⟧"), "missing-key", "how many persons", "'persons: denominator'"),
        .change("persons that are a text", "persons: denominator", "persons: ⟦koen⟧", "type-mismatch", "'persons' must be a number", "koen"),
        .change("persons that are no formula", "persons: denominator", "persons: ⟦deltagere⟧", "unknown-column", "no column 'deltagere'", "columns: "),
        .change("answers of a share", "persons: denominator", "persons: ⟦answers⟧", "wrong-persons", "does not know its answers", "counts the persons"),
        .change("the denominator of a sum", "measure: share\nnumerator: svar = 'Ja'\ndenominator: antal\npersons: denominator", "measure: sum\nnumerator: antal\npersons: ⟦denominator⟧", "wrong-persons", "only a share or rate", "counts the persons"),
        .change("no reason", "persons: denominator", "persons: { none: ⟦''⟧ }", "missing-key", "does not say why", "write why"),
        .change("keys that say nothing", "persons: denominator", "persons: ⟦{ }⟧", "missing-key", "what is needed", "'base:' or 'none:'"),
        .change("counted among nobody", "persons: denominator", "persons: { base: antal, counted: ⟦koen⟧ }", "type-mismatch", "'counted' must be a number", "koen"),
    ]

    @Test(arguments: keys) func inKeys(_ wrong: WrongDefinition) throws { try wrong.isToldFirst() }
    @Test(arguments: shares) func inShares(_ wrong: WrongDefinition) throws { try wrong.isToldFirst() }
    @Test(arguments: references) func inNames(_ wrong: WrongDefinition) throws { try wrong.isToldFirst() }
    @Test(arguments: persons) func inPersons(_ wrong: WrongDefinition) throws { try wrong.isToldFirst() }
}
