/// The tables of the file with every figure. Comments stay in the file: `.schema` shows them.
let figureDatabaseSchema = """
    PRAGMA page_size = 4096;
    PRAGMA encoding = 'UTF-8';
    PRAGMA application_id = 1397574990; -- SMMN
    PRAGMA user_version = 1;
    CREATE TABLE edition (
        key TEXT PRIMARY KEY, -- title, organisation, date, licence, address, notice
        da TEXT NOT NULL, nb TEXT NOT NULL, en TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE goals (
        goal TEXT PRIMARY KEY,
        position INTEGER NOT NULL UNIQUE, -- the order of the site, from 1
        title_da TEXT NOT NULL, title_nb TEXT NOT NULL, title_en TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE units (
        unit TEXT PRIMARY KEY, -- the code, as text: leading zeros count
        position INTEGER NOT NULL UNIQUE, -- the organisation's order, from 1
        parent TEXT REFERENCES units (unit), -- NULL at the root and for places outside the organisation
        level TEXT NOT NULL, type TEXT NOT NULL, area TEXT NOT NULL, -- '' where not said
        name_da TEXT NOT NULL, name_nb TEXT NOT NULL, name_en TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE indicators (
        indicator TEXT PRIMARY KEY,
        goal TEXT REFERENCES goals (goal), -- NULL where it belongs to none of the goals
        position INTEGER NOT NULL UNIQUE, -- the order of the site, from 1
        title_da TEXT NOT NULL, title_nb TEXT NOT NULL, title_en TEXT NOT NULL,
        subtitle_da TEXT NOT NULL, subtitle_nb TEXT NOT NULL, subtitle_en TEXT NOT NULL,
        definition_da TEXT NOT NULL, definition_nb TEXT NOT NULL, definition_en TEXT NOT NULL,
        limits_da TEXT NOT NULL, limits_nb TEXT NOT NULL, limits_en TEXT NOT NULL, -- what the figure does not say
        unit_of_measure_da TEXT NOT NULL, unit_of_measure_nb TEXT NOT NULL, unit_of_measure_en TEXT NOT NULL,
        decimals INTEGER NOT NULL, -- with how many it is shown
        direction TEXT NOT NULL CHECK (direction IN ('up', 'down', 'neutral', 'within')), -- which way is good
        is_sample INTEGER NOT NULL CHECK (is_sample IN (0, 1)), -- 1: made from invented data
        note_da TEXT NOT NULL, note_nb TEXT NOT NULL, note_en TEXT NOT NULL -- what such figures say of themselves
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE sources (
        indicator TEXT NOT NULL REFERENCES indicators (indicator),
        position INTEGER NOT NULL,
        dataset TEXT NOT NULL,
        title_da TEXT NOT NULL, title_nb TEXT NOT NULL, title_en TEXT NOT NULL,
        publisher_da TEXT NOT NULL, publisher_nb TEXT NOT NULL, publisher_en TEXT NOT NULL,
        address TEXT NOT NULL, licence TEXT NOT NULL, -- '' where not said
        is_sample INTEGER NOT NULL CHECK (is_sample IN (0, 1)),
        PRIMARY KEY (indicator, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE targets (
        indicator TEXT NOT NULL REFERENCES indicators (indicator),
        unit TEXT REFERENCES units (unit), -- NULL: the whole organisation's
        year INTEGER NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('reach', 'maintain', 'within')),
        value REAL NOT NULL, upper REAL, -- a band's lower and upper end
        status TEXT NOT NULL CHECK (status IN ('adopted', 'proposed', 'example')),
        date TEXT NOT NULL, reference TEXT NOT NULL, -- '' where not said
        body_da TEXT NOT NULL, body_nb TEXT NOT NULL, body_en TEXT NOT NULL -- who decided it
    ) STRICT;
    CREATE TABLE breakdowns (
        indicator TEXT NOT NULL REFERENCES indicators (indicator),
        breakdown TEXT NOT NULL, -- 'answer.part': the answers to a question; 'a × b': both at once
        title_da TEXT NOT NULL, title_nb TEXT NOT NULL, title_en TEXT NOT NULL,
        PRIMARY KEY (indicator, breakdown)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE categories ( -- the groups of the breakdowns
        indicator TEXT NOT NULL REFERENCES indicators (indicator),
        breakdown TEXT NOT NULL,
        category TEXT NOT NULL, -- as the source writes it; 'a × b' for both at once; answers by their place, from 1
        position INTEGER NOT NULL, -- the order of the site, from 1 in an indicator
        title_da TEXT NOT NULL, title_nb TEXT NOT NULL, title_en TEXT NOT NULL,
        PRIMARY KEY (indicator, breakdown, category),
        FOREIGN KEY (indicator, breakdown) REFERENCES breakdowns (indicator, breakdown)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE periods (
        period TEXT PRIMARY KEY, -- 2024, 2024M05, 2024K1 (quarter), 2023/24 (school year), 2014-2016 (years together)
        grain TEXT NOT NULL,
        first_day TEXT NOT NULL, last_day TEXT NOT NULL, -- ISO 8601, both belong to it
        name_da TEXT NOT NULL, name_nb TEXT NOT NULL, name_en TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE figures (
        indicator TEXT NOT NULL REFERENCES indicators (indicator),
        period TEXT NOT NULL REFERENCES periods (period),
        unit TEXT REFERENCES units (unit), -- NULL: counted from several units, such as their median
        breakdown TEXT NOT NULL, -- '': everyone; 'comparison': what the organisation is set beside; 'peers': those most like it
        category TEXT NOT NULL, -- '' unless it is one of the groups of a breakdown, in 'categories'
        value REAL, -- in the indicator's unit of measure; NULL unless state is 'shown'
        numerator REAL, denominator REAL,
        count INTEGER, -- persons
        low REAL, high REAL, -- 95 % interval
        state TEXT NOT NULL CHECK (state IN ('shown', 'hidden', 'missing', 'notApplicable', 'awaiting')),
        status TEXT NOT NULL, -- c confidential, m missing, z not applicable, b after a break, p provisional
        is_provisional INTEGER NOT NULL CHECK (is_provisional IN (0, 1)),
        CHECK (state = 'shown' OR coalesce(value, numerator, denominator, count, low, high) IS NULL)
    ) STRICT;
    CREATE UNIQUE INDEX figures_key ON figures (indicator, period, unit, breakdown, category);

    """
    + ["da", "nb", "en"].map { language in
        """
        CREATE VIEW figures_\(language) AS -- every figure with its names in one language
            SELECT f.indicator, i.title_\(language) AS title, f.period, p.name_\(language) AS period_name, f.unit,
                u.name_\(language) AS unit_name, coalesce(b.title_\(language), f.breakdown) AS breakdown,
                coalesce(c.title_\(language), f.category) AS category, f.value,
                i.unit_of_measure_\(language) AS unit_of_measure, f.count, f.low, f.high, f.state, i.note_\(language) AS note
            FROM figures f JOIN indicators i USING (indicator) JOIN periods p USING (period) LEFT JOIN units u USING (unit)
                LEFT JOIN breakdowns b ON b.indicator = f.indicator AND b.breakdown = f.breakdown
                LEFT JOIN categories c ON (c.indicator, c.breakdown, c.category) = (f.indicator, f.breakdown, f.category);

        """
    }.joined()
