"""The checks of model.yaml as a schema of pandera, over polars' data frames, which is the faster of its engines here."""

import pandera.polars as pa
import polars as pl

from table import MAXIMA, MOSTLY_THERE, NUMBERS, TYPES, VALUES, answer


def column(name, kind):
    checks = []
    if name in NUMBERS:
        checks = [pa.Check.in_range(-7, 7)]
    elif name in VALUES:
        checks = [pa.Check.isin(VALUES[name])]
    elif name in MAXIMA:
        checks = [pa.Check.in_range(0, MAXIMA[name])]
    elif name == "id":
        checks = [pa.Check.ge(0)]
    return pa.Column(kind, checks, nullable=name in MOSTLY_THERE, unique=name == "id")


def few_missing(name):
    return pa.Check(
        lambda data: data.lazyframe.select((pl.col(name).null_count() <= pl.len() * 0.1).alias(name)),
        name=name + ".missing",
    )


SCHEMA = pa.DataFrameSchema(
    {name: column(name, kind) for name, kind in TYPES.items()},
    checks=[few_missing(name) for name in MOSTLY_THERE],
    strict=True,
)


def check(csv):
    SCHEMA.validate(pl.read_csv(csv, schema=TYPES), lazy=True)


answer(check)
