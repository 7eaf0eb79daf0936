"""The synthetic table as Python libraries know it: the columns, their types, and what the checks hold them to."""

import json
import sys

import polars as pl

NUMBERS = [f"n{i:02}" for i in range(1, 17)]
MOSTLY_THERE = NUMBERS[12:]
VALUES = {
    "grade": ["poor", "fair", "good", "fine", "best"],
    "size": ["xxs", "xs", "s", "m", "l", "xl", "xxl", "huge"],
    "tier": [f"t{i}" for i in range(10)],
    "region": ["north", "east", "south", "west"],
    "channel": ["web", "shop", "phone"],
    "kind": ["ash", "birch", "cedar", "elm", "fir", "oak"],
}
MAXIMA = {"i1": 99, "i2": 9_999, "i3": 999_999}
TYPES = (
    {"id": pl.Int64}
    | {name: pl.Float64 for name in NUMBERS}
    | {name: pl.String for name in VALUES}
    | {name: pl.Boolean for name in ["b1", "b2", "b3"]}
    | {name: pl.Int64 for name in MAXIMA}
    | {"y": pl.Float64}
)


def answer(check):
    """Checks the file that one line of standard input names, and stays until that is closed, as a worker does."""
    request = json.loads(sys.stdin.readline())
    check(request["csv"])
    print('{"event":"done"}', flush=True)
    sys.stdin.read()
