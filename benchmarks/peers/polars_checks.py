"""The checks of model.yaml as one query of polars: types, ranges, value sets, missing values, a unique id."""

import polars as pl

from table import MAXIMA, MOSTLY_THERE, NUMBERS, TYPES, VALUES, answer


def broken():
    column = pl.col
    yield (column("id") < 0).sum().alias("id.min")
    yield (column("id").len() - column("id").n_unique()).alias("id.unique")
    for name in NUMBERS:
        yield (~column(name).is_between(-7, 7)).sum().alias(name + ".range")
    for name, values in VALUES.items():
        yield (~column(name).is_in(values)).sum().alias(name + ".values")
    for name, most in MAXIMA.items():
        yield (~column(name).is_between(0, most)).sum().alias(name + ".range")
    for name in TYPES:
        if name in MOSTLY_THERE:
            yield (column(name).null_count() > column(name).len() * 0.1).cast(pl.Int64).alias(name + ".missing")
        else:
            yield column(name).null_count().alias(name + ".missing")


def check(csv):
    found = pl.scan_csv(csv, schema=TYPES).select(*broken()).collect(engine="streaming")
    assert sum(found.row(0)) == 0, found


answer(check)
