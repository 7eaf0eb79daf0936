package io.github.mlmaven.spec;

/** What the page says beside its tables. */
final class SpecReferenceTexts {

    static final String CSV = """
            [data.md](data.md) has an example of each. With `decimal: ','` the text `44,2` is a number and `44.2` is none;
            with `thousands: '.'` groups of three digits are separated throughout or not at all: `1.234.567` and `1234567`,
            not `1234.567`. Both hold for number and integer columns, and for the numbers of `missing`. A line is a comment
            if the character is its first; within quotes and behind other text it is a letter. Delimiter, quote and comment
            are ASCII. Every file of the source is written in the one format.

            """;
    static final String TOLD = """
            ### What metrics are told

            Some metrics have parameters. Wherever a metric is named, in gates and in `evaluate.metrics`, a mapping with its
            `name` and what it is told can stand:

            ```yaml
            gates:
              - {metric: {name: f-beta, beta: 2, label: fraud}, min: 0.8}
              - {metric: {name: cost, costs: {fraud: {ok: 10}, ok: {fraud: 1}}}, max: 0.5}
            ```

            Files, the lock, the console and reports call it by one name with all that it is told, `f-beta(beta=2,
            label=fraud)`, however it was written; labels that have other letters than those of words stand there in quotes.
            A metric of one label is of the second one where the model has two that `columns` declares (of a boolean label:
            `true`). Otherwise it must be told which, and one that the model does not have is an error.

            | metric | parameter | default | range | | elsewhere |
            |---|---|---|---|---|---|
            """;
    static final String MISSING = """
            `missing` replaces the default, it does not add to it: `[NA]` makes `NA` a missing value, and an empty cell
            is then a text of a category and no value of a number; write `['', NA]` for both. `[]` makes every cell a
            value. A parquet file knows its missing values itself. What stands for a missing value in the model is the
            `missing` of [`features`](#features), another thing: without it trees are told that the value is missing,
            and linear trainers get the median of a number and a category of its own. Whether a value may be missing
            at all is `required` and `max-missing` of [`columns`](#columns).

            `where` is held to what a SQL check is held to: one expression over the columns of the row, without other
            tables and files, and without functions such as `random()` and `now()`. Where a value is missing it is mostly
            not true. A row that has in one of its columns a value that is not of the column's type is never left out: it
            is a finding. Rows that are left out are in no split, profile, check or evaluation, and are counted; the
            rows of findings keep their places in the file.

            """;

    /** What {@code spec}'s TimeTexts reads. */
    static final String TIMES = """
            ## Dates and times

            - `date`: a day of the calendar, as ISO 8601 writes it (`2026-01-31`), or as `format` says.
            - `timestamp`: an instant, to the microsecond: `2026-01-31T10:15:30.25+01:00`, with a `T` or a blank, without
              the seconds where they are 0. Where the text has no offset it is a time in `zone`, and UTC without one. At an
              hour that comes twice when the clocks change it is the first of both; an hour that the clocks leave out is an
              error.
            - `format` is a pattern of Java's `DateTimeFormatter`, read strictly and without any locale: `dd.MM.uuuu`,
              `M/d/uuuu H:mm`. `y` is read as `u`, the year. The 30th of February, blanks around, a day for a timestamp and a
              time of day for a date are errors with their places. Years are those from 1 to 9999.
            - A Parquet file's dates and timestamps are read as they are; one without a zone is in `zone`; one at midnight
              is a day too. Its texts are read as those of csv.
            - `min` and `max` are written by ISO 8601 whatever the format: `min: 2020-01-01`, and of a timestamp a day, which
              is its midnight in UTC, or `2020-01-01T08:00:00+01:00`.

            **As features** dates and timestamps are left out unless a transform is named: a model that learned from 2020 to
            2025 knows nothing of 2026, and most dates only tell when a row was written down. `encode: number` makes one
            feature, the days since 1970-01-01; `encode: calendar` makes one for each part: year, month and day of the week,
            or those that its parameters choose. In requests to the server, and in Java, they are written by ISO 8601,
            a timestamp with its offset or `Z`; a `LocalDate`, `Instant` or `OffsetDateTime` does as well.

            ```yaml
            columns:
              sold:  {type: date, format: dd.MM.uuuu, min: 2015-01-01}
              asked: {type: timestamp, zone: Europe/Berlin}
            features:
              sold:  {encode: number}
              asked: {encode: calendar, parameters: {year: false, hour: true, offset: 60}}
            ```

            In a SQL check they are a `date` and a `timestamp` in UTC: `sold >= date '2015-01-01'`. Of formats with letters
            or names and of zones other than UTC the check says that the engine cannot read them.

            Parameters of `calendar`: `year`, `month` and `day-of-week` (1 is Monday) are true unless said otherwise, `day`,
            `day-of-year` and `hour` are false; `offset` is how many minutes the clock of a timestamp's parts is ahead of
            UTC, from -1080 to 1080.

            """;

    /** What {@code pipeline}'s DecimalText holds the data to. */
    static final String NUMBERS = """
            ## Numbers

            The same in csv, tsv and the texts of a Parquet file, and in a SQL check; where [`csv`](#csv) has a `decimal`
            or `thousands`, numbers of csv and tsv files are written so, those of model.yaml and of the checks stay as
            they are:

            - `number`: digits with at most one `.`, a `+` or `-` before and an exponent (`e5`, `E-5`) behind where wanted,
              white space around; finite. `1_000`, `1,000`, `0x10`, `+-1` and `NaN` are no numbers.
            - `integer`: such a number that is whole to its last digit and has at most 18 digits: `3`, `3.0`, `3e2` and
              `1e17`, not `1e18` and not `1.0000000000000000001`. Integers are never rounded: `min` and `max` of an integer
              column are compared digit by digit, also beyond 2^53.

            ## Booleans

            A boolean is `true`, `false`, `1` or `0`, the words in any case. Other words are listed, to the letter, all
            that occur:

            ```yaml
            columns:
              paid: {type: boolean, true-values: ['Yes', 'J'], false-values: ['No', 'N']}
            ```

            `1` and `0` then are booleans only if they are listed; `true` and `false` stay. What `data.missing` lists is a
            missing value first: for an empty cell that says no, leave `''` out of both it and `true-values`. The keys are
            no bare `true` and `false`, and the texts stand in quotes, because readers of YAML 1.1, such as some editors and
            formatters, take `true`, `yes`, `no`, `on` and `y` for booleans and write them otherwise. The same texts are
            read everywhere: in csv, tsv, JSON and the texts of a Parquet file, in a SQL check, by `ml:predict`, and from
            the bundle by the server and `MlModel`, which take JSON's or Java's `true` and `false` beside them. A label is
            called `true` or `false` however it is written.

            """;

    private SpecReferenceTexts() {}
}
